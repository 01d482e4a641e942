package org.homeostat.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which lines of two advisories differ, and which causes are told of it. */
class ComparisonTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 21);
  private static final String OLD = "HbA1c 5.3 % on 2026-04-20";
  private static final String RAISED = "HbA1c 6.6 % on 2026-11-01";

  /** Speaks of HbA1c, TSH and two agents. */
  private static final Subjects SUBJECTS =
      new Subjects() {
        @Override
        public Set<String> of(Advisory.Input input) {
          return mentionedIn(input.text().split(" ", 2)[0]);
        }

        @Override
        public Set<String> mentionedIn(String text) {
          return Stream.of("HbA1c", "TSH", "Tesamorelin", "Sermorelin")
              .filter(text::contains)
              .map(String::toLowerCase)
              .collect(Collectors.toSet());
        }
      };

  /** An advisory that grows line by line. */
  private static final class Draft {
    private final LocalDate asOf;
    private String sha256 = "a".repeat(64);
    private TierLevel level = TierLevel.LOW;
    private final List<Advisory.Input> inputs = new ArrayList<>();
    private final List<Tier.Reason> reasons = new ArrayList<>();
    private final List<Tier.Missing> missing = new ArrayList<>();
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Monitored> monitoring = new ArrayList<>();
    private final SortedMap<String, Response.Marker> markers = new TreeMap<>();

    Draft(LocalDate asOf) {
      this.asOf = asOf;
    }

    Draft given(String... texts) {
      for (String text : texts) {
        input("/observations/" + inputs.size(), text, "judged");
      }
      return this;
    }

    Draft input(String at, String text, String use) {
      inputs.add(new Advisory.Input(at, text, use, use.equals("set-aside") ? "stale" : null));
      return this;
    }

    Draft rules(char digit) {
      sha256 = String.valueOf(digit).repeat(64);
      return this;
    }

    Draft reason(TierLevel level, String id, String... leaves) {
      this.level = reasons.isEmpty() ? level : this.level;
      reasons.add(new Tier.Reason(id, level, "", List.of(), List.of(), proofs(leaves)));
      return this;
    }

    Draft missing(String code) {
      missing.add(new Tier.Missing(code, "why"));
      return this;
    }

    Draft recommends(String action, String target, String... leaves) {
      return recommends(action, target, Urgency.INFO, null, List.of(), leaves);
    }

    Draft recommends(
        String action,
        String target,
        Urgency urgency,
        LocalDate due,
        List<String> supersedes,
        String... leaves) {
      recommendations.add(
          new Recommendation(
              action,
              target,
              urgency,
              due,
              null,
              "summary",
              "",
              List.of(),
              List.of(),
              proofs(leaves),
              supersedes,
              List.of()));
      return this;
    }

    Draft monitors(String code, String status, String... leaves) {
      monitoring.add(
          new Monitored(
              code,
              null,
              null,
              NOVEMBER,
              status,
              null,
              "why",
              "judgement",
              List.of(),
              proofs(leaves)));
      return this;
    }

    Draft moved(String code, String name, String... leaves) {
      markers.put(
          code,
          new Response.Marker(
              "gh-axis",
              "before",
              "now",
              BigDecimal.TEN,
              "start",
              "change",
              null,
              null,
              name,
              List.of(),
              List.of(),
              proofs(leaves)));
      return this;
    }

    /** A proof with what is given as facts, and what is not as absences. */
    private List<Proof> proofs(String... leaves) {
      List<Proof> from = Arrays.stream(leaves).map(this::leaf).toList();
      Proof inner = new Proof.Step("inner", "inner", List.of(), "", List.of(), List.of(), from);
      return List.of(
          new Proof.Step("outer", "outer", List.of(), "", List.of(), List.of(), List.of(inner)));
    }

    private Proof leaf(String text) {
      return inputs.stream()
          .filter(input -> input.text().startsWith(text))
          .findFirst()
          .<Proof>map(input -> new Proof.Fact(input.at(), text))
          .orElse(new Proof.Absence(text));
    }

    Advisory advisory() {
      return new Advisory(
          "x",
          asOf,
          false,
          new Advisory.RuleSet("0.1.0", sha256, "0.1.0", MAY),
          inputs,
          new Tier(level, null, reasons, missing),
          recommendations,
          monitoring,
          new Response(markers, null),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  private static Draft may() {
    return new Draft(MAY);
  }

  private static Draft november() {
    return new Draft(NOVEMBER);
  }

  /** Every change as a line: {@code new reason HIGH-1 [new: …]}. */
  private static List<String> changes(Draft earlier, Draft present) {
    return Comparison.of(earlier.advisory(), present.advisory(), SUBJECTS).changes().stream()
        .map(ComparisonTest::line)
        .toList();
  }

  private static String line(Change change) {
    String step =
        change.aspect() == null
            ? ""
            : " " + change.aspect() + " " + change.before() + " > " + change.now();
    return change.kind().code()
        + " "
        + change.about().code()
        + " "
        + change.id()
        + step
        + change.causes().stream()
            .map(Cause::sentence)
            .collect(Collectors.joining("; ", " [", "]"));
  }

  @Test
  void equal_advisories_have_no_changes_though_pointers_moved_and_days_passed() {
    Draft earlier = may().given("TSH 2", OLD).recommends("repeat", "hba1c", OLD);
    Draft present = november().given(OLD, "TSH 2").recommends("repeat", "hba1c", OLD);

    assertThat(changes(earlier, present)).isEmpty();
  }

  @Test
  void worse_tier_is_explained_by_the_new_fact_at_the_leaf_of_its_reason() {
    Draft earlier = may().given(OLD).reason(TierLevel.LOW, "LOW", OLD);
    Draft present = november().given(OLD, RAISED).reason(TierLevel.HIGH, "HIGH-1", RAISED);

    assertThat(changes(earlier, present))
        .containsExactly(
            "worse tier tier level low > high [new: " + RAISED + "]",
            "new reason HIGH-1 [new: " + RAISED + "]",
            "gone reason LOW [now given: " + RAISED + "]");
  }

  @Test
  void test_that_was_not_done_in_time_is_worse_because_time_passed() {
    Draft earlier = may().given(OLD).monitors("hba1c", "due", OLD);
    Draft present = november().given(OLD).monitors("hba1c", "overdue", OLD);

    assertThat(changes(earlier, present))
        .containsExactly(
            "worse monitoring hba1c status due > overdue [time: from 2026-05-01 to 2026-11-21]");
  }

  @Test
  void value_that_moved_to_worsening_is_worse_by_the_new_value() {
    Draft earlier = may().given(OLD).moved("hba1c", "responding", OLD);
    Draft present = november().given(OLD, RAISED).moved("hba1c", "worsening", RAISED);

    assertThat(changes(earlier, present))
        .containsExactly("worse response hba1c class responding > worsening [new: " + RAISED + "]");
  }

  @Test
  void better_tier_is_explained_by_what_is_no_longer_given() {
    Draft earlier = may().given(RAISED).reason(TierLevel.HIGH, "HIGH-1", RAISED);
    Draft present = november().given("TSH 2").reason(TierLevel.MODERATE, "MOD-3", "TSH 2");

    assertThat(changes(earlier, present))
        .contains(
            "better tier tier level high > moderate [no longer given: " + RAISED + "]",
            "gone reason HIGH-1 [no longer given: " + RAISED + "]");
  }

  @Test
  void way_to_or_from_indeterminate_is_neither_worse_nor_better() {
    Draft earlier = may().given(OLD).reason(TierLevel.LOW, "LOW", OLD);
    Draft present =
        november().given(OLD).reason(TierLevel.INDETERMINATE, "INDETERMINATE").missing("hba1c");

    assertThat(changes(earlier, present))
        .contains(
            "changed tier tier level low > indeterminate [time: from 2026-05-01 to 2026-11-21]",
            "new missing hba1c [time: from 2026-05-01 to 2026-11-21]");
  }

  @Test
  void measured_datum_ends_the_advice_to_measure_it() {
    Draft earlier = may().missing("hba1c").recommends("measure", "hba1c", "HbA1c that is valid");
    Draft present = november().given(RAISED);

    assertThat(changes(earlier, present))
        .containsExactly(
            "gone recommendation measure:hba1c [now given: " + RAISED + "]",
            "gone missing hba1c [now given: " + RAISED + "]");
  }

  @Test
  void removed_datum_explains_what_its_absence_gives() {
    Draft earlier = may().given(OLD, "TSH 2");
    Draft present = november().given("TSH 2").recommends("measure", "hba1c", "a valid value");

    assertThat(changes(earlier, present))
        .containsExactly("new recommendation measure:hba1c [no longer given: " + OLD + "]");
  }

  @Test
  void absence_names_what_bears_on_it() {
    Draft earlier = may().given(OLD).recommends("assess", "thyroid", OLD, "a TSH of this year");
    Draft present = november().given(OLD, "TSH 2 mIU/L");

    assertThat(changes(earlier, present))
        .containsExactly("gone recommendation assess:thyroid [now given: TSH 2 mIU/L]");
  }

  @Test
  void what_is_shown_only_explains_nothing() {
    Draft earlier = may().recommends("measure", "hba1c", "a valid value");
    Draft present = november().input("/title", "HbA1c is fine, says the title", "shown");

    assertThat(changes(earlier, present))
        .containsExactly("gone recommendation measure:hba1c [time: from 2026-05-01 to 2026-11-21]");
  }

  @Test
  void datum_that_is_set_aside_now_or_counts_now_is_told() {
    Draft judged = may().given(OLD).reason(TierLevel.LOW, "LOW", OLD);
    Draft setAside = november().input("/observations/4", OLD, "set-aside");
    assertThat(changes(judged, setAside))
        .contains("gone reason LOW [set aside now: " + OLD + " (stale)]");

    Draft before = may().input("/observations/4", OLD, "set-aside");
    Draft after = november().given(OLD).reason(TierLevel.LOW, "LOW", OLD);
    assertThat(changes(before, after)).contains("new reason LOW [counts now: " + OLD + "]");
  }

  @Test
  void input_that_adds_to_the_text_of_a_leaf_is_shown_whole() {
    Draft earlier = may().given(OLD);
    Draft present = november().given(OLD + ", fasted 10 h").reason(TierLevel.LOW, "LOW", OLD);

    assertThat(changes(earlier, present))
        .containsExactly("new reason LOW [new: " + OLD + ", fasted 10 h]");
  }

  @Test
  void urgency_and_due_day_change_beside_each_other() {
    Draft earlier =
        may().given(OLD).recommends("repeat", "hba1c", Urgency.INFO, null, List.of(), OLD);
    Draft present =
        november()
            .given(OLD, RAISED)
            .recommends("repeat", "hba1c", Urgency.CRITICAL, NOVEMBER, List.of(), OLD, RAISED);

    assertThat(changes(earlier, present))
        .containsExactly(
            "worse recommendation repeat:hba1c urgency info > critical [new: " + RAISED + "]",
            "changed recommendation repeat:hba1c due null > 2026-11-21 [new: "
                + RAISED
                + "; now given: "
                + RAISED
                + "]");
    assertThat(changes(present, earlier).get(0))
        .isEqualTo(
            "better recommendation repeat:hba1c urgency critical > info [no longer given: "
                + RAISED
                + "]");
  }

  @Test
  void what_was_due_on_the_day_and_still_is_has_no_other_due_day() {
    Draft earlier = may().recommends("measure", "tsh", Urgency.INFO, MAY, List.of());
    Draft present = november().recommends("measure", "tsh", Urgency.INFO, NOVEMBER, List.of());
    assertThat(changes(earlier, present)).isEmpty();

    Draft ahead = may().recommends("measure", "tsh", Urgency.INFO, MAY.plusDays(9), List.of());
    assertThat(changes(ahead, present))
        .containsExactly(
            "changed recommendation measure:tsh due 2026-05-10 > 2026-11-21"
                + " [time: from 2026-05-01 to 2026-11-21]");
  }

  @Test
  void superseded_recommendation_names_the_stronger_one_and_comes_back_with_its_end() {
    Draft weak = may().given("Tesamorelin").recommends("review", "tesamorelin", "Tesamorelin");
    Draft strong =
        november()
            .given("Tesamorelin", RAISED)
            .recommends(
                "stop",
                "tesamorelin",
                Urgency.CRITICAL,
                null,
                List.of("review:tesamorelin"),
                "Tesamorelin",
                RAISED);

    assertThat(changes(weak, strong))
        .containsExactly(
            "new recommendation stop:tesamorelin [new: " + RAISED + "]",
            "gone recommendation review:tesamorelin [superseded by: stop:tesamorelin]");
    assertThat(changes(strong, weak))
        .contains(
            "new recommendation review:tesamorelin [no longer superseded by: stop:tesamorelin]");
  }

  @Test
  void what_goes_with_an_agent_names_the_advice_that_ends_the_agent() {
    Draft earlier = may().given("Tesamorelin").recommends("discuss", "label", "Tesamorelin");
    Draft present =
        november().given("Tesamorelin", RAISED).recommends("avoid", "tesamorelin", RAISED);

    assertThat(changes(earlier, present))
        .contains("gone recommendation discuss:label [now under: avoid:tesamorelin]");
  }

  @Test
  void planned_agent_that_is_current_now_is_no_new_fact() {
    Draft earlier = may().input("/protocol/0", "Tesamorelin planned, start 2026-06-01", "judged");
    Draft present =
        november()
            .input("/protocol/0", "Tesamorelin current, start 2026-06-01", "judged")
            .recommends("review", "tesamorelin", "Tesamorelin current");

    assertThat(changes(earlier, present))
        .containsExactly(
            "new recommendation review:tesamorelin [time: from 2026-05-01 to 2026-11-21;"
                + " Tesamorelin was planned, is current]");
  }

  @Test
  void where_inputs_and_day_are_equal_the_rules_are_named() {
    Draft earlier = november().given(OLD).rules('b');
    Draft present = november().given(OLD).recommends("repeat", "hba1c", OLD);

    assertThat(changes(earlier, present))
        .containsExactly(
            "new recommendation repeat:hba1c [rules: from 0.1.0 (bbbbbbbbbbbb) to 0.1.0"
                + " (aaaaaaaaaaaa)]");
  }

  @Test
  void no_cause_is_invented() {
    Draft earlier = november().given(OLD);
    Draft present = november().given(OLD).recommends("repeat", "hba1c", OLD);

    assertThat(changes(earlier, present))
        .containsExactly(
            "new recommendation repeat:hba1c [cause: none found in inputs, day or rules]");
  }

  @Test
  void reason_that_rests_on_the_absence_of_another_names_it() {
    Draft earlier = may().given(OLD).reason(TierLevel.LOW, "LOW", OLD);
    Draft present =
        november().given(OLD, "Weight 120").reason(TierLevel.MODERATE, "MOD-2", "Weight 120");

    assertThat(changes(earlier, present)).contains("gone reason LOW [gave way to: MOD-2]");
    assertThat(changes(present.rules('b'), earlier))
        .contains("new reason LOW [in place of: MOD-2]");

    Draft open =
        may().given(OLD).reason(TierLevel.INDETERMINATE, "INDETERMINATE", "a reason for HIGH");
    Draft high = november().given(OLD, "TSH 2").reason(TierLevel.HIGH, "HIGH-1", "TSH 2");
    assertThat(changes(open, high)).contains("gone reason INDETERMINATE [gave way to: HIGH-1]");
  }

  @Test
  void absent_index_is_explained_by_the_new_fact_from_which_it_is_computed() {
    Draft earlier =
        may().given(OLD).recommends("repeat", "insulin", OLD, "a TSH computed from two");
    Recommendation uses =
        new Recommendation(
            "discuss",
            "thyroid",
            Urgency.INFO,
            null,
            null,
            "",
            "",
            List.of(),
            List.of(),
            List.of(
                new Proof.Step(
                    "computed",
                    "TSH from two values",
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(new Proof.Fact("/observations/1", "Weight 120")))),
            List.of(),
            List.of());
    Draft present = november().given(OLD, "Weight 120");
    present.recommendations.add(uses);

    assertThat(changes(earlier, present))
        .contains("gone recommendation repeat:insulin [now given: Weight 120]");
  }

  @Test
  void inputs_that_no_proof_ties_to_a_line_are_not_excluded() {
    Draft earlier = may().given(OLD, "Sermorelin").recommends("discuss", "option", OLD);
    Draft present = november().given(OLD, "Pregnancy: pregnant", "TSH 2");

    assertThat(changes(earlier, present))
        .containsExactly(
            "gone recommendation discuss:option [time: from 2026-05-01 to 2026-11-21;"
                + " not excluded: 2 inputs that are new, 1 input that is no longer given]");
  }
}
