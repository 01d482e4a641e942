package org.homeostat.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private final Set<String> statements;
  private final Set<String> analytes;
  private final Set<String> conditions;
  private final RowProblems at = new RowProblems();
  private final RowReferences to;

  TableCheck(Tables tables) {
    this.tables = tables;
    this.to = new RowReferences(tables, at);
    this.statements = RowReferences.ids(tables.guidance(), Tables.StatementRow::id);
    this.analytes = RowReferences.ids(tables.analytes(), Tables.AnalyteRow::code);
    this.conditions = to.terms("condition");
  }

  List<TableProblem> problems() {
    evidence();
    analytes();
    tables.vocabulary().forEach(this::vocabulary);
    at.rows(
        "cutoffs",
        tables.cutoffs(),
        row -> row.code() + " " + row.band() + " " + row.value(),
        this::cutoff);
    at.unique("variations", tables.variations(), row -> row.code() + " " + row.uom());
    at.rows("variations", tables.variations(), BasisTables.VariationRow::code, this::variation);
    at.rows("core-tests", tables.coreTests(), Tables.CoreTestRow::code, this::coreTest);
    at.rows(
        "contraindications",
        tables.contraindications(),
        Contraindication::condition,
        this::contraindication);
    spans();
    new AgentTablesCheck(tables, at, to).run();
    new TimeTablesCheck(tables, at, to).run();
    return at.problems();
  }

  private void variation(BasisTables.VariationRow row) {
    at.known("code", row.code(), analytes);
    if (row.percent().signum() <= 0) {
      at.problem("'percent' is a coefficient of variation above 0");
    }
    to.cites(row.source());
  }

  private void evidence() {
    at.unique("sources", tables.sources(), Tables.SourceRow::id);
    at.rows(
        "sources",
        tables.sources(),
        Tables.SourceRow::id,
        row -> at.known("verification", row.verification(), VERIFICATIONS));
    at.unique("cards", tables.cards(), Tables.CardRow::id);
    at.rows(
        "cards",
        tables.cards(),
        Tables.CardRow::id,
        row -> {
          judged(row.verdict(), row.grade());
          to.cites(row.source());
        });
    Set<String> cards = RowReferences.ids(tables.cards(), Tables.CardRow::id);
    Set<String> agents = RowReferences.ids(tables.agents(), AgentTables.AgentRow::code);
    at.unique("guidance", tables.guidance(), Tables.StatementRow::id);
    at.rows(
        "guidance",
        tables.guidance(),
        Tables.StatementRow::id,
        row -> {
          row.cards().forEach(card -> at.known("card", card, cards));
          at.known("labelled", row.labelled(), agents);
          if (row.labelled() != null && !row.cards().isEmpty()) {
            at.problem("'labelled' goes with a grade of its own, not with cards");
          }
          if (row.cards().isEmpty()) {
            judged(row.verdict(), row.grade());
            to.cites(row.source());
          }
        });
    at.unique("policies", tables.policies(), Tables.PolicyRow::id);
    at.rows(
        "policies",
        tables.policies(),
        Tables.PolicyRow::id,
        row -> {
          at.known("level", row.level(), LEVELS);
          to.cites(row.source());
        });
  }

  private void analytes() {
    at.unique("analytes", tables.analytes(), Tables.AnalyteRow::code);
    at.rows("analytes", tables.analytes(), Tables.AnalyteRow::code, this::analyte);
    at.rows(
        "interferences",
        tables.interferences(),
        row -> row.analyte() + " " + row.code(),
        row -> {
          at.known("analyte", row.analyte(), analytes);
          boolean test = "test-below".equals(row.kind());
          at.known(
              "kind", row.kind(), Set.of("condition", "medication", "pregnancy", "test-below"));
          at.known("code", row.code(), test ? analytes : to.terms(row.kind()));
          if (test != (row.limit() != null)) {
            at.problem("'limit' goes with test-below");
          }
          to.cites(row.source());
        });
  }

  private void vocabulary(String list, List<Tables.Term> terms) {
    Map<String, Long> times =
        terms.stream().collect(Collectors.groupingBy(Tables.Term::code, Collectors.counting()));
    for (int i = 0; i < terms.size(); i++) {
      Tables.Term term = terms.get(i);
      at.move("vocabulary", "/" + list + "/" + i, "vocabulary " + list + " " + term.code());
      if (times.get(term.code()) > 1) {
        at.problem("it stands twice");
      }
      at.optional("past", term.past(), conditions);
      if (term.judged() && term.shown() != null) {
        at.problem("it is judged and shown only; say one of them");
      }
    }
  }

  private void analyte(Tables.AnalyteRow row) {
    at.optional("otherwise", row.otherwise(), analytes);
    at.optional("dangerous", row.dangerous(), Set.of("low", "high", "both"));
    at.optional("exceeds", row.exceeds(), analytes);
    at.optional("feeds", row.feeds(), analytes);
    if (row.fastingHours() != null && row.fastingHours().size() != 3) {
      at.problem("fastingHours has three numbers");
    }
    to.cites(row.source());
    if (row.units() == null
        || row.units().isEmpty()
        || row.units().stream().anyMatch(unit -> unit.uom() == null)) {
      at.problem("name the 'uom' of one unit or more");
      return;
    }
    Set<String> units = RowReferences.ids(row.units(), Tables.UnitRow::uom);
    String analyte = at.pointer();
    for (int i = 0; i < row.units().size(); i++) {
      Tables.UnitRow unit = row.units().get(i);
      at.move("analytes", analyte + "/units/" + i, "analytes " + row.code() + " " + unit.uom());
      at.optional("as", unit.as(), units);
      if (unit.per() == null && (unit.as() != null || unit.plus() != null)) {
        at.problem("'as' and 'plus' need 'per'");
      }
      if (unit.plausible() != null
          && (unit.plausible().size() != 4
              || unit.plausible().stream().anyMatch(Objects::isNull)
              || !unit.plausible().equals(unit.plausible().stream().sorted().toList()))) {
        at.problem("a plausible range has four rising numbers");
      }
      if (unit.doubtful() != null && unit.doubtful().size() != 2) {
        at.problem("doubtful has two entries");
      }
    }
  }

  private void cutoff(Tables.CutoffRow row) {
    at.known("side", row.side(), Set.of("at-or-above", "above", "below"));
    at.optional("of", row.of(), Set.of("change", "difference", "formula"));
    Set<String> ancestries = new HashSet<>(to.terms("ancestry"));
    ancestries.add(Tables.UNSTATED);
    at.known("sex", row.sex(), to.terms("sex"));
    at.known("ancestry", row.ancestry(), ancestries);
    to.cites(row.source());
    boolean isJudged =
        tables.analytes().stream()
            .filter(a -> a.code().equals(row.code()))
            .flatMap(a -> a.units().stream())
            .anyMatch(u -> u.uom().equals(row.uom()) && u.as() == null);
    if (!isJudged) {
      at.problem("values of the test are never judged in " + row.uom());
    }
  }

  private void coreTest(Tables.CoreTestRow row) {
    if (!HISTORIES.contains(row.code())) {
      at.known("code", row.code(), analytes);
    }
    at.optional("sex", row.sex(), to.terms("sex"));
    if (!row.agent().equals("any")) {
      at.known("agent", row.agent(), to.agentNames());
    }
    to.cites(row.source());
  }

  private void contraindication(Contraindication row) {
    at.known("guidance", row.guidance(), statements);
    at.known("agents", row.agents(), to.agentNames());
    at.known("weight", row.weight(), Set.of("excludes", "caution"));
    at.known("subject", row.subject(), Set.of("patient", "family"));
    at.known("condition", row.condition(), conditions);
    to.cites(row.source());
  }

  private void spans() {
    at.unique("intervals", tables.intervals(), TimeTables.IntervalRow::code);
    at.rows(
        "intervals",
        tables.intervals(),
        TimeTables.IntervalRow::code,
        row -> {
          if (row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
            at.problem("it ends before it begins");
          }
          to.cites(row.source());
        });
    at.unique("windows", tables.windows(), TimeTables.WindowRow::code);
    at.rows(
        "windows",
        tables.windows(),
        TimeTables.WindowRow::code,
        row -> {
          if (Stream.of(row.days(), row.weeks(), row.months()).filter(Objects::nonNull).count()
              != 1) {
            at.problem("give days, weeks or months, one of them");
          }
          to.cites(row.source());
        });
  }

  private void judged(String verdict, String grade) {
    at.known("verdict", verdict, VERDICTS);
    at.known("grade", grade, GRADES);
  }
}
