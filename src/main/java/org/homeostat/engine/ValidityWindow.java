package org.homeostat.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.knowledge.Tables.AnalyteRow;

/**
 * The days from which values count as current. Windows reach back from a planned start, or from the
 * day of the advice; on treatment a value from before the start counts only if it was recent then.
 * With several growth hormone axis agents each has its window: a value gives reasons when it is
 * current for one of them, and it completes the core data only when it is current for all.
 *
 * @param starts first days of the agents that are current
 * @param plans days on which the planned ones begin; of one without a date, the day of the advice
 */
record ValidityWindow(LocalDate asOf, List<LocalDate> starts, List<LocalDate> plans) {

  static ValidityWindow of(PatientOnDay day) {
    List<ProtocolEntry> entries =
        day.active().stream()
            .filter(entry -> day.knowledge().agent(entry.agent()).is("gh-axis"))
            .toList();
    return new ValidityWindow(
        day.asOf(),
        days(entries, "current", day),
        entries.isEmpty() ? List.of(day.asOf()) : days(entries, "planned", day));
  }

  private static List<LocalDate> days(
      List<ProtocolEntry> entries, String status, PatientOnDay day) {
    return entries.stream()
        .filter(entry -> entry.statusOn(day.asOf()).equals(status))
        .map(entry -> entry.start() == null ? day.asOf() : entry.start())
        .toList();
  }

  /**
   * Whether a value of that day can be a reason of the tier. What is not bound to the days before a
   * start counts today, however far ahead a start is planned.
   */
  boolean isCurrent(AnalyteRow analyte, LocalDate day) {
    return analyte.validWeeks() == null
        || windows(analyte).anyMatch(from -> !day.isBefore(from))
        || analyte.validDaysBeforeStart() == null
            && !day.isBefore(asOf.minusWeeks(analyte.validWeeks()));
  }

  /** Whether a value of that day is current for every agent. */
  boolean isCurrentForAll(AnalyteRow analyte, LocalDate day) {
    return analyte.validWeeks() == null || !day.isBefore(from(analyte));
  }

  /**
   * The first day whose values are current for every agent; only for an analyte whose values grow
   * stale.
   */
  LocalDate from(AnalyteRow analyte) {
    return windows(analyte).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Stream<LocalDate> windows(AnalyteRow analyte) {
    return Stream.concat(
        starts.stream().map(start -> from(analyte, asOf, start)),
        plans.stream().map(start -> from(analyte, start, start)));
  }

  private static LocalDate from(AnalyteRow analyte, LocalDate reference, LocalDate start) {
    LocalDate from = reference.minusWeeks(analyte.validWeeks());
    if (analyte.validDaysBeforeStart() == null) {
      return from;
    }
    LocalDate beforeStart = start.minusDays(analyte.validDaysBeforeStart());
    return beforeStart.isAfter(from) ? beforeStart : from;
  }
}
