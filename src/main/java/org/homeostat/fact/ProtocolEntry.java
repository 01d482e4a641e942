package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Objects;
import org.homeostat.quantity.Quantity;

/**
 * One agent of the protocol as the case states it. Every component but {@code at} and {@code agent}
 * may be null: it was not said.
 *
 * @param agent agent code
 * @param start first day; null or after the day of the advice: planned
 * @param stop day from which it is no longer taken
 */
public record ProtocolEntry(
    String at,
    String agent,
    LocalDate start,
    LocalDate stop,
    Quantity dose,
    String frequency,
    String timing,
    String route,
    String source,
    String indication,
    Boolean prescribed,
    String prescriber,
    LocalDate lastDose,
    LocalDate lastDoseChange,
    String requestedChange) {

  public ProtocolEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(agent, "agent");
    if (start != null && stop != null && stop.isBefore(start)) {
      throw new IllegalArgumentException(
          at + ": stop " + stop + " lies before start " + start + "; mend one of the dates");
    }
  }

  /** {@code planned}, {@code current} or {@code stopped} on the given day. */
  public String statusOn(LocalDate day) {
    if (stop != null && !stop.isAfter(day)) {
      return "stopped";
    }
    return start == null || start.isAfter(day) ? "planned" : "current";
  }

  /** Its dates, as they follow a name: {@code , start 2026-12-01}. */
  public String period() {
    return part("start", start) + part("stop", stop);
  }

  /** Everything else that was said of it, as it follows a name. */
  public String details() {
    return part("dose", dose == null ? null : dose.text())
        + part("frequency", frequency)
        + part("timing", timing)
        + part("route", route)
        + part("source", source)
        + part("indication", indication)
        + part("prescribed", prescribed == null ? null : prescribed ? "yes" : "no")
        + part("prescriber", prescriber)
        + part("last dose", lastDose)
        + part("last dose change", lastDoseChange)
        + part("requested change", requestedChange);
  }

  private static String part(String name, Object value) {
    return value == null ? "" : ", " + name + " " + value;
  }
}
