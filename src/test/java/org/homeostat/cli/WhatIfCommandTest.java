package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code what-if}: what would change the advice. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WhatIfCommandTest {

  private static final String EXAMPLE = "testdata/cases/prediabetes-planned-tesamorelin.json";
  private static final String LOW = "testdata/cases/low-no-agent.json";

  @TempDir Path folder;

  private String put(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void changes_of_the_tier_are_told_and_the_others_counted() {
    CommandRun run = CommandRun.of("what-if", "--width", "200", EXAMPLE);

    assertThat(run.err()).matches("\\d+ questions in \\d+ ms\n");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "Case prediabetes-planned-tesamorelin, advice for 2026-11-21",
            "METABOLIC RISK TIER: HIGH",
            "What is missing or was not asked, and what each answer would decide",
            "  - TSH: thyroid function bears on the growth hormone axis",
            "    no answer changes the tier; --all tells what they change",
            "  - other diagnoses: it was not asked",
            "    active malignancy: tier STOP; for STOP-1; gained avoid:tesamorelin",
            "What would change the tier",
            "  - HbA1c 5.9 % on 2026-11-10",
            "    if 5.6 % (0.3 percentage points lower): tier MODERATE; for MOD-1;",
            "One thing was changed at a time, and the engine was asked",
            "changes of recommendations alone: --all tells more.",
            "Of no bearing alone: Ancestry european;",
            "Not changed: Sex female")
        .doesNotContain("What would change recommendations alone", "140 mmHg");
  }

  @Test
  void all_tells_what_leaves_the_tier_too() {
    CommandRun run = CommandRun.of("what-if", "--all", "--width", "200", EXAMPLE);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "    0.4 to 4.0 mIU/L: lost measure:tsh",
            "What would change the tier",
            "What would change recommendations alone",
            "    if 100 mg/dL (2 mg/dL higher): lost repeat:hba1c",
            "      close: nearer than one measurement usually varies",
            "    if 140 mmHg (12 mmHg higher): gained assess:blood-pressure")
        .doesNotContain("--all tells");
  }

  @Test
  void one_case_gives_one_object_and_several_give_one_a_line() throws IOException {
    JsonNode one = json(CommandRun.of("what-if", "--format", "json", EXAMPLE).out());
    List<String> several =
        CommandRun.of("what-if", "--format", "json", EXAMPLE, LOW).out().lines().toList();

    assertThat(one.get("caseId").textValue()).isEqualTo("prediabetes-planned-tesamorelin");
    assertThat(one.get("tier").textValue()).isEqualTo("high");
    assertThat(one.get("atLeast").isNull()).isTrue();
    assertThat(one.at("/missing/0/code").textValue()).isEqualTo("tsh");
    assertThat(one.at("/missing/0/answers")).hasSize(3);
    assertThat(one.get("changes")).isNotEmpty();
    for (JsonNode change : one.get("changes")) {
      assertThat(change.get("kind").textValue()).isIn("value", "date", "answer", "absence");
      assertThat(change.get("at").textValue()).startsWith("/");
      assertThat(change.at("/difference/tier").isTextual()).isTrue();
    }
    assertThat(one.get("asked").intValue()).isGreaterThan(one.get("changes").size());
    assertThat(several).hasSize(2);
    assertThat(json(several.get(0))).isEqualTo(one);
    assertThat(json(several.get(1)).get("caseId").textValue()).isEqualTo("low-no-agent");
  }

  @Test
  void several_cases_are_told_one_after_the_other() {
    assertThat(CommandRun.of("what-if", EXAMPLE, LOW).out())
        .containsSubsequence(
            "Case prediabetes-planned-tesamorelin",
            "One thing was changed",
            "Case low-no-agent",
            "One thing was changed");
  }

  @Test
  void bad_case_is_named_and_the_good_one_still_answered() throws IOException {
    String bad = put("bad.json", "{\"id\": \"x\", \"patient\": {\"ageYears\": 40}}");

    CommandRun run = CommandRun.of("what-if", bad, LOW);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("homeostat: " + bad + ": /patient").contains("sex");
    assertThat(run.out()).contains("Case low-no-agent").doesNotContain("Case x");
  }

  @Test
  void day_that_is_asked_for_wins() {
    assertThat(CommandRun.of("what-if", "--as-of", "2027-11-21", LOW).out())
        .contains("Case low-no-agent, advice for 2027-11-21", "INDETERMINATE", "  - HbA1c: ");
  }

  @Test
  void case_with_next_to_nothing_in_it_is_answered() throws IOException {
    String bare =
        put("bare.json", "{\"id\": \"x\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}");

    CommandRun run = CommandRun.of("what-if", bare);

    assertThat(run.err()).matches("\\d+ questions in \\d+ ms\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("INDETERMINATE", "  - HbA1c: ", "diabetes");
  }

  @Test
  void lines_are_folded_to_the_width_where_words_allow() {
    assertThat(CommandRun.of("what-if", "--all", "--width", "60", EXAMPLE).out().lines())
        .allMatch(line -> line.length() <= 60 || !line.trim().contains(" "));
  }

  @Test
  void text_of_a_case_is_inert_however_long_it_is() throws IOException {
    String steering = "\\u001b[2J\\u202egone\\u0007\\u009b31m";
    String hostile =
        put(
            "hostile.json",
            "{\"id\": \"x\", \"asOf\": \"2026-11-21\", \"patient\": {\"ageYears\": 40, \"sex\":"
                + " \"male\"}, \"protocol\": [{\"agent\": \"sermorelin\", \"prescriber\": \""
                + steering
                + "\"}]}");
    CommandRun text = CommandRun.of("what-if", "--all", hostile);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).contains("gone").doesNotContain("\u001b", "\u202e", "\u0007", "\u009b");

    CommandRun json = CommandRun.of("what-if", "--format", "json", hostile);
    assertThat(json.out()).doesNotContain("\u001b", "\u0007");
    assertThat(json(json.out()).at("/changes/0/datum").textValue())
        .endsWith("\u001b[2J\u202egone\u0007\u009b31m");

    String tooLong =
        put("long.json", Files.readString(Path.of(hostile)).replace("gone", "y".repeat(10_000)));
    CommandRun run = CommandRun.of("what-if", "--all", tooLong);
    assertThat(run.out() + run.err())
        .contains("prescriber")
        .doesNotContain("\u001b", "\u202e", "\u0007", "\u009b");
  }

  @Test
  void format_that_there_is_not_is_refused() {
    assertThat(CommandRun.of("what-if", "--format", "html", LOW).code()).isEqualTo(2);
    assertThat(CommandRun.of("what-if").code()).isEqualTo(2);
  }
}
