package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeostat.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clinician sees of the tables of a site. */
class SiteTablesOptionTest {

  private static final String DIABETES_RANGE =
      "testdata/cases/high-1-hba1c-at-48-with-polyuria.json";
  private static final String IGF_1 =
      "testdata/cases/whole-b-igf-1-once-high-with-high-blood-pressure.json";

  @TempDir Path folder;

  @BeforeEach
  void own_source() throws IOException {
    site(
        "sources.yaml",
        "- {id: our-laboratory, text: \"Letter of our laboratory\", verification: judgement}");
  }

  @Test
  void cut_off_of_the_site_changes_the_tier_and_the_advisory_says_so() throws IOException {
    site("cutoffs.yaml", cutoff(49));
    JsonNode before = advisory("advise", "--format", "json", DIABETES_RANGE);

    JsonNode after =
        advisory("advise", "--format", "json", "--tables", "" + folder, DIABETES_RANGE);

    assertThat(before.at("/tier/level").textValue()).isEqualTo("high");
    assertThat(after.at("/tier/level").textValue()).isEqualTo("moderate");
    assertThat(after.at("/ruleSet")).isEqualTo(before.at("/ruleSet"));
    assertThat(before.get("limits").toString()).doesNotContain("Table of this site");
    assertThat(after.get("limits").toString())
        .contains(
            "\"Table of this site: cutoffs hba1c diabetes mmol/mol: value 48 is 49 here (source"
                + " our-laboratory).\"");
  }

  @Test
  void proof_shows_the_new_value_with_its_source() throws IOException {
    site("cutoffs.yaml", cutoff(47));

    CommandRun run = CommandRun.of("advise", "--trace", "--tables", "" + folder, DIABETES_RANGE);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "METABOLIC RISK TIER: HIGH",
            "diabetes cut-off at or above 47 mmol/mol (ADA)",
            "our-laboratory",
            "Table of this site: cutoffs hba1c diabetes mmol/mol: value 48 is 47 here")
        .doesNotContain("diabetes cut-off at or above 48 mmol/mol");
  }

  @Test
  void interval_of_the_site_moves_a_day_with_rules_of_a_folder_too() throws IOException {
    site("intervals.yaml", "- {code: igf-1-repeat, toWeeks: 8, source: our-laboratory}");
    JsonNode before = advisory("advise", "--format", "json", IGF_1);

    JsonNode bundled = advisory("advise", "--format", "json", "--tables", "" + folder, IGF_1);
    JsonNode loaded =
        advisory(
            "advise",
            "--format",
            "json",
            "--rules",
            "" + TestData.RULES,
            "--tables",
            "" + folder,
            IGF_1);

    assertThat(due(before)).isEqualTo("2027-01-02");
    assertThat(due(bundled)).isEqualTo("2027-01-16");
    assertThat(loaded).isEqualTo(bundled);
  }

  @Test
  void tables_that_cannot_be_used_give_no_advice() throws IOException {
    site("cutoffs.yaml", cutoff(49).replace("our-laboratory", "our-laboratori"));
    site("interval.yaml", "[]");

    CommandRun run = CommandRun.of("advise", "--tables", "" + folder, DIABETES_RANGE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .containsExactly(
            "homeostat: tables of this site cannot be used:",
            "homeostat: "
                + folder.resolve("interval.yaml")
                + ": is no table; the nearest is"
                + " 'intervals.yaml'",
            "homeostat: "
                + folder.resolve("cutoffs.yaml")
                + ":1: no source 'our-laboratori'; the nearest"
                + " is 'our-laboratory'; a source of the site stands in its sources.yaml");
  }

  @Test
  void no_folder_is_told() {
    CommandRun run =
        CommandRun.of("advise", "--tables", "" + folder.resolve("absent"), DIABETES_RANGE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("absent is no folder; name a folder with files such as");
  }

  private static String due(JsonNode advisory) {
    for (JsonNode recommendation : advisory.get("recommendations")) {
      if (recommendation.get("id").textValue().equals("repeat:igf-1")) {
        return recommendation.get("due").textValue();
      }
    }
    return "";
  }

  private static String cutoff(int value) {
    return "- {code: hba1c, band: diabetes, uom: mmol/mol, value: "
        + value
        + ", source: our-laboratory}";
  }

  private static JsonNode advisory(String... arguments) throws IOException {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private void site(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
