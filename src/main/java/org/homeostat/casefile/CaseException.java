package org.homeostat.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** A case file that cannot be read; it holds every problem of the file. */
public final class CaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  CaseException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
