package org.homeostat.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.TableRow;
import org.homeostat.knowledge.AgentRows;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Tables;

/**
 * Chooses the rows on agents that can matter for a patient: schedules and regulation of what is
 * planned or taken, and the options with what is recorded of them.
 */
final class AgentRowSelection {

  private final PatientOnDay day;
  private final Tables tables;

  AgentRowSelection(PatientOnDay day) {
    this.day = day;
    this.tables = day.knowledge().tables();
  }

  List<TableRow> rows() {
    List<TableRow> rows = new ArrayList<>();
    Set<String> agents = new LinkedHashSet<>();
    day.active().stream().map(ProtocolEntry::agent).forEach(agents::add);
    tables.dosing().stream()
        .filter(row -> agents.contains(row.agent()))
        .forEach(row -> rows.add(AgentRows.dosing(row)));
    for (AgentTables.OptionRow row : tables.options()) {
      rows.add(AgentRows.option(row, day.knowledge()));
      agents.addAll(row.agents());
    }
    regulation(agents, rows);
    PatientOnDay.orEmpty(day.given().goals()).stream()
        .distinct()
        .flatMap(goal -> tables.goals().stream().filter(row -> row.goal().equals(goal)))
        .forEach(row -> rows.add(AgentRows.goal(row)));
    return rows;
  }

  private void regulation(Set<String> agents, List<TableRow> rows) {
    String country = day.given().patient().jurisdiction();
    String place = day.knowledge().placeOf(country);
    for (AgentTables.RegulationRow row : tables.regulation()) {
      boolean sport = row.place().equals(AgentTables.SPORT);
      if (agents.contains(row.agent()) && (sport || row.place().equals(place))) {
        rows.add(AgentRows.regulation(row, !sport && country == null));
      }
    }
  }
}
