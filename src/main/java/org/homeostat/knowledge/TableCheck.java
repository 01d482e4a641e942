package org.homeostat.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.fact.Contraindication;

/** Cross-checks the tables: every id that a row names must stand in its table. */
final class TableCheck {

  private static final Set<String> VERDICTS =
      Set.of("agrees", "weaker", "mixed", "contradicts", "unsupported", "not-in-document");
  private static final Set<String> GRADES = Set.of("A", "B", "C", "D", "E", "X");
  private static final Set<String> VERIFICATIONS =
      Set.of("found", "secondary", "recalled", "judgement");
  private static final Set<String> LEVELS =
      Set.of("stop", "high", "indeterminate", "moderate", "low");

  private static final Set<String> HISTORIES = Set.of("family-history", "lifestyle");

  private final Tables tables;
  private final List<String> problems = new ArrayList<>();

  TableCheck(Tables tables) {
    this.tables = tables;
  }

  List<String> problems() {
    Set<String> sources = ids(tables.sources(), Tables.SourceRow::id);
    Set<String> analytes = ids(tables.analytes(), Tables.AnalyteRow::code);
    Set<String> conditions = ids(tables.vocabulary().get("condition"), Tables.Term::code);
    Set<String> agentNames =
        tables.agents().stream()
            .flatMap(a -> List.of(List.of(a.code(), a.agentClass()), a.groups()).stream())
            .flatMap(List::stream)
            .collect(Collectors.toSet());

    for (Tables.SourceRow row : tables.sources()) {
      known("sources " + row.id(), "verification", row.verification(), VERIFICATIONS);
    }
    for (Tables.CardRow row : tables.cards()) {
      judged("cards " + row.id(), row.verdict(), row.grade());
      cites("cards " + row.id(), row.source(), sources);
    }
    Set<String> cards = ids(tables.cards(), Tables.CardRow::id);
    for (Tables.StatementRow row : tables.guidance()) {
      row.cards().forEach(card -> known("guidance " + row.id(), "card", card, cards));
      if (row.cards().isEmpty()) {
        judged("guidance " + row.id(), row.verdict(), row.grade());
        cites("guidance " + row.id(), row.source(), sources);
      }
    }
    for (Tables.PolicyRow row : tables.policies()) {
      known("policies " + row.id(), "level", row.level(), LEVELS);
      cites("policies " + row.id(), row.source(), sources);
    }
    for (Tables.AnalyteRow row : tables.analytes()) {
      analyte(row, analytes, sources);
    }
    for (Tables.InterferenceRow row : tables.interferences()) {
      String place = "interferences " + row.analyte() + " " + row.code();
      known(place, "analyte", row.analyte(), analytes);
      boolean test = "test-below".equals(row.kind());
      known(
          place, "kind", row.kind(), Set.of("condition", "medication", "pregnancy", "test-below"));
      known(place, "code", row.code(), test ? analytes : terms(row.kind()));
      if (test != (row.limit() != null)) {
        problems.add(place + ": 'limit' goes with test-below");
      }
      cites(place, row.source(), sources);
    }
    tables
        .vocabulary()
        .forEach(
            (list, terms) -> {
              for (Tables.Term term : terms) {
                String place = "vocabulary " + list + " " + term.code();
                optional(place, "past", term.past(), conditions);
                if (term.judged() && term.shown() != null) {
                  problems.add(place + ": it is judged and shown only; say one of them");
                }
              }
            });
    for (Tables.AgentRow row : tables.agents()) {
      cites("agents " + row.code(), row.source(), sources);
    }
    for (Tables.CutoffRow row : tables.cutoffs()) {
      cutoff(row, sources);
    }
    for (Tables.CoreTestRow row : tables.coreTests()) {
      String place = "core-tests " + row.code();
      if (!HISTORIES.contains(row.code())) {
        known(place, "code", row.code(), analytes);
      }
      optional(place, "sex", row.sex(), terms("sex"));
      if (!row.agent().equals("any")) {
        known(place, "agent", row.agent(), agentNames);
      }
      cites(place, row.source(), sources);
    }
    for (Contraindication row : tables.contraindications()) {
      String place = "contraindications " + row.condition();
      known(place, "guidance", row.guidance(), ids(tables.guidance(), Tables.StatementRow::id));
      known(place, "agents", row.agents(), agentNames);
      known(place, "weight", row.weight(), Set.of("excludes", "caution"));
      known(place, "subject", row.subject(), Set.of("patient", "family"));
      known(place, "condition", row.condition(), conditions);
      cites(place, row.source(), sources);
    }
    for (Tables.PaediatricUseRow row : tables.paediatricUses()) {
      String place = "paediatric-uses " + row.agent();
      known(place, "agent", row.agent(), ids(tables.agents(), Tables.AgentRow::code));
      known(place, "indication", row.indication(), terms("indication"));
      cites(place, row.source(), sources);
    }
    for (Tables.IntervalRow row : tables.intervals()) {
      if (row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
        problems.add("intervals " + row.code() + ": it ends before it begins");
      }
      cites("intervals " + row.code(), row.source(), sources);
    }
    for (Tables.WindowRow row : tables.windows()) {
      if (Stream.of(row.days(), row.weeks(), row.months()).filter(Objects::nonNull).count() != 1) {
        problems.add("windows " + row.code() + ": give days, weeks or months, one of them");
      }
      cites("windows " + row.code(), row.source(), sources);
    }
    return List.copyOf(problems);
  }

