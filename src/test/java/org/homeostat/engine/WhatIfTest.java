package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.advice.WhatIf;
import org.homeostat.advice.WhatIf.Alternative;
import org.homeostat.advice.WhatIf.Difference;
import org.homeostat.advice.WhatIf.Possible;
import org.homeostat.casefile.WhatIfWriter;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.Test;

/** The nearest changes that would change the advice, as the engine answers. */
class WhatIfTest {

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);
  private static final String EXAMPLE = "prediabetes-planned-tesamorelin";
  private static final WhatIf OF_EXAMPLE = whatIf(EXAMPLE);

  private static WhatIf whatIf(String id) {
    return ENGINE.whatIf(TestData.wholeCase(id), null);
  }

  /** The changes of a datum, by the beginning of its text. */
  private static Stream<Alternative> changes(WhatIf whatIf, String kind, String datum) {
    return whatIf.changes().stream()
        .filter(change -> change.kind().equals(kind) && change.datum().startsWith(datum));
  }

  /** The one change of a datum of which the distance or the change ends with the words. */
  private static Alternative change(WhatIf whatIf, String kind, String datum, String end) {
    List<Alternative> found =
        changes(whatIf, kind, datum)
            .filter(
                change ->
                    change.change().endsWith(end)
                        || change.distance() != null && change.distance().endsWith(end))
            .toList();
    assertThat(found).as("%s of %s: %s", kind, datum, end).hasSize(1);
    return found.get(0);
  }

  private static WhatIf.Question question(WhatIf whatIf, String code) {
    return whatIf.missing().stream()
        .filter(question -> question.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no question on " + code));
  }

  private static List<String> ids(List<WhatIf.Line> lines) {
    return lines.stream().map(WhatIf.Line::id).toList();
  }

  @Test
  void value_below_its_cut_off_takes_the_reason_and_what_follows_from_it_away() {
    Alternative change = change(OF_EXAMPLE, "value", "HbA1c", "lower");

    assertThat(change.at()).isEqualTo("/observations/0");
    assertThat(change.datum()).isEqualTo("HbA1c 5.9 % on 2026-11-10");
    assertThat(change.change()).isEqualTo("5.6 %");
    assertThat(change.distance()).isEqualTo("0.3 percentage points lower");
    assertThat(change.near()).isNull();
    Difference difference = change.difference();
    assertThat(difference.tier()).isEqualTo(TierLevel.MODERATE);
    assertThat(difference.changesTier()).isTrue();
    assertThat(difference.reasonsGained()).containsExactly("MOD-1");
    assertThat(difference.reasonsLost()).containsExactly("HIGH-2");
    assertThat(ids(difference.gained())).containsExactly("discuss:insulin-sensitivity");
    assertThat(ids(difference.lost()))
        .containsExactly("hold:tesamorelin", "refer:endocrinology", "repeat:hba1c");
    assertThat(difference.changed())
        .extracting(WhatIf.Line::id, WhatIf.Line::urgency)
        .contains(tuple("counsel:lifestyle", Urgency.INFO));
  }

  @Test
  void value_of_which_an_index_is_made_is_taken_to_where_the_index_turns() {
    Alternative glucose = change(OF_EXAMPLE, "value", "Fasting glucose", "lower");
    Alternative insulin = change(OF_EXAMPLE, "value", "Fasting insulin", "lower");

    // HOMA-IR of 2.5 lies between 72 and 73 mg/dL with 14 uIU/mL, and between 10 and 11 with 98
    assertThat(glucose.change()).isEqualTo("72 mg/dL");
    assertThat(glucose.distance()).isEqualTo("26 mg/dL lower");
    assertThat(glucose.difference().reasonsGained()).containsExactly("MOD-2");
    assertThat(insulin.change()).isEqualTo("10 uIU/mL");
    assertThat(insulin.difference()).isEqualTo(glucose.difference());
  }

  @Test
  void change_within_the_variation_of_a_measurement_is_marked() {
    Alternative change = change(OF_EXAMPLE, "value", "Fasting glucose", "higher");

    assertThat(change.change()).isEqualTo("100 mg/dL");
    assertThat(change.near()).contains("nearer than one measurement", "5.6 %");
    assertThat(change.difference().changesTier()).isFalse();
    assertThat(ids(change.difference().lost())).containsExactly("repeat:hba1c");
  }

  @Test
  void missing_test_is_asked_in_the_ranges_of_its_cut_offs() {
    WhatIf.Question tsh = question(OF_EXAMPLE, "tsh");

    assertThat(tsh.answers())
        .extracting(Possible::answer)
        .containsExactly("0.3 mIU/L or less", "0.4 to 4.0 mIU/L", "4.1 mIU/L or more");
    assertThat(tsh.answers())
        .allSatisfy(
            answer -> assertThat(ids(answer.difference().lost())).containsExactly("measure:tsh"));
    assertThat(ids(tsh.answers().get(1).difference().gained())).isEmpty();
    assertThat(ids(tsh.answers().get(2).difference().gained()))
        .containsExactly("repeat:free-t4", "repeat:tsh");
  }

  @Test
  void missing_score_leaves_no_gap_between_its_ranges() {
    assertThat(question(whatIf("high-2-homa-ir-planned-start"), "igf-1").answers())
        .extracting(Possible::answer)
        .containsExactly("2 SDS or less", "2.1 to 3 SDS", "3.1 SDS or more");
  }

  @Test
  void diagnosis_that_nobody_asked_for_tells_what_it_would_decide() {
    Possible malignancy =
        question(OF_EXAMPLE, "conditions").answers().stream()
            .filter(answer -> answer.answer().equals("active malignancy"))
            .findFirst()
            .orElseThrow();

    assertThat(malignancy.difference().tier()).isEqualTo(TierLevel.STOP);
    assertThat(malignancy.difference().reasonsGained()).containsExactly("STOP-1");
    assertThat(ids(malignancy.difference().gained()))
        .containsExactlyInAnyOrder("avoid:tesamorelin", "refer:oncology");
  }

  @Test
  void other_answer_and_absence_of_an_entry_are_tried() {
    assertThat(change(OF_EXAMPLE, "answer", "Pregnancy", "pregnancy pregnant").difference())
        .satisfies(
            difference -> {
              assertThat(difference.tier()).isEqualTo(TierLevel.STOP);
              assertThat(difference.reasonsGained()).containsExactly("STOP-2");
            });
    assertThat(ids(change(OF_EXAMPLE, "absence", "Tesamorelin", "not there").difference().lost()))
        .containsExactlyInAnyOrder("hold:tesamorelin", "discuss:off-label-use", "measure:tsh");
  }

  @Test
  void what_changes_nothing_is_named_and_stands_at_no_change() {
    assertThat(OF_EXAMPLE.unaffected()).contains("Ancestry european");
    assertThat(OF_EXAMPLE.untried()).contains("Sex female").doesNotContain("Ancestry european");
    assertThat(OF_EXAMPLE.changes()).allMatch(change -> change.difference().isAny());
    assertThat(OF_EXAMPLE.changes())
        .extracting(Alternative::datum)
        .doesNotContainAnyElementsOf(OF_EXAMPLE.unaffected());
  }

  @Test
  void number_of_threads_and_another_run_change_nothing() {
    PatientCase given = TestData.wholeCase(EXAMPLE);

    assertThat(Searching.run(given, 1, Asker::new)).isEqualTo(OF_EXAMPLE);
    assertThat(Searching.run(given, 3, Asker::new)).isEqualTo(OF_EXAMPLE);
    assertThat(bytes(whatIf(EXAMPLE))).isEqualTo(bytes(OF_EXAMPLE));
  }

  private static String bytes(WhatIf whatIf) {
    return new WhatIfWriter().write(ENGINE.advise(TestData.wholeCase(EXAMPLE)), whatIf, true);
  }

  @Test
  void score_is_changed_where_the_test_was_judged_by_it() {
    Alternative change =
        change(whatIf("igf-1-score-against-laboratory-range"), "value", "IGF-1 0.5 SDS", "higher");

    assertThat(change.change()).isEqualTo("3.1 SDS");
    assertThat(change.distance()).isEqualTo("2.6 SDS higher");
    assertThat(change.near()).isNull();
    assertThat(change.difference().reasonsGained()).containsExactly("STOP-3");
  }

  @Test
  void end_of_the_laboratory_s_own_range_is_a_limit_like_a_cut_off() {
    WhatIf whatIf = whatIf("igf-1-laboratory-range-changed");
    Alternative change = change(whatIf, "value", "IGF-1 215 ng/mL", "higher");

    assertThat(change.change()).isEqualTo("302 ng/mL");
    assertThat(change.difference().reasonsGained()).containsExactly("MOD-12");
  }

  @Test
  void value_is_changed_in_the_unit_in_which_it_was_reported() {
    WhatIf whatIf = whatIf("low-planned-start-hba1c-90-days-before");
    Alternative glucose = change(whatIf, "value", "Fasting glucose", "higher");
    Alternative insulin = change(whatIf, "value", "Fasting insulin", "higher");

    assertThat(glucose.change()).isEqualTo("5.6 mmol/L");
    assertThat(glucose.distance()).isEqualTo("0.7 mmol/L higher");
    // judged in uIU/mL: 69 pmol/L are 11.5, and HOMA-IR with 4.9 mmol/L is 2.504
    assertThat(insulin.datum()).startsWith("Fasting insulin 33 pmol/L (5.5 uIU/mL)");
    assertThat(insulin.change()).isEqualTo("69 pmol/L");
    assertThat(insulin.difference().reasonsGained()).containsExactly("MOD-1");
  }

  @Test
  void older_value_is_changed_where_a_rise_is_measured_from_it() {
    WhatIf whatIf = whatIf("rise-high-4-95-to-105");
    Alternative before =
        change(whatIf, "value", "Fasting glucose 95 mg/dL on 2026-07-14", "higher");
    Alternative now = change(whatIf, "value", "Fasting glucose 105 mg/dL on 2026-11-09", "lower");

    assertThat(before.change()).isEqualTo("96 mg/dL");
    assertThat(now.change()).isEqualTo("104 mg/dL");
    assertThat(before.difference().tier()).isEqualTo(TierLevel.MODERATE);
    assertThat(before.difference()).isEqualTo(now.difference());
  }

  @Test
  void value_grows_stale_by_one_day() {
    Alternative planned =
        change(whatIf("low-planned-start-hba1c-90-days-before"), "date", "HbA1c", "earlier");
    Alternative current =
        change(whatIf("low-neighbour-hba1c-exactly-26-weeks"), "date", "HbA1c", "earlier");

    assertThat(planned.change()).isEqualTo("on 2026-09-15");
    assertThat(planned.distance()).isEqualTo("1 day earlier");
    assertThat(current.change()).isEqualTo("on 2026-05-22");
    assertThat(current.distance()).isEqualTo("1 day earlier");
    for (Alternative change : List.of(planned, current)) {
      assertThat(change.difference().tier()).isEqualTo(TierLevel.INDETERMINATE);
      assertThat(ids(change.difference().gained())).contains("measure:hba1c");
    }
  }

  @Test
  void start_of_a_course_is_moved_whether_planned_or_past() {
    Alternative planned =
        change(whatIf("low-planned-start-hba1c-90-days-before"), "date", "CJC-1295", "1 day later");
    Alternative current =
        change(whatIf("rise-high-4-95-to-105"), "date", "Sermorelin", "11 days earlier");

    assertThat(planned.change()).isEqualTo("start 2026-12-16");
    assertThat(planned.difference().tier()).isEqualTo(TierLevel.INDETERMINATE);
    // the baseline of 14 July then lies after the start
    assertThat(current.change()).isEqualTo("start 2026-07-13");
    assertThat(current.difference().tier()).isEqualTo(TierLevel.MODERATE);
  }

  @Test
  void history_that_was_not_asked_is_answered_each_way() {
    List<Possible> family =
        question(whatIf("indeterminate-history-not-asked"), "family-history").answers();

    assertThat(family)
        .filteredOn(answer -> answer.difference().changesTier())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.answer()).isEqualTo("type 2 diabetes in mother");
              assertThat(answer.difference().reasonsGained()).containsExactly("MOD-3");
            });
    assertThat(family)
        .filteredOn(answer -> !answer.difference().changesTier())
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.answer())
                    .contains("nothing in the family", "cannot be known", "in grandparent"));
  }

  @Test
  void rest_of_the_way_of_living_is_asked_beside_what_was_told() {
    assertThat(question(whatIf("indeterminate-lifestyle-half-known"), "lifestyle").answers())
        .extracting(Possible::answer, answer -> answer.difference().tier())
        .containsExactly(
            tuple("sleep hours 2, sleep hours 5", TierLevel.MODERATE),
            tuple("sleep hours 6, sleep hours 7, sleep hours 16", TierLevel.LOW));
  }
}
