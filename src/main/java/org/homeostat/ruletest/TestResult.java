package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.List;
import org.homeostat.ruletest.Outcome.Status;

/**
 * What became of the cases of a run.
 *
 * @param outcomes in the order in which the cases were given
 */
public record TestResult(List<Outcome> outcomes) {

  public TestResult {
    outcomes = List.copyOf(outcomes);
  }

  /** How many cases went so. */
  public int count(Status status) {
    return (int) outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  /** How many of the cases that were run have an expectation that nobody reviewed yet. */
  public int toBeReviewed() {
    return (int) outcomes.stream().filter(Outcome::toBeReviewed).count();
  }

  /** The counts in one line. */
  public String summary() {
    List<String> counts = new ArrayList<>();
    counts.add(count(Status.PASSED) + " passed");
    add(counts, count(Status.FAILED), "failed", "failed");
    add(counts, count(Status.ERROR), "error", "errors");
    add(counts, count(Status.INTERNAL_FAILURE), "internal failure", "internal failures");
    add(counts, count(Status.NOT_RUN), "not run", "not run");
    add(counts, toBeReviewed(), "to be reviewed", "to be reviewed");
    return outcomes.size()
        + (outcomes.size() == 1 ? " case: " : " cases: ")
        + String.join(", ", counts);
  }

  private static void add(List<String> counts, int count, String one, String several) {
    if (count > 0) {
      counts.add(count + " " + (count == 1 ? one : several));
    }
  }
}
