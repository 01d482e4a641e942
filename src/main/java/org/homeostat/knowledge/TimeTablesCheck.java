package org.homeostat.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cross-checks the tables of what follows over time: schedule, markers, benchmarks. */
final class TimeTablesCheck {

  private static final Set<String> COUNTS =
      Set.of("start", "newest", "dose-change", "added-agent", "stop", "always");
  private static final Set<String> TIERS = Set.of("low", "moderate", "high");
  private static final int MOST_WEEKS = 520;
  private static final Set<String> PROVENANCES =
      Set.of("document", "label", "guideline", "judgement");

  private final Tables tables;
  private final RowProblems at;
  private final RowReferences to;
  private final Set<String> tests;

  TimeTablesCheck(Tables tables, RowProblems at, RowReferences to) {
    this.tables = tables;
    this.at = at;
    this.to = to;
    this.tests = RowReferences.ids(tables.analytes(), Tables.AnalyteRow::code);
  }

  void run() {
    at.unique(
        "schedule",
        tables.schedule(),
        row ->
            Stream.of(row.code(), row.agents(), row.point(), row.tiers(), row.need(), row.counts())
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
    at.unique(
        "benchmarks",
        tables.benchmarks(),
        row -> row.agent() + " " + row.code() + " " + row.fromWeek() + " " + row.condition());
    at.rows(
        "schedule",
        tables.schedule(),
        row -> row.code() + " " + row.agents() + " " + row.point(),
        this::schedule);
    at.unique("markers", tables.markers(), TimeTables.MarkerRow::code);
    at.rows("markers", tables.markers(), TimeTables.MarkerRow::code, this::marker);
    at.rows(
        "benchmarks", tables.benchmarks(), row -> row.agent() + " " + row.code(), this::benchmark);
  }

  private void schedule(TimeTables.ScheduleRow row) {
    Set<String> names = new HashSet<>(to.agentNames());
    names.add(Tables.ANY);
    at.known("agents", row.agents(), names);
    at.known("tiers", row.tiers(), TIERS);
    if (row.tiers() != null && row.need() != null) {
      at.problem("give 'tiers' or 'need', not both");
    }
    if (row.unless() != null
        && !row.isConditional()
        && (row.counts() != null || row.undated() == null)) {
      at.problem("'unless' goes with 'tiers', 'need' or 'undated'");
    }
    if (!tests.contains(row.code())
        && !to.terms("examination").contains(row.code())
        && tables.schedule().stream()
            .noneMatch(r -> row.code().equals(r.code()) && "always".equals(r.counts()))) {
      at.problem(
          "'"
              + row.code()
              + "' is no test and no examination; a topic has a row that counts 'always'");
    }
    weeks(row);
    at.optional("counts", row.counts(), COUNTS);
    at.optional("sex", row.sex(), to.terms("sex"));
    at.known("labelled", row.labelled(), to.agentNames());
    at.known("provenance", row.provenance(), PROVENANCES);
    to.cites(row.source());
    if (row.counts() == null && row.undated() == null) {
      at.problem("give 'counts', or say with 'undated' what stands in place of a number");
    }
  }

  /** Each way of counting needs its weeks. */
  private void weeks(TimeTables.ScheduleRow row) {
    if (row.fromWeeks() != null && row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
      at.problem("it ends before it begins");
    }
    if (row.toWeeks() != null && row.toWeeks() > MOST_WEEKS) {
      at.problem("toWeeks is at most " + MOST_WEEKS);
    }
    switch (row.counts() == null ? "" : row.counts()) {
      case "start" -> {
        boolean valid =
            tables.analytes().stream()
                .anyMatch(a -> a.code().equals(row.code()) && a.validWeeks() != null);
        if (row.fromWeeks() == null && !valid) {
          at.problem("give 'fromWeeks': nothing says how long its values are valid");
        }
        if (row.toWeeks() == null && row.isConditional()) {
          at.problem("give 'toWeeks'");
        }
      }
      case "newest" -> {
        if (row.toWeeks() == null || row.sinceWeek() == null) {
          at.problem("'newest' needs 'toWeeks' and 'sinceWeek'");
        }
      }
      case "stop", "dose-change", "added-agent" -> {
        if (row.fromWeeks() == null || row.toWeeks() == null) {
          at.problem("'" + row.counts() + "' needs 'fromWeeks' and 'toWeeks'");
        }
      }
      default -> {
        // always, and what is not dated, need no weeks
      }
    }
  }

  private void marker(TimeTables.MarkerRow row) {
    at.known("code", row.code(), tests);
    at.known("direction", row.direction(), Set.of("down", "none"));
    at.optional("scope", row.scope(), to.agentNames());
    at.optional("same", row.same(), Set.of("method", "range"));
    Set<String> statements = RowReferences.ids(tables.guidance(), Tables.StatementRow::id);
    Ids.split(row.guidance()).forEach(id -> at.known("guidance", id, statements));
    to.cites(row.source());
  }

  private void benchmark(TimeTables.BenchmarkRow row) {
    at.known("agent", row.agent(), to.agentNames());
    at.known("code", row.code(), RowReferences.ids(tables.markers(), TimeTables.MarkerRow::code));
    at.optional("condition", row.condition(), to.terms("condition"));
    if (Stream.of(row.percent() != null, row.change() != null, row.any()).filter(b -> b).count()
        != 1) {
      at.problem("give percent, change or any, one of them");
    }
    if (row.percent() != null && row.percent().signum() >= 0
        || row.change() != null && row.change().signum() >= 0) {
      at.problem("a benchmark is a fall: write it with a minus");
    }
    List<String> units =
        tables.analytes().stream()
            .filter(analyte -> analyte.code().equals(row.code()))
            .filter(analyte -> analyte.units() != null && !analyte.units().isEmpty())
            .map(analyte -> analyte.reference().uom())
            .toList();
    if (row.change() != null && !units.contains(row.uom())) {
      at.problem("give the change in the first unit of the test: " + units);
    }
    to.cites(row.source());
  }
}
