package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each file of {@code testdata/bad/cases}, word for word. */
class BadCasesTest {

  private static final Path FOLDER = Path.of("testdata", "bad", "cases");
  private static final String GOOD = "testdata/cases/low-no-agent.json";

  /** A file and what must be said of it, one message a line. */
  record Bad(String name, List<String> messages) {
    Path file() {
      return FOLDER.resolve(name + ".json");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad bad(String name, String... messages) {
    return new Bad(name, List.of(messages));
  }

  static Stream<Bad> table() {
    return Stream.of(
        bad(
            "bad-escape",
            "is no JSON at line 1, column 26, near 'title\": \"C:\\x\"}'; write a"
                + " backslash in a text as \\\\"),
        bad("blanks", "holds nothing but blanks; a case is one JSON object"),
        bad(
            "comma-missing",
            "is no JSON at line 3, column 3, near '\"patient\": {'; look for a"
                + " missing or needless comma, colon, quotation mark or bracket"),
        bad(
            "comma-too-many",
            "is no JSON at line 3, column 45, near 'ex\": \"male\",}'; look for a"
                + " missing or needless comma, colon, quotation mark or bracket"),
        bad("comment", "is no JSON at line 1, column 1, near '// a man of'; leave comments out"),
        bad(
            "control-character",
            "is no JSON at line 1, column 23: a bare control character; leave"
                + " it out, or write it as \\u001b"),
        bad(
            "duplicate-names",
            "/id: stands here twice; leave one of the two out",
            "/patient/sex: stands here twice; leave one of the two out"),
        bad(
            "escaped-control-characters",
            "/patient/sex: '\uFFFDmale\uFFFD\uFFFD' is no sex code; the nearest is 'male'",
            "/\uFFFDmember\uFFFD: unknown member; the nearest is 'expect'",
            "/id: '\uFFFD[2J': use lower-case letters and digits joined by single hyphens"),
        bad(
            "leading-zero",
            "is no JSON at line 1, column 38, near 'ageYears\": 040, \"sex\": \"';"
                + " write numbers such as 40, 0.5 or -2"),
        bad(
            "list",
            "a case is one JSON object, not"
                + " [{\"id\":\"a\",\"patient\":{\"ageYears\":40,\"sex…"),
        bad(
            "many-mistakes",
            "/observations/1/value: NaN is no number; leave it out if nothing was measured",
            "/observations/1/date: stands here twice; leave one of the two out",
            "/patient/ageYears: a whole number from 0 to 125 is wanted, not 200",
            "/patient/sex: 'femal' is no sex code; the nearest is 'female'",
            "/patient/jurisdiction: 'United States' is no country code; the nearest is 'US'",
            "/observations/0/code: 'hba1' is no observation code; the nearest is 'hba1c'",
            "/observations/0/value: a number is wanted, not \"5.9\"",
            "/observations/0/date: a day of the calendar as YYYY-MM-DD is"
                + " wanted, not '2026-13-01'",
            "/lifestyle: an object is wanted, not []",
            "/symptoms/0: 'polyurea' is no symptom code; the nearest is 'polyuria'",
            "/symptoms/1: a code is wanted, not 7",
            "/goals: a list is wanted, not \"sleep\"",
            "/pateint: unknown member; the nearest is 'patient'",
            "/id: 'Case 1': use lower-case letters and digits joined by single hyphens"),
        bad(
            "names-with-slash-and-tilde",
            "/~01/e~1f: stands here twice; leave one of the two out",
            "/a~1b: unknown member; the nearest is 'id'",
            "/c~0d: unknown member; the nearest is 'id'",
            "/~01: unknown member; the nearest is 'id'",
            "/: unknown member; the nearest is 'id'"),
        bad(
            "not-closed",
            "is no JSON: it breaks off at line 4, column 1; close every"
                + " quotation mark and bracket"),
        bad(
            "not-numbers",
            "/observations/0/value: NaN is no number; leave it out if nothing was measured",
            "/observations/1/value: Infinity is no number; leave it out if"
                + " nothing was measured",
            "/observations/2/value: -Infinity is no number; leave it out if"
                + " nothing was measured"),
        bad(
            "nul-character",
            "is no JSON at line 1, column 13: a bare control character; leave"
                + " it out, or write it as \\u0000"),
        bad("null", "a case is one JSON object, not null"),
        bad(
            "null-members",
            "/id: null says nothing; leave the member out if it was not asked",
            "/patient: null says nothing; leave the member out if it was not asked",
            "/observations/0: an object is wanted, not null",
            "/lifestyle/smoker: null says nothing; leave the member out if it was not asked",
            "/symptoms/0: a code is wanted, not null"),
        bad("number", "the number 1e999 is beyond any measurement; give the one that was measured"),
        bad(
            "numbers-beyond-range",
            "/observations/0/value: the number 1e999 is beyond any"
                + " measurement; give the one that was measured",
            "/observations/1/value: the number -1e400000000 is beyond any"
                + " measurement; give the one that was measured",
            "/observations/2/value: the number 1e99999999999999 is beyond any"
                + " measurement; give the one that was measured",
            "/observations/3/value: the number 1e-400000000 is beyond any"
                + " measurement; give the one that was measured"),
        bad(
            "open-text",
            "is no JSON at line 1, column 11: a text goes past the end of its"
                + " line; close its quotation mark, or write \\n"),
        bad(
            "python-word",
            "is no JSON at line 1, column 37, near 'ryUnknown\": True}'; set"
                + " text in quotation marks; bare words are true and false"),
        bad(
            "single-quotes",
            "is no JSON at line 1, column 2, near '{'id': 'a'}'; write double"
                + " quotation marks"),
        bad(
            "tab-in-text",
            "is no JSON at line 1, column 24: a bare control character; leave"
                + " it out, or write it as \\u0009"),
        bad("text", "a case is one JSON object, not \"a\""),
        bad(
            "trailing-case",
            "something follows the object at line 2, column 1; a file holds one case"),
        bad(
            "trailing-text",
            "something follows the object at line 2, column 1; a file holds one case"),
        bad(
            "word",
            "is no JSON at line 1, column 73, near 'raception\": no}}'; set"
                + " text in quotation marks; bare words are true and false"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void bad_case_is_refused_in_these_words_and_the_good_one_answered(Bad bad) {
    CommandRun run = CommandRun.of("advise", bad.file().toString(), GOOD);

    assertThat(run.errors())
        .containsExactlyElementsOf(
            bad.messages().stream().map(m -> "homeostat: " + bad.file() + ": " + m).toList());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }

  @Test
  void table_names_every_file() {
    assertThat(table().map(Bad::file)).containsExactlyInAnyOrderElementsOf(TestData.files(FOLDER));
  }
}
