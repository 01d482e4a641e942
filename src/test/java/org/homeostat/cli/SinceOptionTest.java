package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code advise --since}: what changed since an earlier advisory, and which ones are refused. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SinceOptionTest {

  private static final String OLD =
      "{\"code\": \"hba1c\", \"value\": 5.3, \"unit\": \"%\", \"date\": \"2026-04-20\"}";
  private static final String RAISED =
      "{\"code\": \"hba1c\", \"value\": 6.6, \"unit\": \"%\", \"date\": \"2026-11-01\"}";

  @TempDir Path folder;

  private String previous;

  private String put(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String caseText(String id, String asOf, String... observations) {
    return "{\"id\": \""
        + id
        + "\", \"asOf\": \""
        + asOf
        + "\", \"patient\": {\"ageYears\": 50, \"sex\": \"female\"}, \"protocol\": [{\"agent\":"
        + " \"ipamorelin\", \"start\": \"2026-03-01\"}], \"observations\": ["
        + String.join(", ", observations)
        + "]}";
  }

  private String grown() throws IOException {
    return put("grown.json", caseText("x", "2026-11-21", RAISED, OLD));
  }

  @BeforeEach
  void advise_in_may() throws IOException {
    String first = put("first.json", caseText("x", "2026-05-01", OLD));
    previous = put("previous.json", CommandRun.of("advise", "--format", "json", first).out());
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static String causes(JsonNode list, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(change -> change.get("id").textValue().equals(id))
        .flatMap(change -> StreamSupport.stream(change.get("causes").spliterator(), false))
        .map(cause -> cause.get("kind").textValue() + ": " + cause.get("text").textValue())
        .collect(Collectors.joining("; "));
  }

  @Test
  void text_tells_changes_with_causes_right_after_the_tier() throws IOException {
    CommandRun run = CommandRun.of("advise", "--since", previous, grown());

    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "METABOLIC RISK TIER: HIGH",
            "Why",
            "Since 2026-05-01",
            "Changed: tier from indeterminate",
            "new: HbA1c 6.6 % on 2026-11-01",
            "New: reason HIGH-1",
            "Gone: reason INDETERMINATE",
            "Attend to",
            "Inputs");
  }

  @Test
  void json_carries_the_changes_as_a_member_only_when_asked() throws IOException {
    String grown = grown();
    JsonNode since =
        json(CommandRun.of("advise", "--format", "json", "--since", previous, grown).out())
            .get("since");

    assertThat(since.get("asOf").textValue()).isEqualTo("2026-05-01");
    assertThat(causes(since.get("changed"), "tier")).contains("new: HbA1c 6.6 % on 2026-11-01");
    assertThat(causes(since.get("new"), "HIGH-1")).isEqualTo("new: HbA1c 6.6 % on 2026-11-01");
    assertThat(json(CommandRun.of("advise", "--format", "json", grown).out()).has("since"))
        .isFalse();
  }

  @Test
  void same_case_on_the_same_day_has_no_changes() throws IOException {
    String again = put("again.json", caseText("x", "2026-05-01", OLD));

    assertThat(CommandRun.of("advise", "--since", previous, again).out())
        .contains("Since 2026-05-01", "Nothing changed.");
  }

  @Test
  void advisory_that_was_itself_compared_can_be_the_earlier_one() throws IOException {
    String compared =
        put(
            "compared.json",
            CommandRun.of("advise", "--format", "json", "--since", previous, grown()).out());

    assertThat(CommandRun.of("advise", "--since", compared, grown()).out())
        .contains("Since 2026-11-21", "Nothing changed");
  }

  @Test
  void case_without_an_earlier_advisory_says_so() throws IOException {
    String other = put("other.json", caseText("y", "2026-11-21", OLD));

    CommandRun text = CommandRun.of("advise", "--since", previous, grown(), other);
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains("Since 2026-05-01", "There is no earlier advisory of this case");

    CommandRun run = CommandRun.of("advise", "--format", "json", "--since", previous, other);
    assertThat(json(run.out()).at("/since/asOf").isNull()).isTrue();
    assertThat(json(run.out()).at("/since/new").isEmpty()).isTrue();
  }

  @Test
  void several_earlier_advisories_go_to_the_cases_of_their_ids() throws IOException {
    String first = put("a.json", caseText("a", "2026-04-30", OLD));
    String second = put("b.json", caseText("b", "2026-05-02", OLD));
    String lines = CommandRun.of("advise", "--format", "json", first, second).out();

    CommandRun run =
        CommandRun.withInput(
            lines, "advise", "--as-of", "2026-11-21", "--since", "-", second, first);

    assertThat(run.out())
        .containsSubsequence("Case b", "Since 2026-05-02", "Case a", "Since 2026-04-30");
  }

  @Test
  void standard_input_gives_the_case_or_the_earlier_advisories() {
    assertThat(CommandRun.withInput("{}", "advise", "--since", "-", "-").errors())
        .containsExactly(
            "homeostat: --since -: standard input holds the case; name a file of earlier"
                + " advisories after --since");
  }

  @Test
  void earlier_advisory_of_a_later_day_is_refused_and_others_are_answered() throws IOException {
    String early = put("early.json", caseText("x", "2026-04-30", OLD));
    String other = put("other.json", caseText("y", "2026-11-21", OLD));

    CommandRun run = CommandRun.of("advise", "--since", previous, early, other);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "homeostat: "
                + early
                + ": --since "
                + previous
                + ": the earlier advisory is for 2026-05-01, a day after this one, 2026-04-30; name"
                + " an advisory of that day or before it");
    assertThat(run.out()).contains("Case y").doesNotContain("Case x");
  }

  @Test
  void everything_wrong_in_the_earlier_file_is_told_and_nothing_is_answered() throws IOException {
    String bad =
        put(
            "bad.json",
            Files.readString(Path.of(previous))
                .replace("\"formatVersion\" : 1", "\"formatVersion\" : 9")
                .replace("\"asOfDefaulted\" : false", "\"asOfDefaulted\" : \"\\u001b[2Jno\"")
                .replaceAll("\"limits\" : \\[[^]]*\\]", "\"remarks\" : []"));

    CommandRun run = CommandRun.of("advise", "--since", bad, grown());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\u001b");
    assertThat(run.errors())
        .containsExactly(
            "homeostat: --since " + bad + ": /formatVersion: this program reads version 1, not 9",
            "homeostat: --since "
                + bad
                + ": /asOfDefaulted: true or false is wanted, not \"\\u001B[2Jno\"",
            "homeostat: --since " + bad + ": 'limits' is missing",
            "homeostat: --since " + bad + ": /remarks: unknown member; the nearest is 'response'");
  }

  @Test
  void earlier_file_that_is_missing_huge_or_given_twice_is_refused() throws IOException {
    String case1 = grown();
    assertThat(CommandRun.of("advise", "--since", "no-such.json", case1).errors())
        .containsExactly("homeostat: --since no-such.json: does not exist");

    Path large = folder.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    assertThat(CommandRun.of("advise", "--since", large.toString(), case1).errors())
        .containsExactly(
            "homeostat: --since "
                + large
                + ": is larger than 64 MiB; advisories of a thousand cases are some 20");

    String line = json(Files.readString(Path.of(previous))).toString();
    String twice = put("twice.jsonl", line + "\n" + line);
    CommandRun run = CommandRun.of("advise", "--since", twice, case1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "homeostat: --since "
                + twice
                + ": line 2/caseId: 'x' is the case of the advisory at line 1 too; leave one of the"
                + " two out");
  }

  @Test
  void same_run_gives_the_same_bytes() throws IOException {
    String[] arguments = {"advise", "--format", "json", "--since", previous, grown()};

    assertThat(CommandRun.of(arguments).out()).isEqualTo(CommandRun.of(arguments).out());
  }
}
