package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check on the meaning of rules speaks where it should, and is silent close by. */
class MeaningTest {

  private static final String SEPARATOR = " ;; ";

  @ParameterizedTest(name = "{0} {3}")
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        // code % pattern that is wrong % pattern that is not % what the message says
        "unknown-code % Condition( code == \"pcso\" ) % Condition( code == \"pcos\" ) % 'pcso' is not among the codes of condition",
        "unknown-code % Condition( code == \"pcos\", status == \"past\" ) % Condition( code == \"pcos\", status == \"history\" ) % condition-status",
        "unknown-code % FamilyMember( condition == \"men2\" ) % FamilyMember( condition == \"men-2\" ) % 'men2'",
        "unknown-code % Medication( code in ( \"insulin\", \"insuline\" ) ) % Medication( code in ( \"insulin\" ) ) % 'insuline'",
        "unknown-code % Examination( code == \"retina\" ) % Examination( code == \"retinal-exam\" ) % 'retina'",
        "unknown-code % UsableObservation( code == \"glucose\" ) % UsableObservation( code == \"activity\" ) % among the tests",
        "unknown-code % UnusableObservation( problem == \"old\" ) % UnusableObservation( problem == \"stale\" ) % problem of UnusableObservation",
        "unknown-code % Treatment( status == \"active\" ) % Treatment( status == \"current\" ) % status of Treatment",
        "unknown-code % Treatment( agent == \"tesamorelín\" ) % Treatment( agent == \"tesamorelin\" ) % among the agents",
        "unknown-code % Treatment( source != \"web\" ) % Treatment( source != \"online\" ) % product-source",
        "unknown-code % Answer( code == \"gender\" ) % Answer( code == \"sex\" ) % questions",
        "unknown-code % Answer( code == \"sex\", value == \"man\" ) % Answer( code == \"sex\", value == \"male\" ) % 'man'",
        "unknown-code % Answer( code == \"smoker\", value == \"no\" ) % Answer( code == \"smoker\", value == \"yes\" ) % answers on smoker",
        "unknown-code % Cutoff( code == \"hba1c\", band == \"diabetic\" ) % Cutoff( code == \"hba1c\", band == \"diabetes\" ) % 'diabetic'",
        "unknown-code % Window( code == \"recent\" ) % Window( code == \"recent-medication\" ) % tables/windows.yaml",
        "unknown-code % Interval( code == \"repeat\" ) % Interval( code == \"igf-1-repeat\" ) % tables/intervals.yaml",
        "unknown-code % CoreTest( code == \"ferritin\" ) % CoreTest( code == \"tsh\" ) % tables/core-tests.yaml",
        "unknown-code % Interfering( analyte == \"tsh\" ) % Interfering( analyte == \"hba1c\" ) % tables/interferences.yaml",
        "unknown-code % Agent( agentClass == \"glp-1\" ) % Agent( agentClass == \"incretin\" ) % tables/agents.yaml",
        "unknown-code % Agent( groups contains \"gh\" ) % Agent( groups contains \"gh-axis\" ) % 'gh'",
        "unknown-code % Contraindication( weight == \"excluded\" ) % Contraindication( weight == \"excludes\" ) % weight",
        "unknown-code % PaediatricUse( indication == \"adhd\" ) % PaediatricUse( indication == \"obesity\" ) % 'adhd'",
        "unknown-code % TierReason( policy == \"HIGH-99\" ) % TierReason( policy == \"HIGH-1\" ) % policy ids",
        "never-fires % Finding( code == \"nobody\" ) % Finding( code == \"somebody\" ) % no rule concludes Finding 'nobody'",
        "never-fires % Finding( code == \"somebody\", about == \"me\" ) % Finding( code == \"somebody\", about == \"\" ) % no rule concludes Finding 'somebody', 'me'",
        "never-fires % Finding( code == \"unfed\" ) % Finding( code == \"fed\" ) % only rules that never fire conclude Finding 'unfed': 'unfed'",
        "never-fires % Finding( code == \"tested\", about == \"pcos\" ) % Finding( code == \"tested\", about == \"tsh\" ) % no rule concludes Finding 'tested', 'pcos'",
        "never-fires % Cutoff( code == \"hba1c\", band == \"obesity\" ) % Cutoff( code == \"bmi\", band == \"obesity\" ) % no row of tables/cutoffs.yaml",
        "never-fires % Agent( agentClass == \"incretin\", ghAxis ) % Agent( agentClass == \"growth-hormone\", ghAxis ) % no row of tables/agents.yaml",
        "never-fires % Symptom( code == \"vomiting\", code == \"snoring\" ) % Symptom( code == \"vomiting\" || code == \"snoring\" ) % no value of 'code' passes",
        "never-fires % Symptom( code == \"vomiting\", code != \"vomiting\" ) % Symptom( code == \"vomiting\", code != \"snoring\" ) % no value of 'code' passes",
        "never-fires % UsableObservation( newest, newest == false ) % UsableObservation( newest, current == false ) % no value of 'newest' passes",
        "never-fires % $c : Course() ;; not Course() % $c : Course() ;; not Symptom() % the absence of the same",
        "never-fires % $o : UsableObservation( $c : code ) ;; not UsableObservation( code == $c ) % $o : UsableObservation( $c : code ) ;; not UsableObservation( code == $c, newest ) % the absence of the same",
        "never-fires % Condition( code == \"hiv\" ) % Condition( code == \"pcos\" ) % does not call condition 'hiv' judged",
        "never-fires % Answer( code == \"menopause\", value == \"premenopausal\" ) % Answer( code == \"menopause\", value == \"postmenopausal\" ) % judged",
      })
  void pattern(String code, String bad, String good, String message) {
    assertThat(of(code, rules(bad)))
        .filteredOn(found -> found.rule().equals("probe"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.message()).contains(message);
              assertThat(found.rule()).isEqualTo("probe");
              assertThat(found.line()).isEqualTo(2 + bad.split(SEPARATOR).length);
              assertThat(found.remedy()).isNotBlank();
            });
    assertThat(of(code, rules(good))).filteredOn(found -> found.rule().equals("probe")).isEmpty();
  }

  @ParameterizedTest(name = "{0} is concluded")
  @CsvSource(
      delimiter = '%',
      value = {
        "Advice( \"start\", \"tesamorelin\" ) % Advice( \"stop\", \"tesamorelin\" ) % 'start'",
        "Advice( \"measure\", \"feritin\" ) % Advice( \"measure\", \"haematocrit\" ) % 'feritin'",
        "Advice( \"hold\", \"growth\" ) % Advice( \"hold\", \"somatropin\" ) % among the agents",
        "Discrepancy( \"wrong\", $at ) % Discrepancy( \"verify\", $at ) % 'wrong'",
        "TierReason( \"high\", \"HIGH-44\" ) % TierReason( \"high\", \"HIGH-4\" ) % 'HIGH-44'",
      })
  void unknown_code_in_a_conclusion(String bad, String good, String message) {
    String when = "$symptom : Symptom( code == \"vomiting\", $at : at )";

    assertThat(of("unknown-code", rule("probe", when, bad)))
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains(message));
    assertThat(of("unknown-code", rule("probe", when, good))).isEmpty();
  }

  @Test
  void nearest_known_code_is_the_way_out() {
    assertThat(of("unknown-code", rules("Symptom( code == \"vomitting\" )")))
        .singleElement()
        .extracting(Diagnostic::remedy)
        .isEqualTo(
            "write 'vomiting', the nearest known one, or add the code to tables/vocabulary.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        // same conditions in another order, with other names and white space
        "duplicate-rule % Symptom( $a : code ) ;; Treatment( active, agent == \"sermorelin\" ) % Treatment( agent==\"sermorelin\",active ) ;; Symptom( $x : code )",
        // joined from the other end
        "duplicate-rule % CoreTest( $a : code ) ;; UsableObservation( code == $a ) % UsableObservation( $x : code ) ;; CoreTest( code == $x )",
        "duplicate-rule % Symptom( $a : code in ( \"vomiting\", \"snoring\" ) ) % Symptom( code == \"snoring\" || code == \"vomiting\" )",
        "subsumed-rule % Symptom( $a : code ) % Symptom( $x : code ) ;; Course()",
        "subsumed-rule % Symptom( code in ( \"vomiting\", \"snoring\" ) ) % Symptom( code == \"snoring\" )",
        "subsumed-rule % Symptom() ;; not Condition( code == \"pcos\" ) % Symptom() ;; not Condition( code in ( \"pcos\", \"obesity\" ) )",
        "subsumed-rule % UsableObservation( $a : code ) ;; Cutoff( code == $a ) % UsableObservation( $x : code, $v : value ) ;; Cutoff( code == $x, isReachedBy( $v ) )",
        "none % Symptom( code == \"vomiting\" ) % Symptom( code == \"snoring\" )",
        "none % Symptom() ;; Course() % Symptom() ;; not Course()",
        "none % UsableObservation( $a : code ) ;; Cutoff( code == $a ) % UsableObservation( $x : code ) ;; Cutoff( band == $x )",
        "none % UsableObservation( code == \"tsh\", $a : value ) ;; Cutoff( isReachedBy( $a ) ) % UsableObservation( code == \"tsh\", $x : reference ) ;; Cutoff( isReachedBy( $x ) )",
        "none % Symptom() ;; not Condition( code == \"pcos\" ) % Symptom() ;; not Condition( code == \"obesity\" )",
      })
  void rules_of_one_conclusion(String code, String one, String other) {
    String first = rule("one", one, "Finding( \"probe\" )");
    String second = rule("other", other, "Finding( \"probe\" )");
    List<String> overlaps =
        RuleExample.ofRules(first + second).stream()
            .map(found -> found.check().code())
            .filter(found -> found.equals("duplicate-rule") || found.equals("subsumed-rule"))
            .toList();

    assertThat(overlaps).isEqualTo(code.equals("none") ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "'@urgency( \"warning\" )', '@urgency( \"info\" )', 1",
    "'@urgency( \"info\" )', '@urgency( \"warning\" )', 0",
    "'@source( \"tier-policy\" )', '@source( \"tier-policy\" )', 1",
    "'@source( \"tier-policy\" )', '@source( \"ada-standards\" )', 0",
    "'@guidance( \"S1 S2\" )', '@guidance( \"S2\" )', 1",
    "'@guidance( \"S1\" )', '@guidance( \"S1 S2\" )', 0",
  })
  void narrower_rule_that_says_more_is_not_subsumed(String wide, String narrow, int times) {
    String drl =
        rule("wide", "Symptom()", "Advice( \"assess\", \"gut\" )")
                .replace("\nwhen", "\n    " + wide + "\nwhen")
            + rule("narrow", "Symptom() ;; Course()", "Advice( \"assess\", \"gut\" )")
                .replace("\nwhen", "\n    " + narrow + "\nwhen");

    assertThat(of("subsumed-rule", drl)).hasSize(times);
  }

  @ParameterizedTest(name = "{index}: {0} {1} against {2} {3}")
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        // what cannot be followed
        "1 % avoid % Treatment( active, $a : agent ) % stop % Treatment( status == \"current\", $a : agent )",
        "1 % avoid % TierReason( $a : agent ) % stop % Treatment( status == \"current\", $a : agent )",
        "1 % hold % Treatment( $a : agent ) % discuss % Treatment( $a : agent )",
        "1 % hold % Treatment( $t : agent ) ;; Agent( code == $t, ghAxis, $a : code ) % discuss % Agent( $a : code, agentClass == \"growth-hormone\" )",
        // superseded
        "0 % avoid % Treatment( $a : agent ) % hold % Treatment( $a : agent )",
        "0 % stop % Treatment( $a : agent ) % review % Treatment( $a : agent )",
        "0 % hold % Treatment( $a : agent ) % review % Treatment( $a : agent )",
        // both can be done
        "0 % stop % Treatment( $a : agent ) % verify % Treatment( $a : agent )",
        // another target
        "0 % hold % Treatment( $t : agent ) ;; Agent( code == $t, ghAxis, $a : code ) % discuss % Agent( $a : code, agentClass == \"incretin\" )",
        "0 % hold % Treatment( $a : agent ) % measure % CoreTest( $a : code )",
        // never together
        "0 % avoid % Treatment( status == \"planned\", $a : agent ) % stop % Treatment( status == \"current\", $a : agent )",
        "0 % hold % Treatment( $a : agent ) ;; Symptom( code == \"vomiting\" ) % discuss % Treatment( $a : agent ) ;; not Symptom( code == \"vomiting\" )",
        "1 % hold % Treatment( $a : agent ) ;; Symptom( code == \"vomiting\" ) % discuss % Treatment( $a : agent ) ;; not Symptom( code == \"snoring\" )",
        "0 % hold % Treatment( $a : agent ) ;; Answer( code == \"sex\", value == \"male\" ) % discuss % Treatment( $a : agent ) ;; Answer( code == \"sex\", value == \"female\" )",
        "1 % hold % Treatment( $a : agent ) ;; Answer( code == \"pregnancy\", value == \"pregnant\" ) % discuss % Treatment( $a : agent ) ;; Answer( code == \"pregnancy\", value == \"none\" )",
        "0 % hold % Treatment( $a : agent ) ;; Finding( code == \"probe-fed\" ) % discuss % Treatment( $a : agent ) ;; not Symptom( code == \"sweating\" )",
        "0 % hold % Treatment( $a : agent ) ;; Symptom( code == \"sweating\" ) % discuss % Treatment( $a : agent ) ;; not Finding( code == \"probe-fed\" )",
        "0 % hold % Treatment( $a : agent ) ;; UsableObservation( code == \"hba1c\", newest, $v : value ) ;; Cutoff( code == \"hba1c\", band == \"diabetes\", isReachedBy( $v ) ) % discuss % Treatment( $a : agent ) ;; UsableObservation( code == \"hba1c\", newest, $q : value ) ;; Cutoff( code == \"hba1c\", band == \"diabetes\", isNotReachedBy( $q ) )",
        "1 % hold % Treatment( $a : agent ) ;; UsableObservation( code == \"hba1c\", newest, $v : value ) ;; Cutoff( code == \"hba1c\", band == \"diabetes\", isReachedBy( $v ) ) % discuss % Treatment( $a : agent ) ;; UsableObservation( code == \"hba1c\", previous, $q : value ) ;; Cutoff( code == \"hba1c\", band == \"diabetes\", isNotReachedBy( $q ) )",
      })
  void actions_on_one_target(int times, String action, String one, String opposite, String other) {
    String drl =
        rule("one", one, "Advice( \"" + action + "\", $a )")
            + rule("other", other, "Advice( \"" + opposite + "\", $a )")
            + rule("fed", "Symptom( code == \"sweating\" )", "Finding( \"probe-fed\" )")
            + rule("reason", "Treatment( $r : agent )", "TierReason( \"stop\", \"STOP-1\", $r )");

    assertThat(of("conflicting-advice", drl)).hasSize(times);
  }

  @ParameterizedTest(name = "{index}: {0} and {1}")
  @CsvSource({
    "glucose-repeat-after-rise, thyroid-repeat, 1", // to week 4, from week 6
    "glucose-repeat-after-rise, igf-1-repeat, 0", // to week 4, from week 4
    "igf-1-repeat, hba1c-repeat-after-rise, 1", // to week 6, from week 8
    "hba1c-repeat-after-rise, hba1c-after-confounder, 0", // without an end
  })
  void spans_of_one_advice(String one, String other, int times) {
    String today = rule("one", span(one), "Advice( \"repeat\", \"tsh\", $f, $t )");
    String then = rule("other", span(other), "Advice( \"repeat\", \"tsh\", $f, $t )");

    assertThat(of("conflicting-advice", today + then)).hasSize(times);
    assertThat(of("conflicting-advice", today + then.replace("\"tsh\"", "\"igf-1\""))).isEmpty();
    assertThat(of("conflicting-advice", today.replace("Course()", "not Course()") + then))
        .isEmpty();
  }

  @Test
  void spans_from_different_days_are_not_compared() {
    String after =
        "$d : Medication( code == \"glucocorticoid\", $stop : stop ) ;; "
            + "Interval( code == \"thyroid-repeat\", $f : fromWeeks, $t : toWeeks )";
    String conclusion =
        "Advice( \"repeat\", \"tsh\", weeksAfter( $stop, $f ), weeksAfter( $stop, $t ) )";
    String soon = after.replace("thyroid-repeat", "glucose-repeat-after-rise");
    String today =
        rule("one", span("glucose-repeat-after-rise"), "Advice( \"repeat\", \"tsh\", $f, $t )");

    assertThat(of("conflicting-advice", today + rule("other", after, conclusion))).isEmpty();
    assertThat(
            of(
                "conflicting-advice",
                rule("one", soon, conclusion) + rule("two", after, conclusion)))
        .hasSize(1);
  }

  @Test
  void review_is_due_the_day_after_fifty_two_weeks() {
    String drl = rule("probe", "Symptom()", "Finding( \"probe\" )");

    assertThat(of("review-due", drl.replace("\nwhen", "\n    @reviewed( \"2025-12-02\" )\nwhen")))
        .isEmpty();
    assertThat(of("review-due", drl.replace("\nwhen", "\n    @reviewed( \"2025-12-01\" )\nwhen")))
        .singleElement()
        .satisfies(
            found -> assertThat(found.message()).isEqualTo("its review was due on 2026-11-30"));
  }

  @Test
  void bundled_rules_are_clean() {
    assertThat(RuleCheck.run(TestData.RULES, RuleExample.TODAY).diagnostics())
        .isSortedAccordingTo(Diagnostic.ORDER)
        .filteredOn(found -> found.check().severity() != Severity.NOTE)
        .isEmpty();
  }

  private static String span(String interval) {
    return "Course() ;; Interval( code == \"" + interval + "\", $f : notBefore, $t : due )";
  }

  private static List<Diagnostic> of(String code, String drl) {
    return RuleExample.ofRules(drl).stream()
        .filter(found -> found.check().code().equals(code))
        .toList();
  }

  /** The patterns in a rule, beside rules that conclude and rules that cannot. */
  private static String rules(String patterns) {
    return rule("probe", patterns, "Finding( \"probe\" )")
        + rule("somebody", "Symptom()", "Finding( \"somebody\" )")
        + rule("tested", "CoreTest( $c : code )", "Finding( \"tested\", $c )")
        + rule("high", "Symptom()", "TierReason( \"high\", \"HIGH-1\" )")
        + rule("fed", "Finding( code == \"somebody\" )", "Finding( \"fed\" )")
        + (patterns.contains("unfed")
            ? rule(
                "unfed",
                "Symptom( code == \"snoring\", code == \"vomiting\" )",
                "Finding( \"unfed\" )")
            : "");
  }

  private static String rule(String name, String patterns, String conclusion) {
    return "rule \""
        + name
        + "\"\nwhen\n    "
        + String.join("\n    ", patterns.strip().split(SEPARATOR))
        + "\nthen\n    insertLogical( new "
        + conclusion
        + " );\nend\n";
  }
}
