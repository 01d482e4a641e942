package org.homeostat.fact;

import java.time.LocalDate;

/**
 * A span of time of the table, reckoned back from the day of the advice; its first day belongs to
 * it.
 *
 * @param code such as {@code recent-medication}
 * @param from first day
 */
public record Window(String code, LocalDate from, String note, String source) implements TableRow {

  /** Whether the day lies in the window; a null day means that it still lasts. */
  public boolean reaches(LocalDate day) {
    return day == null || !day.isBefore(from);
  }

  /** Whether the day lies before the window. */
  public boolean isAfter(LocalDate day) {
    return day != null && day.isBefore(from);
  }

  @Override
  public String table() {
    return "windows";
  }

  @Override
  public String text() {
    return note + " (since " + from + ")";
  }
}
