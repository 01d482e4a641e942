package org.homeostat.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
  private final List<TableProblem> problems = new ArrayList<>();

  private String table;
  private String pointer;
  private String place;

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
    unique("agents", tables.agents(), Tables.AgentRow::code);
    rows("agents", tables.agents(), Tables.AgentRow::code, row -> cites(row.source()));
    rows(
        "cutoffs",
        tables.cutoffs(),
        row -> row.code() + " " + row.band() + " " + row.value(),
        this::cutoff);
    rows("core-tests", tables.coreTests(), Tables.CoreTestRow::code, this::coreTest);
    rows(
        "contraindications",
        tables.contraindications(),
        Contraindication::condition,
        this::contraindication);
    rows(
        "paediatric-uses",
        tables.paediatricUses(),
        Tables.PaediatricUseRow::agent,
        row -> {
          known("agent", row.agent(), ids(tables.agents(), Tables.AgentRow::code));
          known("indication", row.indication(), terms("indication"));
          cites(row.source());
        });
    spans();
    return List.copyOf(problems);
  }

  private void evidence() {
    unique("sources", tables.sources(), Tables.SourceRow::id);
    rows(
        "sources",
        tables.sources(),
        Tables.SourceRow::id,
        row -> known("verification", row.verification(), VERIFICATIONS));
    unique("cards", tables.cards(), Tables.CardRow::id);
    rows(
        "cards",
        tables.cards(),
        Tables.CardRow::id,
        row -> {
          judged(row.verdict(), row.grade());
          cites(row.source());
        });
    Set<String> cards = ids(tables.cards(), Tables.CardRow::id);
    unique("guidance", tables.guidance(), Tables.StatementRow::id);
    rows(
        "guidance",
        tables.guidance(),
        Tables.StatementRow::id,
        row -> {
          row.cards().forEach(card -> known("card", card, cards));
          if (row.cards().isEmpty()) {
            judged(row.verdict(), row.grade());
            cites(row.source());
          }
        });
    unique("policies", tables.policies(), Tables.PolicyRow::id);
    rows(
        "policies",
        tables.policies(),
        Tables.PolicyRow::id,
        row -> {
          known("level", row.level(), LEVELS);
          cites(row.source());
        });
  }

  private void analytes() {
    unique("analytes", tables.analytes(), Tables.AnalyteRow::code);
    rows("analytes", tables.analytes(), Tables.AnalyteRow::code, this::analyte);
    rows(
        "interferences",
        tables.interferences(),
        row -> row.analyte() + " " + row.code(),
        row -> {
          known("analyte", row.analyte(), analytes);
          boolean test = "test-below".equals(row.kind());
          known("kind", row.kind(), Set.of("condition", "medication", "pregnancy", "test-below"));
          known("code", row.code(), test ? analytes : terms(row.kind()));
          if (test != (row.limit() != null)) {
            problem("'limit' goes with test-below");
          }
          cites(row.source());
        });
  }

  private void vocabulary(String list, List<Tables.Term> terms) {
    Map<String, Long> times =
        terms.stream().collect(Collectors.groupingBy(Tables.Term::code, Collectors.counting()));
    for (int i = 0; i < terms.size(); i++) {
      Tables.Term term = terms.get(i);
      table = "vocabulary";
      pointer = "/" + list + "/" + i;
      place = "vocabulary " + list + " " + term.code();
      if (times.get(term.code()) > 1) {
        problem("it stands twice");
      }
      optional("past", term.past(), conditions);
      if (term.judged() && term.shown() != null) {
        problem("it is judged and shown only; say one of them");
      }
    }
  }

  private void analyte(Tables.AnalyteRow row) {
    optional("otherwise", row.otherwise(), analytes);
    optional("dangerous", row.dangerous(), Set.of("low", "high", "both"));
    optional("exceeds", row.exceeds(), analytes);
    optional("feeds", row.feeds(), analytes);
    if (row.fastingHours() != null && row.fastingHours().size() != 3) {
      problem("fastingHours has three numbers");
    }
    cites(row.source());
    if (row.units() == null
        || row.units().isEmpty()
        || row.units().stream().anyMatch(unit -> unit.uom() == null)) {
      problem("name the 'uom' of one unit or more");
      return;
    }
    Set<String> units = ids(row.units(), Tables.UnitRow::uom);
    String analyte = pointer;
    for (int i = 0; i < row.units().size(); i++) {
      Tables.UnitRow unit = row.units().get(i);
      pointer = analyte + "/units/" + i;
      place = "analytes " + row.code() + " " + unit.uom();
      optional("as", unit.as(), units);
      if (unit.per() == null && (unit.as() != null || unit.plus() != null)) {
        problem("'as' and 'plus' need 'per'");
      }
      if (unit.plausible() != null
          && (unit.plausible().size() != 4
              || unit.plausible().stream().anyMatch(Objects::isNull)
              || !unit.plausible().equals(unit.plausible().stream().sorted().toList()))) {
        problem("a plausible range has four rising numbers");
      }
      if (unit.doubtful() != null && unit.doubtful().size() != 2) {
        problem("doubtful has two entries");
      }
    }
  }

  private void cutoff(Tables.CutoffRow row) {
    known("side", row.side(), Set.of("at-or-above", "above", "below"));
    Set<String> ancestries = new HashSet<>(terms("ancestry"));
    ancestries.add(Tables.UNSTATED);
    known("sex", row.sex(), terms("sex"));
    known("ancestry", row.ancestry(), ancestries);
    cites(row.source());
    boolean isJudged =
        tables.analytes().stream()
            .filter(a -> a.code().equals(row.code()))
            .flatMap(a -> a.units().stream())
            .anyMatch(u -> u.uom().equals(row.uom()) && u.as() == null);
    if (!isJudged) {
      problem("values of the test are never judged in " + row.uom());
    }
  }

  private void coreTest(Tables.CoreTestRow row) {
    if (!HISTORIES.contains(row.code())) {
      known("code", row.code(), analytes);
    }
    optional("sex", row.sex(), terms("sex"));
    if (!row.agent().equals("any")) {
      known("agent", row.agent(), agentNames);
    }
    cites(row.source());
  }

  private void contraindication(Contraindication row) {
    known("guidance", row.guidance(), statements);
    known("agents", row.agents(), agentNames);
    known("weight", row.weight(), Set.of("excludes", "caution"));
    known("subject", row.subject(), Set.of("patient", "family"));
    known("condition", row.condition(), conditions);
    cites(row.source());
  }

  private void spans() {
    unique("intervals", tables.intervals(), Tables.IntervalRow::code);
    rows(
        "intervals",
        tables.intervals(),
        Tables.IntervalRow::code,
        row -> {
          if (row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
            problem("it ends before it begins");
          }
          cites(row.source());
        });
    unique("windows", tables.windows(), Tables.WindowRow::code);
    rows(
        "windows",
        tables.windows(),
        Tables.WindowRow::code,
        row -> {
          if (Stream.of(row.days(), row.weeks(), row.months()).filter(Objects::nonNull).count()
              != 1) {
            problem("give days, weeks or months, one of them");
          }
          cites(row.source());
        });
  }

  private <T> void rows(String name, List<T> rows, Function<T, String> called, Consumer<T> check) {
    for (int i = 0; i < rows.size(); i++) {
      table = name;
      pointer = "/" + i;
      place = name + " " + called.apply(rows.get(i));
      check.accept(rows.get(i));
    }
  }

  private <T> void unique(String name, List<T> rows, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!seen.add(id.apply(rows.get(i)))) {
        problems.add(
            new TableProblem(name, "/" + i, name, id.apply(rows.get(i)) + " stands twice"));
      }
    }
  }

  private void judged(String verdict, String grade) {
    known("verdict", verdict, VERDICTS);
    known("grade", grade, GRADES);
  }

  private void cites(String source) {
    if (Ids.split(source).isEmpty()) {
      problem("no source");
    }
    Ids.split(source).forEach(id -> known("source", id, sources));
  }

  private void optional(String member, String value, Set<String> known) {
    if (value != null) {
      known(member, value, known);
    }
  }

  private Set<String> terms(String list) {
    return ids(tables.vocabulary().get(list), Tables.Term::code);
  }

  private void known(String member, List<String> values, Collection<String> known) {
    if (values != null) {
      values.forEach(value -> known(member, value, known));
    }
  }

  private void known(String member, String value, Collection<String> known) {
    if (value == null || !known.contains(value)) {
      problem(member + " '" + value + "' is unknown");
    }
  }

  private void problem(String message) {
    problems.add(new TableProblem(table, pointer, place, message));
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
    return rows == null ? Set.of() : rows.stream().map(id).collect(Collectors.toSet());
  }
}
