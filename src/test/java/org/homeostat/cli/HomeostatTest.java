package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints, where, and how it leaves. */
class HomeostatTest {

  private static final String STOP = "testdata/cases/stop-1-planned-tesamorelin.json";
  private static final String LOW = "testdata/cases/low-no-agent.json";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Homeostat.run(new PrintStream(out), new PrintStream(err), arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void text_names_tier_reason_and_urgent_advice_first() {
    assertThat(run("advise", STOP)).isZero();
    assertThat(out())
        .containsSubsequence(
            "METABOLIC RISK TIER: STOP",
            "STOP-1",
            "Act now",
            "avoid:tesamorelin, due 2026-11-21",
            "Attend to",
            "refer:oncology",
            "Missing",
            "Inputs",
            "Limits");
    assertThat(err()).isEmpty();
  }

  @Test
  void trace_unfolds_proofs_to_facts_rows_and_absences() {
    run("advise", "--trace", LOW);
    assertThat(out())
        .contains(
            "[no-risk-factor-identified]",
            "prediabetes cut-off at or above",
            "[cutoffs: ada-standards]",
            "not there: a reason for HIGH",
            "[/observations/0]");
  }

  @Test
  void one_case_gives_one_object_and_several_give_one_a_line() throws IOException {
    assertThat(run("advise", "--format", "json", STOP)).isZero();
    JsonNode one = new ObjectMapper().readTree(out());
    assertThat(one.at("/tier/level").textValue()).isEqualTo("stop");
    assertThat(one.at("/recommendations/0/due").textValue()).isEqualTo("2026-11-21");
    assertThat(one.at("/recommendations/0/notBefore").isNull()).isTrue();

    assertThat(run("advise", "--format", "json", STOP, LOW)).isZero();
    assertThat(out().lines().map(HomeostatTest::caseId))
        .containsExactly("stop-1-planned-tesamorelin", "low-no-agent");
  }

  private static String caseId(String line) {
    try {
      return new ObjectMapper().readTree(line).get("caseId").textValue();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void bad_file_is_named_and_the_good_one_still_answered() throws IOException {
    String bad =
        file("bad.json", "{\"id\": \"x\", \"patient\": {\"ageYears\": 40, \"sex\": \"mal\"}}");

    assertThat(run("advise", bad, "no-such.json", LOW)).isEqualTo(2);
    assertThat(out()).contains("METABOLIC RISK TIER: LOW");
    assertThat(err().lines())
        .containsExactly(
            "homeostat: " + bad + ": /patient/sex: 'mal' is no sex code; the nearest is 'male'",
            "homeostat: no-such.json: does not exist");
  }

  @Test
  void same_id_twice_in_a_run_is_refused() throws IOException {
    String copy = file("copy.json", Files.readString(Path.of(LOW)));

    assertThat(run("advise", LOW, copy)).isEqualTo(2);
    assertThat(err()).contains("copy.json: /id: 'low-no-agent' is the id of " + Path.of(LOW));
  }

  @Test
  void as_of_wins_over_the_case_and_the_advisory_says_so() {
    assertThat(run("advise", "--as-of", "2027-11-21", LOW)).isZero();
    assertThat(out())
        .contains("advice for 2027-11-21", "the case itself names 2026-11-21", "INDETERMINATE");
    assertThat(run("advise", "--as-of", "tomorrow", LOW)).isEqualTo(2);
    assertThat(err()).contains("a date YYYY-MM-DD is wanted, not 'tomorrow'");
  }

  @Test
  void case_without_a_day_is_advised_for_today_and_says_so() throws IOException {
    String undated =
        file("undated.json", "{\"id\": \"x\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}");

    assertThat(run("advise", undated)).isZero();
    assertThat(out()).contains("(today; the case names no day)");
  }

  @Test
  void output_writes_one_file_a_case() throws IOException {
    Path reports = folder.resolve("new/reports");

    assertThat(run("advise", "--format", "json", "--output", reports.toString(), STOP, LOW))
        .isZero();
    assertThat(out()).isEmpty();
    assertThat(Files.list(reports).map(f -> f.getFileName().toString()))
        .containsExactlyInAnyOrder("stop-1-planned-tesamorelin.json", "low-no-agent.json");
  }

  @Test
  void rules_of_a_folder_give_the_same_bytes_as_the_bundled_ones() {
    run("advise", "--format", "json", STOP);
    String bundled = out();

    assertThat(run("advise", "--format", "json", "--rules", "rules", STOP)).isZero();
    assertThat(out()).isEqualTo(bundled);
  }

  @Test
  void folder_without_rules_is_bad_input() {
    assertThat(run("advise", "--rules", "no-such-folder", LOW)).isEqualTo(2);
    assertThat(err()).contains("no-such-folder is no folder");
    assertThat(run("advise", "--rules", folder.toString(), LOW)).isEqualTo(2);
    assertThat(err()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void example_can_be_advised() throws IOException {
    assertThat(run("example")).isZero();
    String example = file("example.json", out());
    assertThat(run("advise", example)).isZero();
    assertThat(out()).contains("METABOLIC RISK TIER: HIGH");

    assertThat(run("example", "no-such")).isEqualTo(2);
    assertThat(err()).contains("no example 'no-such'; there are: prediabetes-planned-tesamorelin");
  }

  @Test
  void every_example_is_there() {
    for (String name : new ExampleCommand.Names()) {
      assertThat(run("example", name)).as(name).isZero();
    }
  }

  @Test
  void schemas_are_json() throws IOException {
    for (String which : new String[] {"case", "advisory"}) {
      assertThat(run("schema", which)).isZero();
      assertThat(new ObjectMapper().readTree(out()).get("$schema").textValue()).contains("2020-12");
    }
    assertThat(run("schema", "patient")).isEqualTo(2);
  }

  @Test
  void help_version_and_usage_errors() {
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("advise", "explain", "what-if", "example", "schema", "Exit codes");
    assertThat(run()).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out()).startsWith("homeostat 0.");
    assertThat(run("advise")).isEqualTo(2);
    assertThat(run("advice")).isEqualTo(2);
    assertThat(run("advise", "--format", "yaml", LOW)).isEqualTo(2);
  }

  @Test
  void text_of_a_case_cannot_steer_a_terminal() throws IOException {
    String hostile =
        file(
            "hostile.json",
            "{\"id\": \"x\", \"asOf\": \"2026-11-21\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"},"
                + " \"conditions\": [{\"code\": \"other\", \"text\": \"\\u001b[2J\\u202egone\"}]}");

    assertThat(run("advise", hostile)).isZero();
    assertThat(out()).contains("gone").doesNotContain("\u001b", "\u202e");

    String bad = file("bad.json", "{\"\\u001b[31m\\u009bmember\": 1}");
    assertThat(run("advise", bad)).isEqualTo(2);
    assertThat(err()).contains("member").doesNotContain("\u001b", "\u009b");
  }

  @Test
  void output_folder_that_cannot_be_made_is_named() throws IOException {
    String inTheWay = file("in-the-way", "");

    assertThat(run("advise", "--output", inTheWay, LOW)).isEqualTo(2);
    assertThat(err()).contains("cannot write", "in-the-way", "a file is in the way; name a folder");
  }

  @Test
  void rules_out_of_form_are_refused() throws IOException {
    TestData.copyRules(
        folder, text -> text.replace("code == \"pcos\"", "code == System.getenv( \"HOME\" )"));

    assertThat(run("advise", "--rules", folder.toString(), LOW)).isEqualTo(2);
    assertThat(err()).contains("polycystic-ovary-syndrome", "reaches beyond facts and formulas");
  }
}
