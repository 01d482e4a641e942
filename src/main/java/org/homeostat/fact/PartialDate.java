package org.homeostat.fact;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates of year, month or day precision: {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD}. */
final class PartialDate {

  private PartialDate() {}

  /** The first day that the date can mean. */
  static LocalDate firstDay(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 1, 1);
      case 7 -> YearMonth.parse(date).atDay(1);
      default -> LocalDate.parse(date);
    };
  }

  /** The last day that the date can mean. */
  static LocalDate lastDay(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
      case 7 -> YearMonth.parse(date).atEndOfMonth();
      default -> LocalDate.parse(date);
    };
  }
}
