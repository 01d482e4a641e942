package org.homeostat.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.fact.Wording;

/**
 * The monitoring plan as a drawing: a row for each line of the plan, with the newest value and the
 * day by which the next one is due.
 *
 * @param today place of the day of the advice
 * @param rows the most pressing first
 */
public record Timeline(TimeScale time, BigDecimal today, List<Row> rows) {

  /** How far back and ahead the axis goes at most. */
  private static final int MOST_WEEKS = 78;

  /** How far back and ahead it goes at least. */
  private static final int LEAST_WEEKS = 6;

  /**
   * A row.
   *
   * @param last place of the newest value; null: there is none
   * @param isLastEarlier whether it lies before the axis
   * @param due place of the day by which the next is due; null: no day is
   * @param isDueEarlier whether that lies before the axis
   * @param isDueLater whether that lies after the axis
   * @param status in words: {@code overdue since 2026-06-01}
   */
  public record Row(
      Monitored line,
      String name,
      BigDecimal last,
      boolean isLastEarlier,
      BigDecimal due,
      boolean isDueEarlier,
      boolean isDueLater,
      String status) {}

  static Timeline of(Advisory advisory, UnaryOperator<String> name) {
    LocalDate asOf = advisory.asOf();
    List<LocalDate> days =
        advisory.monitoring().stream()
            .flatMap(line -> Stream.of(line.lastDate(), line.due()).filter(Objects::nonNull))
            .filter(day -> !day.isBefore(asOf.minusWeeks(MOST_WEEKS)))
            .filter(day -> !day.isAfter(asOf.plusWeeks(MOST_WEEKS)))
            .sorted()
            .toList();
    LocalDate first = asOf.minusWeeks(LEAST_WEEKS);
    LocalDate last = asOf.plusWeeks(LEAST_WEEKS);
    for (LocalDate day : days) {
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
    TimeScale time = new TimeScale(first, last);
    return new Timeline(
        time,
        time.place(asOf),
        Monitored.STATES.stream()
            .flatMap(state -> advisory.monitoring().stream().filter(l -> l.status().equals(state)))
            .map(line -> row(line, time, asOf, name))
            .toList());
  }

  private static Row row(
      Monitored line, TimeScale time, LocalDate asOf, UnaryOperator<String> name) {
    return new Row(
        line,
        Wording.sentence(name.apply(line.code())),
        line.lastDate() == null ? null : time.place(line.lastDate()),
        line.lastDate() != null && line.lastDate().isBefore(time.from()),
        line.due() == null ? null : time.place(line.due()),
        line.due() != null && line.due().isBefore(time.from()),
        line.due() != null && line.due().isAfter(time.to()),
        status(line, asOf));
  }

  private static String status(Monitored line, LocalDate asOf) {
    if (line.due() == null) {
      return line.status();
    }
    return switch (line.status()) {
      case "overdue" -> "overdue since " + line.due();
      case "due" -> (line.due().isBefore(asOf) ? "due since " : "due by ") + line.due();
      case "planned" -> "planned by " + line.due();
      default -> line.status() + ", next by " + line.due();
    };
  }

  /** How many lines of the plan have a status. */
  public long count(String status) {
    return rows.stream().filter(row -> row.line().status().equals(status)).count();
  }

  /** What the drawing shows, in words; the table beside it has the rest. */
  public String alternative() {
    StringBuilder text = new StringBuilder("Time line of the monitoring plan from ");
    text.append(time.from()).append(" to ").append(time.to()).append(".");
    rows.forEach(
        row -> text.append(' ').append(row.name()).append(": ").append(row.status()).append('.'));
    return text.toString();
  }
}
