package org.homeostat.ruletest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.Problem;
import org.homeostat.fact.PatientCase;

/**
 * What became of one case.
 *
 * @param path what reports call the case
 * @param id the id that the case gives itself; empty where that is not known
 * @param mismatches what is not as expected; of a failed case only
 * @param problems what is wrong with the file or the run; of an error or internal failure only
 * @param toBeReviewed whether the title says that the expectation was not reviewed yet
 * @param failure what a failed case gave; else null
 */
public record Outcome(
    String path,
    String id,
    Status status,
    List<Mismatch> mismatches,
    List<Problem> problems,
    boolean toBeReviewed,
    Failure failure,
    Duration time) {

  public Outcome {
    mismatches = List.copyOf(mismatches);
    problems = List.copyOf(problems);
  }

  /** How it went. */
  public enum Status {
    /** The advisory is as expected. */
    PASSED,
    /** The advisory is not as expected. */
    FAILED,
    /** The case cannot be read, or its expectation is out of form. */
    ERROR,
    /** The program or the rules did not finish. */
    INTERNAL_FAILURE,
    /** A case before it ended the run. */
    NOT_RUN,
    /** It was not asked for. */
    LEFT_OUT;

    /** Its name in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it ends a run that stops at the first failure. */
    public boolean isBad() {
      return this == FAILED || this == ERROR || this == INTERNAL_FAILURE;
    }
  }

  /** A case and the advisory that is not as expected. */
  public record Failure(PatientCase patientCase, Advisory advisory) {}

  static Outcome judged(
      String path,
      PatientCase patientCase,
      Advisory advisory,
      List<Mismatch> mismatches,
      Duration time) {
    boolean passed = mismatches.isEmpty();
    return new Outcome(
        path,
        patientCase.id(),
        passed ? Status.PASSED : Status.FAILED,
        mismatches,
        List.of(),
        patientCase.title() != null && patientCase.title().startsWith(FrozenCase.TO_BE_REVIEWED),
        passed ? null : new Failure(patientCase, advisory),
        time);
  }

  static Outcome bad(String path, String id, Status status, List<Problem> problems, Duration time) {
    return new Outcome(path, id, status, List.of(), problems, false, null, time);
  }

  static Outcome without(String path, Status status) {
    return bad(path, "", status, List.of(), Duration.ZERO);
  }
}
