package org.homeostat.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cross-checks the tables of agents: schedules, regulation, options and goals. */
final class AgentTablesCheck {

  private static final Set<String> STATUSES =
      Set.of("authorised", "diagnostic", "none", "prohibited");

  private final Tables tables;
  private final RowProblems at;
  private final RowReferences to;
  private final Set<String> agents;

  AgentTablesCheck(Tables tables, RowProblems at, RowReferences to) {
    this.tables = tables;
    this.at = at;
    this.to = to;
    this.agents = RowReferences.ids(tables.agents(), AgentTables.AgentRow::code);
  }

  void run() {
    at.unique("agents", tables.agents(), AgentTables.AgentRow::code);
    at.rows(
        "agents",
        tables.agents(),
        AgentTables.AgentRow::code,
        row -> {
          at.known("route", row.routes(), to.terms("route"));
          to.cites(row.source());
        });
    at.rows(
        "paediatric-uses",
        tables.paediatricUses(),
        AgentTables.PaediatricUseRow::agent,
        row -> {
          at.known("agent", row.agent(), agents);
          at.known("indication", row.indication(), to.terms("indication"));
          to.cites(row.source());
        });
    at.unique("dosing", tables.dosing(), row -> row.agent() + " " + row.routes());
    at.rows("dosing", tables.dosing(), AgentTables.DosingRow::agent, this::dosing);
    regulation();
    at.unique("options", tables.options(), AgentTables.OptionRow::code);
    at.rows("options", tables.options(), AgentTables.OptionRow::code, this::option);
    at.unique("goals", tables.goals(), AgentTables.GoalRow::goal);
    Set<String> guided = RowReferences.ids(tables.goals(), AgentTables.GoalRow::goal);
    to.terms("goal").stream()
        .filter(goal -> !guided.contains(goal))
        .sorted()
        .forEach(
            goal -> {
              at.move("goals", "", "goals");
              at.problem("no row for the goal '" + goal + "' of the vocabulary");
            });
    at.rows("goals", tables.goals(), AgentTables.GoalRow::goal, this::goal);
  }

  private void dosing(AgentTables.DosingRow row) {
    at.known("agent", row.agent(), agents);
    at.known("route", row.routes(), to.terms("route"));
    at.known("frequency", row.frequencies(), to.terms("frequency"));
    at.known("timing", row.timings(), to.terms("timing"));
    to.cites(row.source());
  }

  private void regulation() {
    at.unique("jurisdictions", tables.jurisdictions(), AgentTables.JurisdictionRow::place);
    List<String> countries =
        tables.jurisdictions().stream().flatMap(row -> row.countries().stream()).toList();
    long assumed =
        tables.jurisdictions().stream().filter(AgentTables.JurisdictionRow::assumed).count();
    at.rows(
        "jurisdictions",
        tables.jurisdictions(),
        AgentTables.JurisdictionRow::place,
        row -> {
          if (AgentTables.SPORT.equals(row.place()) || AgentTables.ELSEWHERE.equals(row.place())) {
            at.problem("the place '" + row.place() + "' has a meaning of its own");
          }
          if (row.countries().stream()
              .anyMatch(country -> countries.stream().filter(country::equals).count() > 1)) {
            at.problem("one of its countries stands twice");
          }
          to.cites(row.source());
          if (assumed != 1) {
            at.problem(assumed + " places are marked 'assumed'; mark one of them");
          }
        });
    Set<String> places =
        tables.jurisdictions().stream()
            .map(AgentTables.JurisdictionRow::place)
            .collect(Collectors.toCollection(HashSet::new));
    places.add(AgentTables.SPORT);
    at.unique("regulation", tables.regulation(), row -> row.agent() + " " + row.place());
    at.rows(
        "regulation",
        tables.regulation(),
        row -> row.agent() + " " + row.place(),
        row -> {
          at.known("agent", row.agent(), agents);
          at.known("place", row.place(), places);
          at.known("status", row.status(), STATUSES);
          at.known("indication", row.indications(), to.terms("indication"));
          if ("authorised".equals(row.status()) != (row.indications() != null)) {
            at.problem("'indications' go with the status authorised");
          }
          if ("prohibited".equals(row.status()) != AgentTables.SPORT.equals(row.place())) {
            at.problem("the status prohibited goes with the place sport");
          }
          to.cites(row.source());
        });
  }

  private void option(AgentTables.OptionRow row) {
    at.known("agents", row.agents(), agents);
    to.cites(row.source());
  }

  private void goal(AgentTables.GoalRow row) {
    at.known("goal", row.goal(), to.terms("goal"));
    at.known(
        "options", row.options(), RowReferences.ids(tables.options(), AgentTables.OptionRow::code));
    if (Stream.of(row.targets(), row.options()).allMatch(List::isEmpty)) {
      at.problem("name 'targets' or 'options'");
    }
    to.cites(row.source());
  }
}
