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
    this.agents =
        tables.agents().stream().map(AgentTables.AgentRow::code).collect(Collectors.toSet());
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
    at.rows("dosing", tables.dosing(), AgentTables.DosingRow::agent, this::dosing);
    regulation();
    at.unique("options", tables.options(), AgentTables.OptionRow::code);
    at.rows("options", tables.options(), AgentTables.OptionRow::code, this::option);
    at.unique("goals", tables.goals(), AgentTables.GoalRow::goal);
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
          if (row.assumed() != row.equals(assumed())) {
            at.problem("one place is marked 'assumed', and only one");
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

  /** The first place that is taken where no country is stated. */
  private AgentTables.JurisdictionRow assumed() {
    return tables.jurisdictions().stream()
        .filter(AgentTables.JurisdictionRow::assumed)
        .findFirst()
        .orElse(tables.jurisdictions().get(0));
  }

  private void option(AgentTables.OptionRow row) {
    at.known("agents", row.agents(), agents);
    at.known("names", row.names(), to.agentNames());
    to.cites(row.source());
  }

  private void goal(AgentTables.GoalRow row) {
    at.known("goal", row.goal(), to.terms("goal"));
    at.known(
        "options",
        row.options(),
        tables.options().stream().map(AgentTables.OptionRow::code).collect(Collectors.toSet()));
    if (Stream.of(row.targets(), row.options()).allMatch(List::isEmpty)) {
      at.problem("name 'targets' or 'options'");
    }
    to.cites(row.source());
  }
}
