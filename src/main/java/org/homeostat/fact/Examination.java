package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An examination and its result.
 *
 * @param date {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param result may be null
 */
public record Examination(String at, String code, String date, String result) implements CaseFact {

  public Examination {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(date, "date");
  }

  /** The first day that the date can mean. */
  public LocalDate earliestDay() {
    return PartialDate.firstDay(date);
  }

  /** The last day that the date can mean. */
  public LocalDate latestDay() {
    return PartialDate.lastDay(date);
  }

  /** Whether it was certainly made at least so many days after the given one; null: whenever. */
  public boolean isSince(LocalDate day, Integer days) {
    return days == null || !earliestDay().isBefore(day.plusDays(days));
  }

  /** Whether it can have been made on a day after the given one. */
  public boolean isLaterThan(LocalDate day) {
    return latestDay().isAfter(day);
  }

  /** Whether it was certainly made on the given day or later. */
  public boolean isNoEarlierThan(LocalDate day) {
    return !earliestDay().isBefore(day);
  }

  @Override
  public String text() {
    return Wording.words(code)
        + (date.length() < 10 ? " in " : " on ")
        + date
        + (result == null ? "" : ", " + result);
  }
}
