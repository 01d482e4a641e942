package org.homeostat.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What evidence says of statements, told where it is first needed and linked from then on. A page
 * asks in the order in which it is written.
 */
public final class Told {

  private final Map<Argument.Statement, String> anchors = new LinkedHashMap<>();

  /** Whether this is the first place that needs the statement; asked once a place. */
  public boolean isFirst(Argument.Statement statement) {
    String anchor = "statement-" + (anchors.size() + 1);
    return anchors.putIfAbsent(statement, anchor) == null;
  }

  /** Id of the element in which the statement stands. */
  public String anchor(Argument.Statement statement) {
    return anchors.get(statement);
  }

  /** The statements that were told, with their ids. */
  public Map<Argument.Statement, String> all() {
    return anchors;
  }
}
