package org.homeostat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.homeostat.TestData;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a rule stopped is told in words that hold, and that a clinician can read. */
class WhyNotTextTest {

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);
  private static final String EXAMPLE = "prediabetes-planned-tesamorelin";
  private static final int UNFOLDED = 100_000;

  /** A name of the rule language, such as {@code isReachedBy} or {@code TierReason}. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\$|==|(?!mmHg)\\b[a-z]{2,}[A-Z][a-z]|\\b[A-Z][a-z]+[A-Z][a-z]|=\\w|\\bnull\\b");

  private static String whyNot(String caseId, String id) {
    PatientCase given = TestData.wholeCase(caseId);
    return whyNot(given, ENGINE.trace(given, null), id);
  }

  private static String whyNot(PatientCase given, Trace trace, String id) {
    try (WhyNotText text = new WhyNotText(TestData.BUNDLED, given, trace, UNFOLDED)) {
      return text.write(id);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        EXAMPLE,
        "whole-m-three-years-of-tesamorelin",
        "whole-a-high-6-hexarelin-cortisol-and-prolactin-raised",
        "whole-b-semaglutide-while-planning-a-pregnancy",
        "whole-a-high-1-diabetes-range-on-three-agents",
        "indeterminate-history-not-asked"
      })
  void every_rule_is_told_in_plain_words_and_holds_where_the_engine_matched_it(String caseId) {
    PatientCase given = TestData.wholeCase(caseId);
    Trace trace = ENGINE.trace(given, null);
    for (String rule : TestData.BUNDLED.queries().outlines().keySet()) {
      List<String> lines = whyNot(given, trace, rule).lines().toList();

      int told = lines.indexOf("Why not " + rule) + 1;
      assertThat(lines.get(told)).startsWith("  Rule " + rule);
      assertThat(lines.get(told + 1).startsWith("    It holds"))
          .as("%s holds", rule)
          .isEqualTo(trace.matches().getOrDefault(rule, 0) > 0);
      assertThat(lines).as(rule).noneMatch(line -> CODE.matcher(line).find());
    }
  }

  @Test
  void value_short_of_its_cut_off_is_told_with_the_distance() {
    assertThat(whyNot(EXAMPLE, "HIGH-1"))
        .containsSubsequence(
            "Case prediabetes-planned-tesamorelin, advice for 2026-11-21",
            "METABOLIC RISK TIER: HIGH",
            "Why not HIGH-1",
            "2 rules can give it. The nearest first:",
            "Rule diabetes-range-value (HIGH-1)",
            "stopped at condition 1 of 2: there is a finding of a value in the diabetes range",
            "Rule value-in-diabetes-range",
            "holds: there is a value of a test",
            "measured: HbA1c 5.9 % is 0.6 percentage points below the cut-off for diabetes (at or above"
                + " 6.5 %, ADA)");
    assertThat(whyNot("rise-si-small", "HIGH-1"))
        .contains("Fasting glucose 5.3 mmol/L is 1.7 mmol/L below the cut-off for diabetes");
  }

  @Test
  void what_was_not_asked_is_told_apart_from_what_is_not_there() {
    String rule = "recorded-type-2-diabetes";

    assertThat(whyNot(EXAMPLE, rule))
        .contains("there is a diagnosis of type 2 diabetes", "it was not asked in this case");
    assertThat(whyNot("low-no-agent", rule))
        .contains("nothing of the kind is in the case")
        .doesNotContain("was not asked");
  }

  @Test
  void value_that_was_set_aside_is_told_with_why() {
    assertThat(whyNot("indeterminate-haemoglobinopathy", "retina-at-risk-by-fall-of-hba1c"))
        .contains(
            "set aside: HbA1c 35 mmol/mol on 2026-11-09 (a haemoglobin variant can interfere with"
                + " HbA1c)");
  }

  @Test
  void absence_is_told_with_what_is_in_its_way() {
    assertThat(whyNot(EXAMPLE, "MOD-2"))
        .contains(
            "stopped at condition 2 of 2: there is no tier reason HIGH-2",
            "in its way: tier reason: level high, policy HIGH-2\n");
  }

  @ParameterizedTest
  @CsvSource({
    "recorded-type-2-diabets, recorded-type-2-diabetes",
    "HIHG-2, HIGH-2",
    "hold:tesamorelinn, hold:tesamorelin",
    "halt:tesamorelin, hold:tesamorelin",
    "measure:tsj, measure:tsh"
  })
  void unknown_id_is_refused_with_the_nearest(String id, String nearest) {
    assertThatThrownBy(() -> whyNot(EXAMPLE, id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + id
                + "' is no rule, no recommendation that a rule can give, and no reason of the"
                + " tier; the nearest is '"
                + nearest
                + "', and homeostat rules lists them all");
  }

  @Test
  void recommendation_and_reason_that_are_there_are_referred_to() {
    assertThat(whyNot(EXAMPLE, "hold:tesamorelin"))
        .endsWith("  It is there. explain --why hold:tesamorelin tells why.\n");
    assertThat(whyNot(EXAMPLE, "HIGH-2")).contains("It is there. explain --why HIGH-2 tells why.");
  }

  @Test
  void superseded_recommendation_names_what_stands_in_its_place() {
    assertThat(whyNot("high-1-and-high-5-on-ipamorelin", "review:ipamorelin"))
        .containsSubsequence(
            "Why not review:ipamorelin",
            "hold:ipamorelin stands in its place.",
            "A rule gives it, and it is left out");
  }

  @Test
  void recommendation_on_an_agent_that_nobody_takes_is_told_as_any_other() {
    assertThat(whyNot(EXAMPLE, "hold:sermorelin"))
        .contains("rules can give it", "Rule hold-planned-agent-at-high-risk")
        .doesNotContain("It is there");
  }
}
