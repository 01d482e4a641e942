package org.homeostat.ruletest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeostat.TestData;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.Problem;
import org.homeostat.casefile.TestCase;

/** Small cases with an expectation, as text. */
final class TestCases {

  static final ExpectedNames NAMES = ExpectedNames.of(TestData.BUNDLED);

  private static final CaseReader READER = new CaseReader(TestData.BUNDLED.knowledge());

  private TestCases() {}

  /** A man of 40 about whom nothing else was asked: the tier is indeterminate. */
  static String text(String id, String expect) {
    return "{\"id\": \""
        + id
        + "\", \"asOf\": \"2026-11-21\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"},"
        + " \"expect\": "
        + expect
        + "}";
  }

  static TestInput input(String path, String text) {
    return new TestInput(path, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** A case that passes. */
  static TestInput passing(String id) {
    return input("cases/" + id + ".json", text(id, "{\"tier\": \"indeterminate\"}"));
  }

  /** A case that fails. */
  static TestInput failing(String id) {
    return input("cases/" + id + ".json", text(id, "{\"tier\": \"low\"}"));
  }

  static TestCase<Expectation> read(String path, String text) {
    return READER.readTest(text.getBytes(StandardCharsets.UTF_8), Expectation.reader(NAMES, path));
  }

  /** What is wrong with a case. */
  static List<String> problems(String path, String text) {
    try {
      read(path, text);
      return List.of();
    } catch (CaseException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
