package org.homeostat.engine;

import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;

/** The advisories of all cases of the project and of random ones, one after the other. */
final class WholeAdvisories {

  private static final int RANDOM_CASES = 600;

  private WholeAdvisories() {}

  /** Hands on each advisory; none is kept. */
  static void each(Consumer<Advisory> taker) {
    RandomCases random = new RandomCases(TestData.BUNDLED.knowledge());
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      Stream.of(
              TestData.files(TestData.CASES).stream().map(TestData::read),
              TestData.files(TestData.RULE_CASES).stream().map(TestData::read),
              LongStream.range(0, RANDOM_CASES).mapToObj(random::of))
          .flatMap(cases -> cases)
          .forEach(patientCase -> taker.accept(engine.advise(patientCase)));
    }
  }
}
