package org.homeostat.ruletest;

import org.homeostat.casefile.Problem;
import org.homeostat.report.InertText;

/** A test run for people: what did not pass in full, then the counts in one line. */
public final class TestTextReport {

  private final StringBuilder text = new StringBuilder();

  private TestTextReport() {}

  /** The text, free of control characters. */
  public static String write(TestResult result) {
    TestTextReport report = new TestTextReport();
    result.outcomes().forEach(report::add);
    report.line(0, result.summary());
    return report.text.toString();
  }

  private void add(Outcome outcome) {
    switch (outcome.status()) {
      case FAILED -> {
        line(0, "FAIL " + outcome.path());
        failure(outcome);
      }
      case ERROR, INTERNAL_FAILURE -> {
        line(0, "ERROR " + outcome.path());
        outcome.problems().stream().map(Problem::toString).forEach(problem -> line(1, problem));
      }
      default -> {
        // what passed or was not run stands in the counts only
      }
    }
  }

  /** Each mismatch; where several of a list are missing, what is there once, after the last. */
  private void failure(Outcome outcome) {
    for (int i = 0; i < outcome.mismatches().size(); i++) {
      Mismatch mismatch = outcome.mismatches().get(i);
      line(1, mismatch.sentence());
      boolean last =
          i + 1 == outcome.mismatches().size()
              || !outcome.mismatches().get(i + 1).member().equals(mismatch.member());
      switch (mismatch.kind()) {
        case MISSING -> {
          if (!mismatch.expected().equals(mismatch.id())) {
            line(2, "expected " + mismatch.expected());
          }
          if (last) {
            line(2, "got " + mismatch.got());
          }
        }
        case SURPLUS -> line(2, "expected " + mismatch.expected());
        case DIFFERS -> {
          // its sentence has both
        }
      }
      mismatch.why().forEach(reason -> line(2, reason));
    }
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(InertText.of(line)).append('\n');
  }
}
