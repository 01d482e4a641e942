package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.FiringLimits;
import org.homeostat.knowledge.Knowledge;

/** Random case files with their advisories, worked out once for all tests. */
final class RandomAdvisories {

  static final List<Pair> ALL = advise(1000);

  private RandomAdvisories() {}

  /** A file and what came out for it. */
  record Pair(ObjectNode file, Advisory advisory) {}

  private static List<Pair> advise(long files) {
    Knowledge knowledge = TestData.BUNDLED.knowledge();
    RandomCaseFiles random = new RandomCaseFiles(knowledge);
    CaseReader reader = new CaseReader(knowledge);
    Clock clock =
        Clock.fixed(
            RandomCaseFiles.AS_OF.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED, clock, FiringLimits.DEFAULT)) {
      return LongStream.range(0, files)
          .mapToObj(random::of)
          .map(file -> new Pair(file, engine.advise(reader.read(utf8(file)))))
          .toList();
    }
  }

  private static byte[] utf8(ObjectNode file) {
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }
}
