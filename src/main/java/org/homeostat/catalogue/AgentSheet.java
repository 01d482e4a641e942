package org.homeostat.catalogue;

import java.util.List;
import org.homeostat.catalogue.Sheet.Column;
import org.homeostat.catalogue.Sheet.Row;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.AgentRows;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;

/** The agents: class, receptors, routes, half-life, schedule, and what is recorded by place. */
public final class AgentSheet {

  private static final List<Column> COLUMNS =
      List.of(
          Column.one("id", "Agent"),
          Column.one("name", "Name"),
          Column.one("class", "Class"),
          Column.list("receptors", "Receptors"),
          Column.list("routes", "Routes"),
          Column.one("halfLife", "Half-life"),
          Column.list("groups", "Groups"),
          Column.list("schedule", "Schedule"),
          Column.list("regulation", "Recorded"),
          Column.list("sources", "Sources"));

  private AgentSheet() {}

  /** Every agent, in the order of the table. */
  public static Sheet of(Knowledge knowledge) {
    return new Sheet(
        "Agents",
        "Data as recorded on the day named, no legal verdict. A place that is not named is not"
            + " known here. No schedule is a proposal.",
        List.of(),
        true,
        COLUMNS,
        knowledge.tables().agents().stream().map(row -> row(row, knowledge)).toList());
  }

  private static Row row(AgentTables.AgentRow agent, Knowledge knowledge) {
    return new Row(
        agent.code(),
        List.of(
            List.of(agent.code()),
            List.of(agent.name()),
            List.of(Wording.words(agent.agentClass())),
            agent.receptors(),
            agent.routes(),
            List.of(agent.halfLife()),
            agent.groups(),
            knowledge.tables().dosing().stream()
                .filter(row -> row.agent().equals(agent.code()))
                .map(row -> row.note() + sources(row.source(), knowledge))
                .toList(),
            knowledge.tables().regulation().stream()
                .filter(row -> row.agent().equals(agent.code()))
                .map(
                    row ->
                        AgentRows.regulation(row, false).text() + sources(row.source(), knowledge))
                .toList(),
            Ids.split(agent.source()).stream().map(id -> Sheet.source(id, knowledge)).toList()));
  }

  private static String sources(String ids, Knowledge knowledge) {
    return ": "
        + String.join(
            ", ", Ids.split(ids).stream().map(id -> Sheet.source(id, knowledge)).toList());
  }
}
