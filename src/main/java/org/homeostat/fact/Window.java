package org.homeostat.fact;

import java.time.LocalDate;
import java.time.Period;

/**
 * A span of time of the table, reckoned back from the day of the advice; its first day belongs to
 * it.
 *
 * @param code such as {@code recent-medication}
 * @param from first day
 * @param length how long it is, wherever it begins
 */
public record Window(String code, LocalDate from, Period length, String note, String source)
    implements TableRow {

  /** Whether the day lies in the window; a null day means that it still lasts. */
  public boolean reaches(LocalDate day) {
    return day == null || !day.isBefore(from);
  }

  /** Whether the day lies before the window. */
  public boolean isAfter(LocalDate day) {
    return day != null && day.isBefore(from);
  }

  /** Whether both days lie within one such span. */
  public boolean spans(LocalDate earlier, LocalDate later) {
    return !later.isAfter(earlier.plus(length));
  }

  /** Whether at least such a span lies between the days. */
  public boolean separates(LocalDate earlier, LocalDate later) {
    return !later.isBefore(earlier.plus(length));
  }

  @Override
  public String table() {
    return "windows";
  }

  @Override
  public String text() {
    return note;
  }
}
