package org.homeostat.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where days lie on an axis of a drawing, in percent of its width. Some room is left at both ends,
 * so that marks on the first and last day are whole.
 *
 * @param from first day
 * @param to last day; later than the first
 */
public record TimeScale(LocalDate from, LocalDate to) {

  private static final int FIRST = 5;
  private static final int LAST = 95;

  /** In percent of the width, half of a label on a phone. */
  private static final int NEAR_END = 10;

  /** Months from one tick to the next. */
  private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240);

  /**
   * A day with a round date.
   *
   * @param label as short as the axis allows: {@code 2026-05}, or {@code 2026}
   */
  public record Tick(LocalDate day, BigDecimal place, String label) {

    /** On which side of the tick its label stands, so that it stays in the drawing. */
    public String anchor() {
      return place.intValue() < NEAR_END
          ? "start"
          : place.intValue() > 100 - NEAR_END ? "end" : "middle";
    }
  }

  /** The place of a day; one outside the axis is moved to its end. */
  public BigDecimal place(LocalDate day) {
    LocalDate shown = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
    Scale scale =
        Scale.of(
            BigDecimal.ZERO, BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)), FIRST, LAST);
    return scale.place(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, shown)));
  }

  /** Whether a day lies on the axis. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** First days of months on the axis, at most so many. */
  public List<Tick> ticks(int most) {
    for (int months : STEPS) {
      List<LocalDate> days = firstDays(months);
      if (days.size() <= most) {
        return days.stream().map(day -> tick(day, months)).toList();
      }
    }
    return List.of();
  }

  private List<LocalDate> firstDays(int months) {
    int month = months >= 12 ? 1 : (from.getMonthValue() - 1) / months * months + 1;
    int year = months >= 12 ? from.getYear() / (months / 12) * (months / 12) : from.getYear();
    return Stream.iterate(
            LocalDate.of(year, month, 1), day -> !day.isAfter(to), day -> day.plusMonths(months))
        .filter(day -> !day.isBefore(from))
        .toList();
  }

  private Tick tick(LocalDate day, int months) {
    String label = day.toString().substring(0, months >= 12 ? 4 : 7);
    return new Tick(day, place(day), label);
  }
}
