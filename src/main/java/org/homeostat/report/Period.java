package org.homeostat.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.homeostat.fact.Treatment;
import org.homeostat.fact.Wording;

/**
 * For how long an agent was, is or will be taken.
 *
 * @param agent its name
 * @param status {@code planned}, {@code current} or {@code stopped}
 * @param from first day; null: it was not said
 * @param to first day without it; null while it is taken or planned
 * @param text as the case says it
 */
public record Period(String agent, String status, LocalDate from, LocalDate to, String text) {

  private static final List<String> STATES = List.of("current", "planned", "stopped");

  /** The periods of a protocol: what is taken first, then what is planned, then the past. */
  static List<Period> of(List<Treatment> treatments, UnaryOperator<String> name) {
    return treatments.stream()
        .map(
            t ->
                new Period(
                    name.apply(t.agent()),
                    t.status(),
                    t.start(),
                    t.status().equals("stopped") ? t.stop() : null,
                    t.text()))
        .distinct()
        .sorted(
            Comparator.comparing((Period period) -> STATES.indexOf(period.status()))
                .thenComparing(Period::from, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Period::text))
        .toList();
  }

  /** In words: {@code since 2026-06-01}. */
  public String span() {
    return switch (status) {
      case "current" -> "since " + from;
      case "planned" -> from == null ? "planned, no date" : "planned from " + from;
      default -> (from == null ? "" : from + " ") + "until " + to;
    };
  }

  /** In one line: {@code tesamorelin, since 2026-06-01}. */
  public String line() {
    return agent + ", " + span();
  }

  /** Name with a capital, for the beginning of a row. */
  public String head() {
    return Wording.sentence(agent);
  }

  /**
   * A period on an axis.
   *
   * @param begin place of the first day
   * @param width up to its last
   * @param atEnd whether there is more room for its label before its end than after its beginning
   */
  public record Bar(Period period, BigDecimal begin, BigDecimal width, boolean atEnd) {}

  /**
   * The period on an axis.
   *
   * @return null where it lies outside the axis, or its place is not known
   */
  Bar on(TimeScale axis, LocalDate today) {
    LocalDate first = from == null && status.equals("stopped") ? axis.from() : from;
    LocalDate last = to != null ? to : status.equals("planned") ? axis.to() : today;
    if (first == null || last.isBefore(axis.from()) || first.isAfter(axis.to())) {
      return null;
    }
    BigDecimal begin = axis.place(first);
    BigDecimal end = axis.place(last);
    return new Bar(
        this,
        begin,
        end.subtract(begin).max(BigDecimal.ONE),
        begin.compareTo(BigDecimal.valueOf(50)) > 0);
  }
}
