package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.rulebook.RuleQueries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a rule came is what the engine did. */
@Tag("slow")
class WhyNotTest {

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  static Stream<Path> cases() {
    return Stream.concat(
        TestData.files(TestData.CASES).stream(), TestData.files(TestData.RULE_CASES).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_rule_agrees_with_what_the_engine_did(Path file) {
    RuleQueries queries = TestData.BUNDLED.queries();
    Trace trace = ENGINE.trace(TestData.read(file), null);
    SortedMap<String, Integer> reached = new TreeMap<>();
    try (WhyNot whyNot = WhyNot.ofAll(TestData.BUNDLED, trace)) {
      for (String rule : queries.outlines().keySet()) {
        int matches = whyNot.reach(rule).matches();
        if (matches > 0) {
          reached.put(rule, matches);
        }
      }
    }

    assertThat(reached).isEqualTo(trace.matches());
  }
}
