package org.homeostat.knowledge;

import java.util.List;

/** Tables that are malformed or contradict each other; the message names every problem. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableException(List<String> problems, Throwable cause) {
    super("knowledge tables: " + String.join("; ", problems), cause);
  }
}
