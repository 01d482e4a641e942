package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Proof;
import org.junit.jupiter.api.Test;

/** Proofs tell how far each value lies from the limit with which a rule compared it. */
class MarginsTest {

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  private static Advisory advisory(String id) {
    return ENGINE.advise(TestData.wholeCase(id));
  }

  private static List<Margin> margins(Advisory advisory) {
    return advisory.proofs().flatMap(MarginsTest::margins).distinct().toList();
  }

  private static Stream<Margin> margins(Proof proof) {
    return proof instanceof Proof.Step step
        ? Stream.concat(step.margins().stream(), step.from().stream().flatMap(MarginsTest::margins))
        : Stream.empty();
  }

  /** The one margin of a case that begins with the words. */
  private static Margin margin(String id, String text) {
    List<Margin> found =
        margins(advisory(id)).stream().filter(margin -> margin.text().startsWith(text)).toList();
    assertThat(found).as("%s: %s", id, text).hasSize(1);
    return found.get(0);
  }

  @Test
  void percentage_is_told_in_points_and_marked_with_its_sources_where_it_is_near() {
    Advisory advisory = advisory("high-2-homa-ir-planned-start");
    Margin margin =
        margins(advisory).stream()
            .filter(one -> one.value().equals("HbA1c 5.8 %") && one.limit().contains("prediabetes"))
            .findFirst()
            .orElseThrow();

    assertThat(margin.limit()).isEqualTo("cut-off for prediabetes (at or above 5.7 %, ADA)");
    assertThat(margin.distance()).isEqualTo("0.1 percentage points");
    assertThat(margin.side()).isEqualTo("above");
    assertThat(margin.near()).startsWith("nearer than one measurement").contains("2.3 %");
    assertThat(margin.source()).containsExactly("ricos-2020", "hba1c-imprecision");
    assertThat(advisory.sources()).extracting(Citation::id).containsAll(margin.source());
  }

  @Test
  void value_far_below_a_cut_off_has_no_mark() {
    Margin margin = margin("high-2-homa-ir-planned-start", "Fasting glucose 106 mg/dL is 20");

    assertThat(margin.text())
        .isEqualTo(
            "Fasting glucose 106 mg/dL is 20 mg/dL below the cut-off for diabetes (at or above 126"
                + " mg/dL, ADA)");
    assertThat(margin.near()).isNull();
    assertThat(margin.source()).isEmpty();
  }

  @Test
  void value_at_its_cut_off_is_at_it_and_near() {
    Margin margin =
        margin("mod-2-hba1c-at-39", "HbA1c 39 mmol/mol is at the cut-off for prediabetes");

    assertThat(margin.side()).isEqualTo("at");
    assertThat(margin.distance()).isEqualTo("0 mmol/mol");
    assertThat(margin.near()).contains("3.4 %");
  }

  @Test
  void value_in_another_unit_is_told_in_the_unit_in_which_it_was_reported() {
    assertThat(margin("rise-si-small", "Fasting glucose 5.3 mmol/L is 0.3").text())
        .startsWith("Fasting glucose 5.3 mmol/L is 0.3 mmol/L below the cut-off for prediabetes");
  }

  @Test
  void rise_is_told_by_itself_and_never_marked() {
    Margin margin = margin("rise-high-4-95-to-105", "Rise of fasting glucose 10 mg/dL");

    assertThat(margin.text())
        .isEqualTo(
            "Rise of fasting glucose 10 mg/dL is at the cut-off for rise (at or above 10 mg/dL,"
                + " convention)");
    assertThat(margin.near()).isNull();
  }

  @Test
  void score_is_told_in_standard_deviations_and_never_marked() {
    Margin margin =
        margin("whole-b-igf-1-twice-high-on-cjc-1295-with-dac", "IGF-1 2.4 SDS is 0.4 SDS above");

    assertThat(margin.limit()).isEqualTo("cut-off for above range (above 2 SDS)");
    assertThat(margin.near()).isNull();
    assertThat(margin.source()).isEmpty();
  }

  @Test
  void value_outside_the_laboratory_s_own_range_is_told_beside_its_end() {
    assertThat(margin("whole-a-high-6-hexarelin-cortisol-and-prolactin-raised", "Prolactin").text())
        .isEqualTo(
            "Prolactin 31 ng/mL is 15.8 ng/mL above the end of the laboratory's own range (15.2"
                + " ng/mL)");
  }

  @Test
  void value_beside_a_score_keeps_its_own_unit() {
    assertThat(margin("igf-1-score-against-laboratory-range", "IGF-1 700").text())
        .isEqualTo(
            "IGF-1 700 ng/mL is 470 ng/mL above the end of the laboratory's own range (230"
                + " ng/mL)");
  }

  @Test
  void computed_value_and_its_distance_add_up_to_the_limit() {
    assertThat(margin("igf-1-by-sds-over-two-ranges", "HOMA-IR").text())
        .startsWith(
            "HOMA-IR 1.30 is 1.20 below the cut-off for insulin resistance (at or above 2.5,");
    assertThat(margin("high-2-homa-ir-planned-start", "HOMA-IR").text())
        .startsWith(
            "HOMA-IR 2.72 is 0.22 above the cut-off for insulin resistance (at or above 2.5,");
  }

  @Test
  void every_margin_of_every_whole_case_is_consistent() {
    int seen = 0;
    for (Path file : TestData.files(TestData.CASES)) {
      Advisory advisory = ENGINE.advise(TestData.read(file));
      List<String> sources = advisory.sources().stream().map(Citation::id).toList();
      for (Margin margin : margins(advisory)) {
        seen++;
        assertThat(margin.side()).as(margin.text()).isIn("below", "at", "above");
        assertThat(margin.distance().matches("0(\\.0+)?( .*)?"))
            .as("at its limit: %s: %s", advisory.caseId(), margin)
            .isEqualTo(margin.side().equals("at"));
        assertThat(margin.near() == null).as(margin.text()).isEqualTo(margin.source().isEmpty());
        assertThat(sources).as(margin.text()).containsAll(margin.source());
        if (margin.value().endsWith(" SDS") || margin.value().matches("(Rise|Fall) of .*")) {
          assertThat(margin.near()).as(margin.text()).isNull();
        }
      }
    }
    assertThat(seen).isGreaterThan(500);
  }
}
