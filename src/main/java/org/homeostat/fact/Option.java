package org.homeostat.fact;

import java.util.List;

/**
 * One of the ways that are put side by side where insulin resistance, raised glucose or visceral
 * fat is the target.
 *
 * @param code such as {@code glp-1-agonist}
 * @param agents agents that it is about
 * @param names agents, classes and groups whose contraindications hold for it
 */
public record Option(
    String code, String name, List<String> agents, List<String> names, String source)
    implements TableRow {

  public Option {
    agents = List.copyOf(agents);
    names = List.copyOf(names);
  }

  /** Whether the row of contraindications is about it. */
  public boolean isNamedBy(Contraindication row) {
    return names.contains(row.agents());
  }

  /** Whether it is about the agent, or about agents of the class or group. */
  public boolean isAbout(String agent) {
    return agents.contains(agent) || names.contains(agent);
  }

  @Override
  public String table() {
    return "options";
  }

  @Override
  public String text() {
    return name;
  }
}
