package org.homeostat.fact;

import java.util.List;

/**
 * An agent of the catalogue.
 *
 * @param code agent code
 * @param agentClass such as {@code ghrh-analogue}
 * @param groups {@code gh-axis}, {@code secretagogue}, {@code non-selective}
 */
public record Agent(String code, String name, String agentClass, List<String> groups, String source)
    implements TableRow {

  public Agent {
    groups = List.copyOf(groups);
  }

  /** Whether it drives the growth hormone axis. */
  public boolean isGhAxis() {
    return groups.contains("gh-axis");
  }

  /** Whether it makes the pituitary release growth hormone. */
  public boolean isSecretagogue() {
    return groups.contains("secretagogue");
  }

  @Override
  public String table() {
    return "agents";
  }

  @Override
  public String text() {
    return name
        + ": "
        + Wording.words(agentClass)
        + (isGhAxis() ? ", growth hormone axis agent" : "");
  }
}
