package org.homeostat.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Set<String> sources;
  private final Set<String> statements;
  private final Set<String> analytes;
  private final Set<String> conditions;
  private final Set<String> agentNames;
  private final RowProblems at = new RowProblems();

  TableCheck(Tables tables) {
    this.tables = tables;
    this.sources = ids(tables.sources(), Tables.SourceRow::id);
    this.statements = ids(tables.guidance(), Tables.StatementRow::id);
    this.analytes = ids(tables.analytes(), Tables.AnalyteRow::code);
    this.conditions = terms("condition");
    this.agentNames =
        tables.agents().stream()
            .flatMap(a -> Stream.concat(Stream.of(a.code(), a.agentClass()), a.groups().stream()))
            .collect(Collectors.toSet());
  }

  List<TableProblem> problems() {
    evidence();
    analytes();
    tables.vocabulary().forEach(this::vocabulary);
    at.unique("agents", tables.agents(), Tables.AgentRow::code);
    at.rows("agents", tables.agents(), Tables.AgentRow::code, row -> cites(row.source()));
    at.rows(
        "cutoffs",
        tables.cutoffs(),
        row -> row.code() + " " + row.band() + " " + row.value(),
        this::cutoff);
    at.rows("core-tests", tables.coreTests(), Tables.CoreTestRow::code, this::coreTest);
    at.rows(
        "contraindications",
        tables.contraindications(),
        Contraindication::condition,
        this::contraindication);
    at.rows(
        "paediatric-uses",
        tables.paediatricUses(),
        Tables.PaediatricUseRow::agent,
        row -> {
          at.known("agent", row.agent(), ids(tables.agents(), Tables.AgentRow::code));
          at.known("indication", row.indication(), terms("indication"));
          cites(row.source());
        });
    spans();
    new TimeTablesCheck(tables, at, agentNames, sources).run();
    return at.problems();
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
          cites(row.source());
        });
    Set<String> cards = ids(tables.cards(), Tables.CardRow::id);
    at.unique("guidance", tables.guidance(), Tables.StatementRow::id);
    at.rows(
        "guidance",
        tables.guidance(),
        Tables.StatementRow::id,
        row -> {
          row.cards().forEach(card -> at.known("card", card, cards));
          if (row.cards().isEmpty()) {
            judged(row.verdict(), row.grade());
            cites(row.source());
          }
        });
    at.unique("policies", tables.policies(), Tables.PolicyRow::id);
    at.rows(
        "policies",
        tables.policies(),
        Tables.PolicyRow::id,
        row -> {
          at.known("level", row.level(), LEVELS);
          cites(row.source());
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
          at.known("code", row.code(), test ? analytes : terms(row.kind()));
          if (test != (row.limit() != null)) {
            at.problem("'limit' goes with test-below");
          }
          cites(row.source());
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
    cites(row.source());
    if (row.units() == null
        || row.units().isEmpty()
        || row.units().stream().anyMatch(unit -> unit.uom() == null)) {
      at.problem("name the 'uom' of one unit or more");
      return;
    }
    Set<String> units = ids(row.units(), Tables.UnitRow::uom);
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
    Set<String> ancestries = new HashSet<>(terms("ancestry"));
    ancestries.add(Tables.UNSTATED);
    at.known("sex", row.sex(), terms("sex"));
    at.known("ancestry", row.ancestry(), ancestries);
    cites(row.source());
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
    at.optional("sex", row.sex(), terms("sex"));
    if (!row.agent().equals("any")) {
      at.known("agent", row.agent(), agentNames);
    }
    cites(row.source());
  }

  private void contraindication(Contraindication row) {
    at.known("guidance", row.guidance(), statements);
    at.known("agents", row.agents(), agentNames);
    at.known("weight", row.weight(), Set.of("excludes", "caution"));
    at.known("subject", row.subject(), Set.of("patient", "family"));
    at.known("condition", row.condition(), conditions);
    cites(row.source());
  }

  private void spans() {
    at.unique("intervals", tables.intervals(), Tables.IntervalRow::code);
    at.rows(
        "intervals",
        tables.intervals(),
        Tables.IntervalRow::code,
        row -> {
          if (row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
            at.problem("it ends before it begins");
          }
          cites(row.source());
        });
    at.unique("windows", tables.windows(), Tables.WindowRow::code);
    at.rows(
        "windows",
        tables.windows(),
        Tables.WindowRow::code,
        row -> {
          if (Stream.of(row.days(), row.weeks(), row.months()).filter(Objects::nonNull).count()
              != 1) {
            at.problem("give days, weeks or months, one of them");
          }
          cites(row.source());
        });
  }

  private void judged(String verdict, String grade) {
    at.known("verdict", verdict, VERDICTS);
    at.known("grade", grade, GRADES);
  }

  private void cites(String source) {
    if (Ids.split(source).isEmpty()) {
      at.problem("no source");
    }
    Ids.split(source).forEach(id -> at.known("source", id, sources));
  }

  private Set<String> terms(String list) {
    return ids(tables.vocabulary().get(list), Tables.Term::code);
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
    return rows == null ? Set.of() : rows.stream().map(id).collect(Collectors.toSet());
  }
}
