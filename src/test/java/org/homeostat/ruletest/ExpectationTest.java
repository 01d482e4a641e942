package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeostat.ruletest.TestCases.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.TestCase;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.ruletest.Mismatch.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an advisory is held against: each member tells missing, surplus and different apart. */
class ExpectationTest {

  /** Of a man of 40 about whom nothing else was asked. */
  private static List<Mismatch> mismatches(String expect) {
    return mismatches("x.json", text("x", expect));
  }

  private static List<Mismatch> mismatches(String path, String text) {
    TestCase<Expectation> testCase = TestCases.read(path, text);
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      Advisory advisory = engine.advise(testCase.patientCase());
      return testCase.expectation().mismatches(advisory);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tier\": \"low\"} | tier: expected low, got indeterminate",
        "{\"atLeast\": \"moderate\"} | atLeast: expected moderate, got nothing",
        "{\"reasons\": [\"INDETERMINATE\", \"LOW\"]} | reasons: LOW is missing",
        "{\"reasonsNot\": [\"LOW\", \"INDETERMINATE\"]} | reasonsNot: INDETERMINATE is there",
        "{\"recommends\": [\"measure:hba1c\", \"repeat:hba1c\"]} | recommends: repeat:hba1c is missing",
        "{\"recommendsNot\": [\"repeat:*\", \"measure:hba1c\"]} | recommendsNot: measure:hba1c is there",
        "{\"recommendsNot\": [\"measure:hb*\"]} | recommendsNot: measure:hba1c is there",
        "{\"urgency\": {\"measure:hba1c\": \"critical\"}} | urgency: measure:hba1c: expected critical,"
            + " got info",
        "{\"urgency\": {\"repeat:hba1c\": \"info\"}} | urgency: repeat:hba1c is missing",
        "{\"due\": {\"measure:hba1c\": \"2026-11-20\"}} | due: measure:hba1c: expected by 2026-11-20,"
            + " got 2026-11-21",
        "{\"due\": {\"repeat:hba1c\": \"2026-11-20\"}} | due: repeat:hba1c is missing",
        "{\"dueNotBefore\": {\"measure:hba1c\": \"2026-11-22\"}} | dueNotBefore: measure:hba1c: expected"
            + " from 2026-11-22, got 2026-11-21",
        "{\"missing\": [\"hba1c\", \"vat\"]} | missing: vat is missing",
        "{\"dataQuality\": [\"stale\"]} | dataQuality: stale is missing",
        "{\"disagreements\": [\"insulin-sensitivity\"]} | disagreements: insulin-sensitivity is missing",
      })
  void what_is_not_as_expected_is_named(String expect, String sentence) {
    assertThat(mismatches(expect)).extracting(Mismatch::sentence).containsExactly(sentence);
  }

  @Test
  void what_is_as_expected_is_silent() {
    assertThat(
            mismatches(
                """
                {"tier": "indeterminate", "reasons": ["INDETERMINATE"], "reasonsNot": ["LOW"],
                 "recommends": ["measure:hba1c"], "recommendsNot": ["hold:*", "stop:tesamorelin"],
                 "urgency": {"measure:hba1c": "info"}, "due": {"measure:hba1c": "2026-11-21"},
                 "dueNotBefore": {"measure:hba1c": "2026-11-21"}, "missing": ["hba1c"],
                 "dataQualityNot": ["stale"]}
                """))
        .isEmpty();
  }

  @Test
  void only_names_each_recommendation_beyond_the_list() {
    assertThat(mismatches("{\"recommends\": [\"measure:hba1c\"], \"only\": true}"))
        .contains(
            new Mismatch(
                "only", Kind.SURPLUS, "measure:waist", "no measure:waist", "measure:waist"))
        .extracting(Mismatch::id)
        .doesNotContain("measure:hba1c");
  }

  @Test
  void what_is_missing_comes_with_what_is_there() {
    assertThat(mismatches("{\"reasons\": [\"LOW\"]}"))
        .containsExactly(new Mismatch("reasons", Kind.MISSING, "LOW", "LOW", "INDETERMINATE"));
  }

  @Test
  void rule_that_the_name_says_fires_must_stand_in_a_proof() throws Exception {
    Path file = TestData.RULE_CASES.resolve("acromegaly-suspected-by-igf-1--fires-3-1-sds.json");
    String text = Files.readString(file);
    String rule = "acromegaly-suspected-by-igf-1";

    assertThat(mismatches(file.toString(), text)).isEmpty();
    assertThat(mismatches(rule + "--silent-3-1-sds.json", text))
        .containsExactly(new Mismatch("proofs", Kind.SURPLUS, rule, "no " + rule, rule));
    assertThat(mismatches(rule + "--suppresses-3-1-sds.json", text))
        .extracting(Mismatch::sentence)
        .containsExactly("proofs: " + rule + " is there");
    assertThat(mismatches("no-risk-factor-identified--fires-3-1-sds.json", text))
        .singleElement()
        .satisfies(m -> assertThat(m.kind()).isEqualTo(Kind.MISSING))
        .satisfies(m -> assertThat(m.got()).contains(rule));
  }
}
