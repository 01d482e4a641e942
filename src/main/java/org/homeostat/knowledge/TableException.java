package org.homeostat.knowledge;

import java.util.List;

/** Tables that are malformed or contradict each other; the message names every problem. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TableException(List<String> problems, Throwable cause) {
    super("knowledge tables: " + String.join("; ", problems), cause);
    this.problems = List.copyOf(problems);
  }

  /** Every problem: table, row and what is wrong. */
  public List<String> problems() {
    return problems;
  }
}
