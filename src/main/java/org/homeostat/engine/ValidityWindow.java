package org.homeostat.engine;

import java.time.LocalDate;
import java.util.List;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables.AnalyteRow;

/**
 * The days from which values count as current. Windows reach back from a planned start, or from the
 * day of the advice; on treatment a value from before the start counts only if it was recent then.
 *
 * @param reference day from which windows reach back
 * @param start first day of the current treatment with a growth hormone axis agent; null for none
 */
record ValidityWindow(LocalDate reference, LocalDate start) {

  static ValidityWindow of(List<ProtocolEntry> protocol, LocalDate asOf, Knowledge knowledge) {
    LocalDate started = null;
    LocalDate planned = null;
    for (ProtocolEntry entry : protocol) {
      if (!knowledge.agent(entry.agent()).is("gh-axis") || entry.start() == null) {
        continue;
      }
      switch (entry.statusOn(asOf)) {
        case "current" -> started = earlier(started, entry.start());
        case "planned" -> planned = earlier(planned, entry.start());
        default -> {}
      }
    }
    return new ValidityWindow(started == null && planned != null ? planned : asOf, started);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  /** Whether a value of that day counts for the tier. */
  boolean isCurrent(AnalyteRow analyte, LocalDate day) {
    return analyte.validWeeks() == null || !day.isBefore(from(analyte));
  }

  /** The first day whose values count; only for an analyte whose values grow stale. */
  LocalDate from(AnalyteRow analyte) {
    LocalDate from = reference.minusWeeks(analyte.validWeeks());
    if (analyte.validDaysBeforeStart() != null) {
      LocalDate beforeStart =
          (start == null ? reference : start).minusDays(analyte.validDaysBeforeStart());
      from = beforeStart.isAfter(from) ? beforeStart : from;
    }
    return from;
  }
}
