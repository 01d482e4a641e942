package org.homeostat.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.TierLevel;

/** Cross-checks the tables of what follows over time: schedule, markers, benchmarks. */
final class TimeTablesCheck {

  private static final Set<String> COUNTS =
      Set.of("start", "newest", "dose-change", "added-agent", "stop", "always");
  private static final Set<String> PROVENANCES =
      Set.of("document", "label", "guideline", "judgement");

  private final Tables tables;
  private final RowProblems at;
  private final Set<String> agentNames;
  private final Set<String> sources;
  private final Set<String> tests;

  TimeTablesCheck(Tables tables, RowProblems at, Set<String> agentNames, Set<String> sources) {
    this.tables = tables;
    this.at = at;
    this.agentNames = agentNames;
    this.sources = sources;
    this.tests =
        tables.analytes().stream().map(Tables.AnalyteRow::code).collect(Collectors.toSet());
  }

  void run() {
    at.rows(
        "schedule",
        tables.schedule(),
        row -> row.code() + " " + row.agents() + " " + row.point(),
        this::schedule);
    at.unique("markers", tables.markers(), Tables.MarkerRow::code);
    at.rows("markers", tables.markers(), Tables.MarkerRow::code, this::marker);
    at.rows(
        "benchmarks", tables.benchmarks(), row -> row.agent() + " " + row.code(), this::benchmark);
  }

  private void schedule(Tables.ScheduleRow row) {
    Set<String> names = new HashSet<>(agentNames);
    names.add(Tables.ANY);
    at.known("agents", row.agents(), names);
    at.known(
        "tiers",
        row.tiers(),
        Arrays.stream(TierLevel.values()).map(TierLevel::code).collect(Collectors.toSet()));
    at.optional("counts", row.counts(), COUNTS);
    at.optional("sex", row.sex(), terms("sex"));
    at.known("provenance", row.provenance(), PROVENANCES);
    cites(row.source());
    if (row.counts() == null && row.undated() == null) {
      at.problem("give 'counts', or say with 'undated' what stands in place of a number");
    }
    if (row.fromWeeks() != null && row.toWeeks() != null && row.toWeeks() < row.fromWeeks()) {
      at.problem("it ends before it begins");
    }
    boolean reachesBack = "start".equals(row.counts()) && row.fromWeeks() == null;
    if (reachesBack && !tests.contains(row.code())) {
      at.problem("give 'fromWeeks': only a test says how long its values are valid");
    }
  }

  private void marker(Tables.MarkerRow row) {
    at.known("code", row.code(), tests);
    at.known("direction", row.direction(), Set.of("down", "none"));
    at.optional("same", row.same(), Set.of("method", "range"));
    Set<String> statements =
        tables.guidance().stream().map(Tables.StatementRow::id).collect(Collectors.toSet());
    Ids.split(row.guidance()).forEach(id -> at.known("guidance", id, statements));
    cites(row.source());
  }

  private void benchmark(Tables.BenchmarkRow row) {
    at.known("agent", row.agent(), agentNames);
    at.known(
        "code",
        row.code(),
        tables.markers().stream().map(Tables.MarkerRow::code).collect(Collectors.toSet()));
    at.optional("condition", row.condition(), terms("condition"));
    if (Stream.of(row.percent() != null, row.change() != null, row.any()).filter(b -> b).count()
        != 1) {
      at.problem("give percent, change or any, one of them");
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
    cites(row.source());
  }

  private void cites(String source) {
    if (Ids.split(source).isEmpty()) {
      at.problem("no source");
    }
    Ids.split(source).forEach(id -> at.known("source", id, sources));
  }

  private Set<String> terms(String list) {
    return tables.vocabulary().get(list).stream()
        .map(Tables.Term::code)
        .collect(Collectors.toSet());
  }
}
