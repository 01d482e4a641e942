package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.engine.AdvisoryEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written advisories are read back whole, and what is wrong in them is told all at once. */
class AdvisoryReaderTest {

  private static final AdvisoryReader READER = new AdvisoryReader(TestData.BUNDLED.knowledge());
  private static final AdvisoryWriter WRITER = new AdvisoryWriter();
  private static final Advisory ONE = advise(TestData.files(TestData.CASES).get(0));

  private static Advisory advise(Path file) {
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      return engine.advise(TestData.read(file));
    }
  }

  private static List<Advisory> read(String json) {
    return READER.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String json) {
    CaseException refused = catchThrowableOfType(CaseException.class, () -> read(json));
    assertThat(refused).as("what was thrown").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private static String changed(Consumer<ObjectNode> change) {
    ObjectNode tree = CaseText.tree(WRITER.line(ONE).getBytes(StandardCharsets.UTF_8));
    change.accept(tree);
    return tree.toString();
  }

  private static void staysTheSame(Advisory advisory) {
    String written = WRITER.line(advisory);
    assertThat(read(written))
        .singleElement()
        .isEqualTo(advisory)
        .satisfies(again -> assertThat(WRITER.line(again)).isEqualTo(written));
  }

  @Test
  void every_advisory_of_the_project_comes_back_whole() {
    assertThat(TestData.files(TestData.CASES)).allSatisfy(file -> staysTheSame(advise(file)));
  }

  @Test
  void every_advisory_of_a_random_file_comes_back_whole() {
    assertThat(RandomAdvisories.ALL).allSatisfy(pair -> staysTheSame(pair.advisory()));
  }

  @Test
  void several_follow_each_other_on_lines_or_without_a_break() {
    Advisory other = advise(TestData.files(TestData.CASES).get(1));

    assertThat(read(WRITER.line(ONE) + "\n" + WRITER.line(other) + "\n"))
        .containsExactly(ONE, other);
    assertThat(read(WRITER.pretty(ONE) + WRITER.pretty(other))).containsExactly(ONE, other);
  }

  @Test
  void what_an_advisory_says_of_a_still_earlier_one_is_passed_over() {
    assertThat(read(WRITER.line(ONE, Changes.withoutEarlier()))).containsExactly(ONE);
  }

  @Test
  void one_case_twice_is_refused_with_both_places() {
    String line = WRITER.line(ONE);

    assertThat(problems(line + "\n\n" + line))
        .containsExactly(
            "line 3/caseId: '"
                + ONE.caseId()
                + "' is the case of the advisory at line 1 too; leave one of the two out");
  }

  @Test
  void everything_wrong_is_told_at_once_with_its_place() {
    String json =
        changed(
            tree -> {
              tree.put("formatVersion", 2).put("asOf", "21.11.2026").put("extra", 1);
              tree.remove("limits");
              tree.withObject("/ruleSet").put("sha256", "abc");
              tree.withObject("/tier").put("level", "HIGH");
              tree.withObject("/tier/reasons/0").put("id", "HIGH-99");
              tree.withObject("/recommendations/0").put("id", "avoid:all").put("urgency", 3);
              tree.withObject("/recommendations/0").putNull("summary");
              tree.withObject("/inputs/0").put("use", "used");
            });

    assertThat(problems(json + "\n" + "{\"caseId\": \"b\", \"inputs\": {}, \"limits\": [7]}"))
        .contains(
            "/formatVersion: this program reads version 1, not 2",
            "/asOf: a day of the calendar as YYYY-MM-DD is wanted, not '21.11.2026'",
            "/extra: unknown member; the nearest is 'tier'",
            "'limits' is missing",
            "/ruleSet/sha256: 64 hexadecimal digits are wanted, not 'abc'",
            "/tier/level: one of high, indeterminate, low, moderate, stop is wanted, not 'HIGH'",
            "/tier/reasons/0/id: 'HIGH-99' is no policy code; the nearest is 'HIGH-9'",
            "/recommendations/0/urgency: text is wanted, not 3",
            "/recommendations/0/summary: null says nothing; leave the member out if it was not"
                + " asked",
            "/inputs/0/use: one of judged, shown, set-aside is wanted, not 'used'",
            "line 2: 'formatVersion' is missing",
            "line 2: 'tier' is missing",
            "line 2/inputs: a list is wanted, not {}",
            "line 2/limits/0: text is wanted, not 7")
        .anyMatch(p -> p.startsWith("/recommendations/0/id: 'avoid:all' is not action and target"));
  }

  @Test
  void node_of_a_proof_that_is_none_is_named() {
    String json =
        changed(tree -> tree.withObject("/tier/reasons/0/because/0").removeAll().put("fac", "/x"));

    assertThat(problems(json))
        .containsExactly(
            "/tier/reasons/0/because/0: a node of a proof has 'rule', 'fact', 'table' or"
                + " 'absent'; it has none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty; an advisory is one JSON object",
        "[] | an advisory is one JSON object, not []; several follow each other, one a line",
        "7 | an advisory is one JSON object, not 7; several follow each other, one a line",
        "{\"caseId\": | is no JSON: it breaks off at line 1, column 11; close every quotation mark"
            + " and bracket",
      })
  void what_is_no_advisory_is_refused(String json, String message) {
    assertThat(problems(json)).containsExactly(message);
  }

  @Test
  void deep_nesting_is_refused_before_it_is_followed() {
    assertThat(problems("[".repeat(10_000_000)))
        .containsExactly(
            "is nested more than 100 deep at line 1, column 101; an advisory needs some twenty"
                + " levels");
  }

  @Test
  void more_values_than_advisories_have_are_refused() {
    assertThat(problems("{\"a\": [" + "0,".repeat(2_500_000) + "0]}"))
        .containsExactly("holds more than 2500000 values; an advisory has some thousand");
  }
}
