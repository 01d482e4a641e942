package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.CaseText;
import org.homeostat.casefile.TestCase;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A frozen case holds the outcome it was made of, and notices another one. */
class FrozenCaseTest {

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  static Stream<Path> cases() {
    return TestData.files(TestData.CASES).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void frozen_case_meets_what_it_expects(Path file) {
    ObjectNode given = CaseText.tree(TestData.bytes(file));
    Advisory advisory = ENGINE.advise(TestData.read(file));

    String frozen = CaseText.pretty(FrozenCase.of(given, "frozen", advisory));

    TestCase<Expectation> testCase = TestCases.read("frozen.json", frozen);
    PatientCase read = testCase.patientCase();
    assertThat(testCase.expectation().mismatches(ENGINE.advise(read))).isEmpty();
    assertThat(read.id()).isEqualTo("frozen");
    assertThat(read.title()).startsWith(FrozenCase.TO_BE_REVIEWED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void frozen_case_does_not_hold_on_another_day(Path file) {
    PatientCase patientCase = TestData.read(file);
    Advisory advisory = ENGINE.advise(patientCase);
    String frozen =
        CaseText.pretty(
            FrozenCase.of(CaseText.tree(TestData.bytes(file)), patientCase.id(), advisory));
    Advisory twoYearsLater = ENGINE.advise(patientCase, advisory.asOf().plusYears(2));

    assertThat(TestCases.read("frozen.json", frozen).expectation().mismatches(twoYearsLater))
        .isNotEmpty();
  }
}
