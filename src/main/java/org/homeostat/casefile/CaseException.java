package org.homeostat.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** A case file that cannot be read; it holds what is wrong in the file. */
public final class CaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final int more;

  CaseException(List<Problem> problems, int more) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("; "))
            + (more == 0 ? "" : "; and " + more + " more"));
    this.problems = List.copyOf(problems);
    this.more = more;
  }

  /** Every problem of the file, or its first hundred. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many problems the file has beyond {@link #problems}. */
  public int more() {
    return more;
  }
}