  private void analyte(Tables.AnalyteRow row, Set<String> analytes, Set<String> sources) {
    String place = "analytes " + row.code();
    optional(place, "otherwise", row.otherwise(), analytes);
    optional(place, "dangerous", row.dangerous(), Set.of("low", "high", "both"));
    optional(place, "exceeds", row.exceeds(), analytes);
    optional(place, "feeds", row.feeds(), analytes);
    if (row.fastingHours() != null && row.fastingHours().size() != 3) {
      problems.add(place + ": fastingHours has three numbers");
    }
    if (row.units() == null
        || row.units().isEmpty()
        || row.units().stream().anyMatch(unit -> unit.uom() == null)) {
      problems.add(place + ": name the 'uom' of one unit or more");
      return;
    }
    Set<String> units = ids(row.units(), Tables.UnitRow::uom);
    for (Tables.UnitRow unit : row.units()) {
      optional(place + " " + unit.uom(), "as", unit.as(), units);
      if (unit.per() == null && (unit.as() != null || unit.plus() != null)) {
        problems.add(place + " " + unit.uom() + ": 'as' and 'plus' need 'per'");
      }
      if (unit.plausible() != null
          && (unit.plausible().size() != 4
              || unit.plausible().stream().anyMatch(Objects::isNull)
              || !unit.plausible().equals(unit.plausible().stream().sorted().toList()))) {
        problems.add(place + " " + unit.uom() + ": a plausible range has four rising numbers");
      }
      if (unit.doubtful() != null && unit.doubtful().size() != 2) {
        problems.add(place + " " + unit.uom() + ": doubtful has two entries");
      }
    }
    cites(place, row.source(), sources);
  }

  private void cutoff(Tables.CutoffRow row, Set<String> sources) {
    String place = "cutoffs " + row.code() + " " + row.band() + " " + row.value();
    known(place, "side", row.side(), Set.of("at-or-above", "above", "below"));
    Set<String> ancestries = new HashSet<>(terms("ancestry"));
    ancestries.add("unstated");
    known(place, "sex", row.sex(), terms("sex"));
    known(place, "ancestry", row.ancestry(), ancestries);
    cites(place, row.source(), sources);
    tables.analytes().stream()
        .filter(a -> a.code().equals(row.code()))
        .flatMap(a -> a.units().stream())
        .filter(u -> u.uom().equals(row.uom()) && u.as() == null)
        .findAny()
        .ifPresentOrElse(
            unit -> {},
            () -> problems.add(place + ": values of the test are never judged in " + row.uom()));
  }

  private void judged(String place, String verdict, String grade) {
    known(place, "verdict", verdict, VERDICTS);
    known(place, "grade", grade, GRADES);
  }

  private void cites(String place, String source, Set<String> sources) {
    if (Ids.split(source).isEmpty()) {
      problems.add(place + ": no source");
    }
    Ids.split(source).forEach(id -> known(place, "source", id, sources));
  }

  private void optional(String place, String member, String value, Set<String> known) {
    if (value != null) {
      known(place, member, value, known);
    }
  }

  private Set<String> terms(String list) {
    return ids(tables.vocabulary().get(list), Tables.Term::code);
  }

  private void known(String place, String member, List<String> values, Collection<String> known) {
    if (values != null) {
      values.forEach(value -> known(place, member, value, known));
    }
  }

  private void known(String place, String member, String value, Collection<String> known) {
    if (value == null || !known.contains(value)) {
      problems.add(place + ": " + member + " '" + value + "' is unknown");
    }
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
    return rows == null ? Set.of() : rows.stream().map(id).collect(Collectors.toSet());
  }
}
