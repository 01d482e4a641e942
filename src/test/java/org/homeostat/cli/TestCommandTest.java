package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code homeostat test}: what it prints, where, and how it leaves. */
class TestCommandTest {

  private static final String LOW = "testdata/cases/low-no-agent.json";
  private static final String TIME = "homeostat: [0-9]+ cases? in [0-9.]+ s, [0-9]+ a second";
  private static final String PASSES = "{\"tier\": \"indeterminate\"}";
  private static final String FAILS =
      "{\"tier\": \"low\", \"recommends\": [\"measure:hba1c\", \"hold:tesamorelin\"],"
          + " \"recommendsNot\": [\"assess:fam*\"], \"urgency\": {\"repeat:tsh\": \"warning\"}}";

  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("cases"));
  }

  private static String caseText(String id, String expect) {
    return "{\"id\": \""
        + id
        + "\", \"asOf\": \"2026-11-21\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"},"
        + " \"expect\": "
        + expect
        + "}";
  }

  private Path put(String name, String expect) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".json"), caseText(name.replace("--", "-"), expect));
  }

  private CommandRun test(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "test";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(arguments);
  }

  @Test
  void cases_that_pass_are_counted_and_only_the_time_is_talked_of() {
    CommandRun run = CommandRun.of("test", LOW);

    assertThat(run.out()).isEqualTo("1 case: 1 passed\n");
    assertThat(run.errors()).singleElement().asString().matches(TIME);
    assertThat(run.code()).isZero();
  }

  @Test
  void failure_shows_expected_and_got() throws IOException {
    Path bad = put("b", FAILS);
    put("a", PASSES);

    CommandRun run = test();

    assertThat(run.out().lines().filter(line -> !line.matches("    (?!got |expected ).*")))
        .containsExactly(
            "FAIL " + bad,
            "  tier: expected low, got indeterminate",
            "  recommends: hold:tesamorelin is missing",
            "    got assess:family-history, assess:lifestyle-history, measure:diastolic-bp,"
                + " measure:fasting-glucose, measure:fasting-insulin, measure:hba1c,"
                + " measure:systolic-bp, measure:triglycerides, measure:waist, measure:weight",
            "  recommendsNot: assess:family-history is there",
            "    expected no assess:fam*",
            "  urgency: repeat:tsh is missing",
            "    expected warning",
            "    got nothing",
            "2 cases: 1 passed, 1 failed");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void case_that_is_no_test_is_an_error_and_the_others_are_still_run() throws IOException {
    Path bad = put("b", "{\"tier\": \"hihg\"}");
    Files.writeString(bad, Files.readString(bad).replace("\"asOf\": \"2026-11-21\", ", ""));
    put("a", FAILS);

    CommandRun run = CommandRun.of("test", folder.toString(), "no-such.json");

    assertThat(run.out())
        .contains(
            "ERROR "
                + bad
                + "\n  'asOf' is missing; what is expected holds for one day: name it\n"
                + "  /expect/tier: 'hihg' is no level of 'tier'; the nearest is 'high'\n",
            "ERROR no-such.json\n  does not exist\n")
        .endsWith("3 cases: 0 passed, 1 failed, 2 errors\n");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void name_that_speaks_of_an_unknown_rule_is_an_error() throws IOException {
    put("core-data-complet--fires-here", PASSES);

    CommandRun run = test();

    assertThat(run.out())
        .contains("its name speaks of rule 'core-data-complet', which there is not");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void folder_without_cases_is_an_error() {
    CommandRun run = test();

    assertThat(run.out()).contains("is a folder without any case; case files end in .json");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void standard_input_holds_a_case() {
    CommandRun run = CommandRun.withInput(caseText("typed", FAILS), "test", "-");

    assertThat(run.out()).startsWith("FAIL -\n").endsWith("1 case: 0 passed, 1 failed\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void fail_fast_ends_at_the_first_failure_in_the_order_of_paths() throws IOException {
    put("a", PASSES);
    put("b", FAILS);
    put("c", "{}");

    CommandRun run = test("--fail-fast", "--threads", "3");

    assertThat(run.out()).endsWith("3 cases: 1 passed, 1 failed, 1 not run\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void filter_and_rule_choose_cases() throws IOException {
    put("a", FAILS);
    put("no-risk-factor-identified--silent-here", PASSES);

    assertThat(test("--filter", "risk").out()).isEqualTo("1 case: 1 passed\n");
    assertThat(test("--filter", "*--silent-*").out()).isEqualTo("1 case: 1 passed\n");
    assertThat(test("--rule", "no-risk-factor-identified").out()).isEqualTo("1 case: 1 passed\n");
    assertThat(test("--rule", "no-current-glycaemic-measure").out())
        .endsWith("2 cases: 1 passed, 1 failed\n");
  }

  @Test
  void choice_of_nothing_is_an_error() throws IOException {
    put("a", PASSES);

    CommandRun run = test("--filter", "no-such", "--rule", "no-risk-factor-identified");

    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .contains(
            "homeostat: no case fits --filter 'no-such' and --rule 'no-risk-factor-identified';"
                + " name what stands in an id or path, or another rule");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void unknown_rule_is_an_error_with_the_nearest_name() throws IOException {
    put("a", PASSES);

    CommandRun run = test("--rule", "no-risk-factor-identifed");

    assertThat(run.errors())
        .containsExactly(
            "homeostat: no rule 'no-risk-factor-identifed'; the nearest is"
                + " 'no-risk-factor-identified'");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void json_is_one_object_with_counts_and_every_case() throws IOException {
    Path failed = put("b", FAILS);
    put("a", PASSES);
    put("c", "{}");

    CommandRun run = test("--format", "json");
    JsonNode root = new ObjectMapper().readTree(run.out());

    assertThat(run.code()).isEqualTo(2);
    assertThat(root.get("summary").toString())
        .isEqualTo(
            "{\"cases\":3,\"passed\":1,\"failed\":1,\"errors\":1,\"internalFailures\":0,"
                + "\"notRun\":0,\"toBeReviewed\":0}");
    assertThat(root.get("cases").findValuesAsText("status"))
        .containsExactly("passed", "failed", "error");
    JsonNode second = root.get("cases").get(1);
    assertThat(second.get("path").textValue()).isEqualTo(failed.toString());
    assertThat(second.get("id").textValue()).isEqualTo("b");
    assertThat(second.get("mismatches").get(0).toString())
        .startsWith(
            "{\"member\":\"tier\",\"kind\":\"differs\",\"id\":null,\"expected\":\"low\","
                + "\"got\":\"indeterminate\"");
    assertThat(root.at("/cases/2/problems/0/at").textValue()).isEqualTo("/expect");
  }

  @Test
  void same_cases_give_the_same_output_whatever_the_threads() throws IOException {
    for (int i = 0; i < 20; i++) {
      put("case-" + i, i % 3 == 0 ? FAILS : PASSES);
    }

    assertThat(test("--threads", "1").out()).isEqualTo(test("--threads", "7").out());
    assertThat(test("--threads", "1", "--format", "json").out())
        .isEqualTo(test("--threads", "7", "--format", "json").out());
  }

  @Test
  void junit_file_is_written_beside_the_text() throws IOException {
    put("a", PASSES);
    put("b", FAILS);
    Path file = root.resolve("reports/new/junit.xml");

    CommandRun run = test("--junit", file.toString());

    assertThat(run.out()).endsWith("2 cases: 1 passed, 1 failed\n");
    assertThat(run.code()).isEqualTo(1);
    assertThat(Files.readString(file))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains(
            "tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\"",
            "message=\"tier: expected low, got indeterminate;");
  }

  @Test
  void junit_file_that_cannot_be_written_is_named() throws IOException {
    put("a", PASSES);

    CommandRun run = test("--junit", folder.toString());

    assertThat(run.out()).isEqualTo("1 case: 1 passed\n");
    assertThat(run.err()).contains("cannot write " + folder);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void text_of_a_case_cannot_steer_a_terminal() throws IOException {
    Files.writeString(folder.resolve("a.json"), caseText("a", "{\"\\u001b[2J\": 1}"));

    CommandRun run = test();

    assertThat(run.out()).contains("[2J: unknown member").doesNotContain("\u001b");
  }

  @Test
  void rules_of_a_folder_are_tested() throws IOException {
    put("a", PASSES);

    assertThat(test("--rules", "rules").out()).isEqualTo("1 case: 1 passed\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "test --format yaml x", "test --threads 0 x", "test --watch -"})
  void wrong_use_is_exit_code_2(String command) {
    CommandRun run = CommandRun.of(command.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotEmpty();
  }

  @Test
  void all_options_are_named_in_the_help() {
    assertThat(CommandRun.of("test", "--help").out())
        .contains(
            List.of(
                "--filter",
                "--rule=",
                "--fail-fast",
                "--threads",
                "--watch",
                "--format",
                "--junit",
                "--rules",
                "--trust-rules"));
  }
}
