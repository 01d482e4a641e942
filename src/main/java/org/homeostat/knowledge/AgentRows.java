package org.homeostat.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.fact.Agent;
import org.homeostat.fact.Dosing;
import org.homeostat.fact.GoalGuide;
import org.homeostat.fact.Option;
import org.homeostat.fact.PaediatricUse;
import org.homeostat.fact.Regulation;
import org.homeostat.quantity.Quantity;

/** Makes facts of the rows of the tables of agents. */
public final class AgentRows {

  private AgentRows() {}

  /** An agent. */
  public static Agent agent(AgentTables.AgentRow row) {
    return new Agent(row.code(), row.name(), row.agentClass(), row.groups(), row.source());
  }

  /** A use under age. */
  public static PaediatricUse paediatricUse(AgentTables.PaediatricUseRow row) {
    Quantity fromAge = new Quantity(row.fromAge(), "a");
    return new PaediatricUse(row.agent(), row.indication(), fromAge, row.note(), row.source());
  }

  /** A schedule. */
  public static Dosing dosing(AgentTables.DosingRow row) {
    return new Dosing(
        row.agent(),
        orEmpty(row.routes()),
        row.frequencies(),
        orEmpty(row.timings()),
        row.note(),
        row.source());
  }

  /**
   * A record of regulation.
   *
   * @param assumed whether the place was not said
   */
  public static Regulation regulation(AgentTables.RegulationRow row, boolean assumed) {
    return new Regulation(
        row.agent(),
        row.place(),
        row.status(),
        orEmpty(row.indications()),
        row.asOf(),
        assumed,
        row.note(),
        row.source());
  }

  /** An option; contraindications of the classes and groups that its agents share hold for it. */
  public static Option option(AgentTables.OptionRow row, Knowledge knowledge) {
    Set<String> names = new TreeSet<>();
    row.agents().forEach(code -> names.addAll(names(knowledge.agent(code))));
    row.agents().forEach(code -> names.retainAll(names(knowledge.agent(code))));
    return new Option(row.code(), row.name(), row.agents(), List.copyOf(names), row.source());
  }

  private static Set<String> names(AgentTables.AgentRow agent) {
    Set<String> names = new TreeSet<>(agent.groups());
    names.add(agent.agentClass());
    names.add(agent.code());
    return names;
  }

  /** What bears on a goal. */
  public static GoalGuide goal(AgentTables.GoalRow row) {
    return new GoalGuide(row.goal(), row.targets(), row.options(), row.note(), row.source());
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }
}
