package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.rulebook.Check;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code homeostat check}: what it prints in each format, and its exit codes. */
class CheckCommandTest {

  private static final String AS_OF = "--as-of=2026-12-01";
  private static final String RULE = "rule 'polycystic-ovary-syndrome': ";

  @TempDir static Path shared;
  private static Path few;
  private static Path bad;

  /** A folder with one file of rules, so that it compiles quickly; and the same with a mistake. */
  @BeforeAll
  static void copyFewRules() throws IOException {
    few = shared.resolve("few rules");
    bad = shared.resolve("bad rules");
    TestData.copyRules(few, UnaryOperator.identity());
    TestData.copyRules(bad, text -> text.replace("code == \"pcos\"", "code == \"pcso\""));
    for (Path folder : List.of(few, bad)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
          if (!file.endsWith("predisposition.drl")) {
            Files.delete(file);
          }
        }
      }
    }
  }

  @Test
  void bundled_rules_are_clean() {
    CommandRun run = CommandRun.of("check", AS_OF);

    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("475 rules, 24 tables: 0 errors, 0 warnings, \\d+ notes\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void mistake_is_shown_with_place_rule_way_out_and_code() {
    CommandRun run = CommandRun.of("check", bad.toString(), AS_OF, "--severity=error");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            bad
                + "/findings/predisposition.drl:52: error: "
                + RULE
                + "'pcso' is not among the codes of condition (Condition.code)\n"
                + "    write 'pcos', the nearest known one, or add the code to"
                + " tables/vocabulary.yaml [unknown-code]\n")
        .containsPattern("\n6 rules, 24 tables: 1 error, \\d+ warnings, \\d+ notes\n$");
  }

  @ParameterizedTest
  @CsvSource({"error, 0, 0, 0", "warning, 1, 1, 0", "NOTE, 1, 1, 1"})
  void threshold_decides_what_is_listed_and_the_exit_code(
      String severity, int code, int warnings, int notes) {
    CommandRun run = CommandRun.of("check", few.toString(), AS_OF, "--severity", severity);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out().contains(": warning: ")).isEqualTo(warnings == 1);
    assertThat(run.out().contains(": note: ")).isEqualTo(notes == 1);
  }

  @Test
  void reviews_are_due_by_the_given_day() {
    assertThat(CommandRun.of("check", few.toString(), "--as-of", "2027-11-21").out())
        .contains(
            "/findings/predisposition.drl:46: warning: "
                + RULE
                + "its review was due on 2027-11-20",
            "[review-due]");
    assertThat(CommandRun.of("check", few.toString(), "--as-of", "2027-11-20").out())
        .doesNotContain("[review-due]");
  }

  @Test
  void json_carries_every_diagnostic() throws IOException {
    CommandRun run = CommandRun.of("check", bad.toString(), AS_OF, "--format", "json");
    JsonNode json = new ObjectMapper().readTree(run.out());

    assertThat(run.code()).isEqualTo(1);
    assertThat(json.get("rules").intValue()).isEqualTo(6);
    assertThat(json.get("tables").intValue()).isEqualTo(24);
    assertThat(json.get("diagnostics")).hasSizeGreaterThan(20);
    JsonNode first = find(json.get("diagnostics"), "code");
    assertThat(first.get("code").textValue()).isEqualTo("unknown-code");
    assertThat(first.get("severity").textValue()).isEqualTo("error");
    assertThat(first.get("file").textValue()).endsWith("/findings/predisposition.drl");
    assertThat(first.get("line").intValue()).isEqualTo(52);
    assertThat(first.get("rule").textValue()).isEqualTo("polycystic-ovary-syndrome");
    assertThat(first.get("message").textValue()).contains("pcso");
    assertThat(first.get("remedy").textValue()).contains("pcos");
  }

  @Test
  void sarif_has_what_its_schema_requires() throws IOException {
    CommandRun run = CommandRun.of("check", bad.toString(), AS_OF, "--format", "sarif");
    JsonNode log = new ObjectMapper().readTree(run.out());
    JsonNode sarif = log.get("runs").get(0);
    JsonNode driver = sarif.at("/tool/driver");

    assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
    assertThat(log.get("$schema").textValue()).endsWith("sarif-schema-2.1.0.json");
    assertThat(driver.get("name").textValue()).isEqualTo("homeostat");
    assertThat(driver.get("rules")).hasSize(Check.values().length);
    assertThat(driver.get("rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.get("id").textValue()).matches("[a-z-]+");
              assertThat(rule.at("/shortDescription/text").textValue()).isNotEmpty();
              assertThat(rule.at("/help/text").textValue()).contains("## Good");
              assertThat(rule.at("/defaultConfiguration/level").textValue())
                  .isIn("error", "warning", "note");
            });
    JsonNode first = find(sarif.get("results"), "ruleId");
    assertThat(first.get("ruleId").textValue())
        .isEqualTo("unknown-code")
        .isEqualTo(
            driver.get("rules").get(first.get("ruleIndex").intValue()).get("id").textValue());
    assertThat(first.get("level").textValue()).isEqualTo("error");
    assertThat(first.at("/message/text").textValue()).contains("pcso");
    JsonNode place = first.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").textValue())
        .startsWith("file:///")
        .endsWith("/bad%20rules/findings/predisposition.drl");
    assertThat(place.at("/region/startLine").intValue()).isEqualTo(52);
  }

  @Test
  void sarif_of_a_relative_folder_names_relative_files() throws IOException {
    CommandRun run = CommandRun.of("check", "rules", AS_OF, "--format", "sarif");

    assertThat(run.code()).isZero();
    assertThat(new ObjectMapper().readTree(run.out()).at("/runs/0/results"))
        .isNotEmpty()
        .allSatisfy(
            result ->
                assertThat(
                        result.at("/locations/0/physicalLocation/artifactLocation/uri").textValue())
                    .startsWith("rules/"));
  }

  @Test
  void explain_prints_the_page_and_needs_no_folder() {
    CommandRun run = CommandRun.of("check", "no-such-folder", "--explain", "band-gap");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Check.BAND_GAP.page());
  }

  @Test
  void explain_names_the_nearest_code() {
    CommandRun run = CommandRun.of("check", "--explain", "bandgap");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no check 'bandgap'; the nearest is 'band-gap'");
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-folder, no-such-folder is no folder; name the folder",
    "pom.xml, pom.xml is no folder; name the folder",
  })
  void folder_that_is_none_is_bad_usage(String folder, String message) {
    CommandRun run = CommandRun.of("check", folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void text_from_files_cannot_steer_the_terminal(@TempDir Path folder) {
    TestData.copyRules(
        folder, text -> text.replace("code: psa-rise, months", "code: \"psa\\e[31m\", mons"));
    CommandRun run = CommandRun.of("check", folder.toString(), AS_OF);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("windows psa\uFFFD[31m: unknown member 'mons'");
  }

  private static JsonNode find(JsonNode list, String member) {
    for (JsonNode node : list) {
      if (node.get(member).textValue().equals("unknown-code")) {
        return node;
      }
    }
    throw new AssertionError("no unknown-code in " + list);
  }
}
