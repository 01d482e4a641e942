package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code homeostat rules}: catalogue, matrix and agents, in every format. */
class RulesCommandTest {

  private static final Path FIRES =
      TestData.RULE_CASES.resolve("discuss-pulsatility-with-dac--fires-current.json");

  @TempDir Path folder;

  @Test
  void catalogue_tells_of_each_rule_what_it_says_and_rests_on() {
    CommandRun run = CommandRun.of("rules", FIRES.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(TestData.BUNDLED.descriptions().keySet())
        .allSatisfy(rule -> assertThat(run.out()).contains("\n" + rule + "\n"));
    assertThat(run.out())
        .contains(
            "\ndiscuss-pulsatility-with-dac\n  Stands in: advice/growth-hormone.drl:",
            "\n  Concludes: Advice discuss:pulsatility\n"
                + "  In words: advice to discuss pulsatility\n  Urgency: info\n",
            "\n  When: there is a tier reason MOD-8 (CJC-1295 with DAC)\n"
                + "        there is a planned or current use of CJC-1295 with DAC\n"
                + "  Written as: $reason : TierReason( policy == \"MOD-8\" )\n",
            "\n  Statements: P2 (endocrine-health, The Pulse of Life): ",
            "\n  Evidence: P2 C12: contradicts, grade C. ",
            "\n  Sources: ionescu-2006 [secondary]\n  Reviewed: 2026-11-21\n  Review: ",
            "\n              Not used: race, ethnicity, language, sexual orientation, gender"
                + " identity, sex, date of birth, social determinants of health data, health status"
                + " assessments data\n  Fires in: "
                + FIRES);
  }

  @Test
  void catalogue_begins_with_intended_use_and_attributes() {
    assertThat(CommandRun.of("rules", "--as-of", "2026-11-22").out())
        .contains(
            "\nIntended use\n  Purpose: Gives clinicians ",
            "\n  Not known or not done: No clinical validation: ",
            "\n  (3) Funding source of the technical implementation: None is declared ",
            "\n  (13) Use of health status assessments data: Pregnancy and smoking status ",
            "\nReviews on 2026-11-22\n  No rule is past ")
        .doesNotContain("OVERDUE");
  }

  @Test
  void rule_past_its_review_is_flagged() throws IOException {
    CommandRun run = CommandRun.of("rules", "--as-of", "2027-11-22");
    int rules = TestData.BUNDLED.descriptions().size();

    assertThat(run.out())
        .contains(
            "\n  "
                + rules
                + " of "
                + rules
                + " rules are past the day by which their review was due: ",
            "\n  Review: OVERDUE since 2027-11-20\n");
    assertThat(CommandRun.of("rules", "--as-of", "2027-11-22").out()).isEqualTo(run.out());
  }

  @Test
  void json_carries_all_attributes_of_a_rule() throws IOException {
    JsonNode json = json("rules", "--as-of", "2026-11-22", "--format", "json");

    assertThat(json.get("sourceAttributes")).hasSize(13);
    assertThat(json.get("rows"))
        .allSatisfy(
            row -> {
              assertThat(row.get("sourceAttributes")).hasSize(13);
              assertThat(row.get("when")).hasSameSizeAs(row.get("drl"));
              assertThat(row.has("attributes")).isFalse();
            });
  }

  @Test
  void json_has_a_row_for_each_rule_with_texts_and_lists() throws IOException {
    JsonNode json = json("rules", "--format", "json");

    assertThat(json.get("rows")).hasSize(TestData.BUNDLED.descriptions().size());
    JsonNode row = json.get("rows").get(0);
    assertThat(row.get("id").isTextual()).isTrue();
    assertThat(row.get("sources").isArray()).isTrue();
    assertThat(row.get("firing")).isEmpty();
  }

  @Test
  void matrix_goes_from_statement_to_source() throws IOException {
    JsonNode json = json("rules", "--matrix", "--format", "json", FIRES.toString());

    assertThat(json.get("rows"))
        .filteredOn(row -> row.get("rule").asText().equals("discuss-pulsatility-with-dac"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.get("firing").textValue()).isEqualTo(FIRES.toString());
              assertThat(row.get("silent").isNull()).isTrue();
            });
    assertThat(CommandRun.of("rules", "--matrix", "--format", "markdown").out())
        .contains(
            "\n| P5 | One growth hormone releasing hormone analogue with one",
            " | discuss-dual-pathway |");
  }

  @Test
  void agents_are_told_with_what_is_recorded_of_them() {
    assertThat(CommandRun.of("rules", "--agents").out())
        .contains("\ntesamorelin\n", "Receptors: ghrh-receptor", "(recorded up to 2026-08-31)");
  }

  @Test
  void page_needs_nothing_beside_it() {
    assertThat(CommandRun.of("rules", "--format", "html").out().strip())
        .startsWith("<!DOCTYPE html>")
        .contains("<article id=\"discuss-dual-pathway\">")
        .doesNotContain("src=", "<link");
  }

  @Test
  void case_that_does_not_pass_is_named_and_not_shown() throws IOException {
    Path bad = folder.resolve("discuss-pulsatility-with-dac--silent-bad.json");
    Files.writeString(bad, Files.readString(FIRES));
    CommandRun run = CommandRun.of("rules", bad.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).doesNotContain(bad.toString());
    assertThat(run.errors())
        .containsExactly(
            "homeostat: " + bad + ": does not pass and is not shown; homeostat test tells why");
  }

  @Test
  void case_that_cannot_be_read_is_bad_input() throws IOException {
    Path broken = folder.resolve("discuss-pulsatility-with-dac--fires-broken.json");
    Files.writeString(broken, "{");

    assertThat(CommandRun.of("rules", broken.toString()).code()).isEqualTo(2);
  }

  @Test
  void case_without_the_name_of_a_rule_is_left_out_and_said() throws IOException {
    Path other = folder.resolve("other.json");
    Files.writeString(other, Files.readString(FIRES));

    assertThat(CommandRun.of("rules", FIRES.toString(), other.toString()).errors())
        .containsExactly("homeostat: 1 case is not named after a rule and was not run");
    assertThat(CommandRun.of("rules", other.toString()).code()).isEqualTo(2);
  }

  @Test
  void path_that_leads_nowhere_is_named() {
    CommandRun run = CommandRun.of("rules", FIRES.toString(), "nowhere.json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).containsExactly("homeostat: nowhere.json: does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--matrix --agents", "--format yaml", "--agents x.json"})
  void what_does_not_go_together_is_refused(String options) {
    String[] arguments = ("rules " + options).split(" ");

    assertThat(CommandRun.of(arguments).code()).isEqualTo(2);
  }

  private static JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(CommandRun.of(arguments).out());
  }
}
