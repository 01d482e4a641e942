package org.homeostat.fact;

import java.util.List;

/**
 * What evidence says of agents and a goal, and what of an advisory bears on it.
 *
 * @param targets targets of recommendations that bear on it
 * @param options options that bear on it
 */
public record GoalGuide(
    String goal, List<String> targets, List<String> options, String note, String source)
    implements TableRow {

  public GoalGuide {
    targets = List.copyOf(targets);
    options = List.copyOf(options);
  }

  @Override
  public String table() {
    return "goals";
  }

  @Override
  public String text() {
    return note;
  }
}
