package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeostat.TestData;
import org.homeostat.casefile.CaseReader;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new case: one to fill in, and one that holds today's outcome. */
class NewCaseTest {

  private static final String LOW = "testdata/cases/low-no-agent.json";
  private static final String BARE =
      "{\"id\": \"bare\", \"patient\": {\"sex\": \"male\", \"ageYears\": 40}, \"observations\":"
          + " [{\"code\": \"hba1c\", \"value\": 5.40, \"unit\": \"%\", \"date\":"
          + " \"2026-11-01\"}]}";

  @TempDir Path folder;

  @Test
  void template_is_a_case_with_an_expectation_to_fill_in() throws IOException {
    CommandRun run = CommandRun.of("new", "case", "my-first-case", "--as-of", "2026-11-21");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("fill in the data, and under expect what the advisory must say");
    PatientCase read =
        new CaseReader(TestData.BUNDLED.knowledge()).read(run.out().getBytes("UTF-8"));
    assertThat(read.id()).isEqualTo("my-first-case");
    assertThat(json(run.out()).get("asOf").textValue()).isEqualTo("2026-11-21");
    assertThat(json(run.out()).get("expect")).isEmpty();
    assertThat(run.out()).contains("\n  \"id\": \"my-first-case\",\n").endsWith("}\n");
  }

  @Test
  void frozen_case_keeps_what_was_written_and_expects_the_outcome() throws IOException {
    CommandRun run =
        CommandRun.withInput(BARE, "new", "case", "--from", "-", "--as-of", "2026-11-21");

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("right or wrong: review it");
    assertThat(run.out()).contains("\"value\": 5.40,");
    JsonNode frozen = json(run.out());
    List<String> members = new ArrayList<>();
    frozen.fieldNames().forEachRemaining(members::add);
    assertThat(members).containsExactly("id", "title", "asOf", "patient", "observations", "expect");
    assertThat(frozen.get("title").textValue()).isEqualTo("To be reviewed: bare");
    assertThat(frozen.get("asOf").textValue()).isEqualTo("2026-11-21");
    JsonNode expect = frozen.get("expect");
    assertThat(expect.get("tier").textValue()).isEqualTo("indeterminate");
    assertThat(expect.get("only").booleanValue()).isTrue();
    assertThat(expect.get("recommends").toString()).contains("\"measure:waist\"");
    assertThat(expect.at("/urgency/measure:waist").textValue()).isEqualTo("info");
    assertThat(expect.at("/due/measure:waist").textValue()).isEqualTo("2026-11-21");
    assertThat(expect.at("/dueNotBefore/measure:waist").textValue()).isEqualTo("2026-11-21");
    assertThat(expect.get("missing").toString()).contains("\"family-history\"");
  }

  @Test
  void frozen_case_of_a_site_expects_what_its_tables_give() throws IOException {
    Files.writeString(
        folder.resolve("cutoffs.yaml"),
        "- {code: waist, band: central-obesity, sex: [male], ancestry: [european, african,"
            + " middle-eastern], value: 80, source: tier-policy}");

    CommandRun run = CommandRun.of("new", "case", "--from", LOW, "--tables", "" + folder);

    assertThat(run.code()).isZero();
    assertThat(json(run.out()).at("/expect/reasons").toString()).isEqualTo("[\"MOD-6\"]");
  }

  @Test
  void new_id_title_and_day_are_taken_and_the_mark_stands_once() throws IOException {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("below").resolve("second.json");

    CommandRun run =
        CommandRun.of("new", "case", "--id", "first", "--from", LOW, "--output", "" + first);
    CommandRun again =
        CommandRun.of(
            "new",
            "case",
            "second",
            "--from",
            "" + first,
            "--as-of",
            "2026-11-22",
            "--output",
            "" + second);

    assertThat(run.out()).isEqualTo(first + "\n");
    assertThat(again.out()).isEqualTo(second + "\n");
    JsonNode frozen = json(Files.readString(second));
    assertThat(frozen.get("id").textValue()).isEqualTo("second");
    assertThat(frozen.get("asOf").textValue()).isEqualTo("2026-11-22");
    assertThat(frozen.get("title").textValue())
        .isEqualTo(
            "To be reviewed: Complete normal data, no agent, nothing stated: no metabolic risk"
                + " factor identified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"My-Case", "a--b", "-a", "a b", "../a", "käse", "a\nb", ""})
  void odd_ids_are_refused(String id) {
    CommandRun run = CommandRun.of("new", "case", "--id", id);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is no id; write lower-case words joined by hyphens");
  }

  @Test
  void usage_that_says_too_little_or_too_much_is_refused() {
    assertRefused("say what: new rule, or new case", "new");
    assertRefused("name the new case: homeostat new case ID", "new", "case");
    assertRefused("two ids: 'a' and 'b'; give one", "new", "case", "a", "--id", "b");
    assertRefused(
        "testdata/cases is a folder; freeze one case at a time",
        "new",
        "case",
        "--from",
        "testdata/cases");
    assertRefused("absent.json: does not exist", "new", "case", "--from", "absent.json");
  }

  @Test
  void existing_file_is_never_overwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("there.json"), "mine");

    assertRefused(
        "is there already; choose another name", "new", "case", "a", "--output", "" + file);
    assertRefused(
        "cannot write " + file.resolve("a.json"),
        "new",
        "case",
        "a",
        "--output",
        "" + file.resolve("a.json"));
    assertThat(file).hasContent("mine");
  }

  @Test
  void case_that_cannot_be_read_names_every_problem() {
    CommandRun run =
        CommandRun.withInput(
            "{\"id\": \"x\", \"patient\": {\"sex\": \"man\"}}", "new", "case", "--from", "-");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).startsWith("homeostat: -: /patient"));
  }

  private static void assertRefused(String message, String... arguments) {
    CommandRun run = CommandRun.of(arguments);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
