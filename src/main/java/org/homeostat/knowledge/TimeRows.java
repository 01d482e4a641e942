package org.homeostat.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.homeostat.advice.TierLevel;
import org.homeostat.fact.Benchmark;
import org.homeostat.fact.Checkpoint;
import org.homeostat.fact.Marker;

/** Makes facts of the rows of schedule, markers and benchmarks. */
public final class TimeRows {

  private static final int DAYS_A_WEEK = 7;
  private static final List<String> ALL_TIERS =
      Arrays.stream(TierLevel.values()).map(TierLevel::code).toList();

  private TimeRows() {}

  /**
   * A row of the schedule for a scope of agents.
   *
   * @param scope the scope that the row is taken for; its own, or one of those that {@code any}
   *     stands for
   * @param agents agents of the scope that are planned or taken
   */
  public static Checkpoint checkpoint(
      TimeTables.ScheduleRow row, String scope, List<String> agents, Knowledge knowledge) {
    Tables.AnalyteRow analyte = knowledge.analyte(row.code());
    boolean newest = "newest".equals(row.counts());
    boolean topic = analyte == null && !knowledge.codes("examination").contains(row.code());
    return new Checkpoint(
        row.code(),
        knowledge.name(row.code()),
        scope,
        row.point(),
        row.tiers() == null ? ALL_TIERS : row.tiers(),
        Objects.requireNonNullElse(row.need(), ""),
        Objects.requireNonNullElse(row.unless(), ""),
        Objects.requireNonNullElse(row.counts(), ""),
        fromDays(row, analyte),
        days(row.toWeeks()),
        days(row.sinceWeek()),
        topic,
        newest ? row.toWeeks() : null,
        Objects.requireNonNullElse(row.undated(), ""),
        row.provenance(agents),
        row.why(),
        row.source());
  }

  /**
   * First day of the window; a baseline reaches back as long as values are valid before a start.
   */
  private static Integer fromDays(TimeTables.ScheduleRow row, Tables.AnalyteRow analyte) {
    if (row.fromWeeks() != null) {
      return days(row.fromWeeks());
    }
    if (row.counts() == null) {
      return null;
    }
    return switch (row.counts()) {
      case "newest" -> 1;
      case "start" ->
          analyte.validDaysBeforeStart() != null
              ? -analyte.validDaysBeforeStart()
              : analyte.validWeeks() == null ? null : -DAYS_A_WEEK * analyte.validWeeks();
      default -> null;
    };
  }

  /** A test whose change is told. */
  public static Marker marker(TimeTables.MarkerRow row, Knowledge knowledge) {
    return new Marker(
        row.code(),
        knowledge.name(row.code()),
        row.direction(),
        row.worse(),
        row.responding(),
        DAYS_A_WEEK * row.firstWeek(),
        DAYS_A_WEEK * row.valueWeek(),
        Objects.requireNonNullElse(row.scope(), ""),
        Objects.requireNonNullElse(row.same(), ""),
        row.fasted(),
        row.guidance(),
        row.source());
  }

  /** What a trial found. */
  public static Benchmark benchmark(TimeTables.BenchmarkRow row) {
    return new Benchmark(
        row.agent(),
        row.code(),
        row.percent(),
        row.change(),
        Objects.requireNonNullElse(row.uom(), ""),
        row.any(),
        row.note(),
        row.source());
  }

  private static Integer days(Integer weeks) {
    return weeks == null ? null : Integer.valueOf(DAYS_A_WEEK * weeks);
  }
}
