package org.homeostat.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Dates and times in the forms of the contract; the message of an exception names what is wanted.
 */
final class Dates {

  private static final Pattern PARTIAL = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})?");

  private Dates() {}

  /** A day of the calendar, {@code YYYY-MM-DD}. */
  static LocalDate day(String text) {
    require(DAY, text, "a day of the calendar as YYYY-MM-DD");
    return within("a day of the calendar as YYYY-MM-DD", () -> LocalDate.parse(text));
  }

  /** The text itself, when it is {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. */
  static String partial(String text) {
    String wanted = "a date as YYYY, YYYY-MM or YYYY-MM-DD";
    require(PARTIAL, text, wanted);
    within(
        wanted,
        () ->
            switch (text.length()) {
              case 4 -> YearMonth.parse(text + "-01");
              case 7 -> YearMonth.parse(text);
              default -> LocalDate.parse(text);
            });
    return text;
  }

  /** A time, with an offset or local. */
  static Temporal time(String text) {
    String wanted = "a time such as 2026-11-21T07:30:00+01:00 or 2026-11-21T07:30:00";
    require(TIME, text, wanted);
    return within(
        wanted,
        () ->
            (Temporal)
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from));
  }

  private static void require(Pattern form, String text, String wanted) {
    if (!form.matcher(text).matches()) {
      throw new DateTimeException(wanted);
    }
  }

  private static <T> T within(String wanted, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (DateTimeException e) {
      throw new DateTimeException(wanted, e);
    }
  }
}
