package org.homeostat.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * An examination and its result.
 *
 * @param date {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param result may be null
 */
public record Examination(String at, String code, String date, String result) {

  public Examination {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(date, "date");
  }

  /** The first day that the date can mean. */
  public LocalDate earliestDay() {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 1, 1);
      case 7 -> YearMonth.parse(date).atDay(1);
      default -> LocalDate.parse(date);
    };
  }

  /** The last day that the date can mean. */
  public LocalDate latestDay() {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
      case 7 -> YearMonth.parse(date).atEndOfMonth();
      default -> LocalDate.parse(date);
    };
  }

  /** What it says, for a person. */
  public String text() {
    return Wording.words(code)
        + (date.length() < 10 ? " in " : " on ")
        + date
        + (result == null ? "" : ", " + result);
  }
}
