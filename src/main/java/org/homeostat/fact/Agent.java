package org.homeostat.fact;

import java.util.List;

/**
 * An agent of the catalogue.
 *
 * @param code agent code
 * @param agentClass such as {@code ghrh-analogue}
 * @param groups {@code gh-axis}, {@code secretagogue}, {@code non-selective}, {@code long-acting},
 *     {@code oral}
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

  /** Whether the name is this agent, its class or one of its groups. */
  public boolean isIn(String name) {
    return code.equals(name) || agentClass.equals(name) || groups.contains(name);
  }

  /** Whether it makes the pituitary release growth hormone. */
  public boolean isSecretagogue() {
    return groups.contains("secretagogue");
  }

  /** Whether it is a ghrelin agonist that moves cortisol and prolactin. */
  public boolean isNonSelective() {
    return groups.contains("non-selective");
  }

  /** Whether its effect lasts for weeks after a dose. */
  public boolean isLongActing() {
    return groups.contains("long-acting");
  }

  /** Whether it is taken by mouth. */
  public boolean isOral() {
    return groups.contains("oral");
  }

  /** Whether it drives the growth hormone axis or is an incretin. */
  public boolean isGhAxisOrIncretin() {
    return isGhAxis() || agentClass.equals("incretin");
  }

  /** Whether the row is about this agent, its class or one of its groups. */
  public boolean isNamedBy(Contraindication row) {
    return isIn(row.agents());
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
