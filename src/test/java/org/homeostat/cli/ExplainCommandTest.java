package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain}: why a line stands in an advisory, and why another does not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ExplainCommandTest {

  private static final String EXAMPLE = "testdata/cases/prediabetes-planned-tesamorelin.json";
  private static final String LOW = "testdata/cases/low-no-agent.json";

  @TempDir Path folder;

  private String put(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void whole_advisory_is_argued_with_its_proofs_as_trees() {
    CommandRun run = CommandRun.of("explain", EXAMPLE);

    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "Case prediabetes-planned-tesamorelin, advice for 2026-11-21",
            "METABOLIC RISK TIER: HIGH",
            "HIGH-2: Prediabetes range with insulin resistance",
            "because: Prediabetes range (HbA1c 5.9 % on 2026-11-10) with insulin resistance",
            "HbA1c 5.9 % is 0.2 percentage points above the cut-off for prediabetes",
            "rests on S1 (endocrine-health",
            "evidence: ",
            "proof:",
            "├─ HbA1c 5.9 % on 2026-11-10 lies in the prediabetes range",
            "│  ├─ HbA1c 5.9 % on 2026-11-10 [/observations/0]",
            "│  └─ not there: recorded type 1 diabetes",
            "└─ HOMA-IR 3.38",
            "[counsel:lifestyle]",
            "[hold:tesamorelin]");
  }

  @Test
  void every_branch_of_a_tree_is_drawn_to_its_end() {
    String out = CommandRun.of("explain", "--why", "HIGH-2", "--width", "200", EXAMPLE).out();

    String proof = out.substring(out.indexOf("proof:"));
    long branches = proof.lines().filter(line -> line.matches("[ │]*[├└]─ .*")).count();
    assertThat(branches).isEqualTo(11);
    assertThat(proof.lines().filter(line -> line.matches("[ │]*└─ .*")).count()).isEqualTo(4);
    assertThat(proof.lines()).filteredOn(line -> line.startsWith("    └─ ")).hasSize(1);
  }

  @Test
  void one_line_or_one_rule_is_explained_alone() {
    String line = CommandRun.of("explain", "--why", "hold:tesamorelin", EXAMPLE).out();
    String reason = CommandRun.of("explain", "--why", "HIGH-2", EXAMPLE).out();
    String rule = CommandRun.of("explain", "--why", "homa-ir-raised", EXAMPLE).out();

    assertThat(line).contains("[hold:tesamorelin]").doesNotContain("[counsel:lifestyle]");
    assertThat(reason).contains("HIGH-2: ").doesNotContain("[hold:tesamorelin]");
    assertThat(rule)
        .contains("Rule homa-ir-raised holds", "HOMA-IR 3.38 reaches the insulin resistance")
        .doesNotContain("HIGH-2: ");
  }

  @Test
  void line_that_is_not_there_is_refused_with_the_way_to_why_not() {
    CommandRun run = CommandRun.of("explain", "--why", "HIGH-1", EXAMPLE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .containsExactly(
            "homeostat: "
                + EXAMPLE
                + ": 'HIGH-1' stands nowhere in this advisory; explain --why-not HIGH-1 tells why,"
                + " and explain without an id tells all");
  }

  @Test
  void what_is_not_there_is_told_with_where_its_rules_stopped() {
    CommandRun run = CommandRun.of("explain", "--why-not", "HIGH-1", EXAMPLE);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence("Why not HIGH-1", "Rule diabetes-range-value (HIGH-1)", "measured: ");
  }

  @Test
  void unknown_id_is_refused_with_the_nearest() {
    CommandRun run = CommandRun.of("explain", "--why-not", "HIGH-111", EXAMPLE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("homeostat: " + EXAMPLE + ": 'HIGH-111' is no rule")
        .contains("the nearest is 'HIGH-11'", "homeostat rules lists them all");
  }

  @Test
  void why_and_why_not_exclude_each_other() {
    CommandRun run = CommandRun.of("explain", "--why", "HIGH-2", "--why-not", "HIGH-1", EXAMPLE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("mutually exclusive");
  }

  @Test
  void several_cases_are_explained_one_after_the_other() {
    CommandRun run = CommandRun.of("explain", "--why-not", "HIGH-1", EXAMPLE, LOW);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "Case prediabetes-planned-tesamorelin", "HIGH-1", "Case low-no-agent", "HIGH-1");
  }

  @Test
  void bad_case_is_named_and_the_good_one_still_explained() throws IOException {
    String bad = put("bad.json", "{\"id\": \"x\", \"patient\": {\"ageYears\": 40}}");

    CommandRun run = CommandRun.of("explain", bad, LOW);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("homeostat: " + bad + ": /patient").contains("sex");
    assertThat(run.out()).contains("Case low-no-agent").doesNotContain("Case x");
  }

  @Test
  void day_that_is_asked_for_wins() {
    assertThat(CommandRun.of("explain", "--as-of", "2027-11-21", LOW).out())
        .contains("Case low-no-agent, advice for 2027-11-21", "INDETERMINATE");
  }

  @Test
  void lines_are_folded_to_the_width_where_words_allow() {
    String out = CommandRun.of("explain", "--width", "60", EXAMPLE).out();

    assertThat(out.lines()).allMatch(line -> line.length() <= 60 || isOneWord(line), "fits");
    assertThat(CommandRun.of("explain", "--width", "160", EXAMPLE).out().lines())
        .anyMatch(line -> line.length() > 100)
        .allMatch(line -> line.length() <= 160);
  }

  /** A line that begins a fold and that no blank could break. */
  private static boolean isOneWord(String line) {
    return !line.replaceAll("^[ │├└─]*", "").contains(" ");
  }

  @Test
  void hostile_id_is_refused_in_inert_text() {
    for (String option : List.of("--why", "--why-not")) {
      CommandRun run =
          CommandRun.of("explain", option, "\u001b[2J\u202e\u009b31m" + "x".repeat(10_000), LOW);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("[2J", "xxx")
          .doesNotContain("\u001b", "\u202e", "\u009b", "Exception");
    }
  }
}
