package org.homeostat.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeostat.engine.Trace;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.fact.UsableObservation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;

/**
 * The drawings of all tests with two or more values, on one axis of time, and the tests with one.
 *
 * @param drawn in the order of the table of tests
 * @param single tests with one value, in words
 */
public record Trends(List<Trend> drawn, List<String> single) {

  /** How far ahead a planned start may lie to be on the axis of time. */
  private static final int DAYS_AHEAD = 182;

  public Trends {
    drawn = List.copyOf(drawn);
    single = List.copyOf(single);
  }

  /** The drawings of what a session held. */
  static Trends of(Trace trace, List<Period> periods, Knowledge knowledge) {
    Map<String, List<UsableObservation>> byTest = new LinkedHashMap<>();
    for (String code : knowledge.codes("observation")) {
      all(trace, UsableObservation.class)
          .filter(value -> value.code().equals(code))
          .distinct()
          .sorted(
              Comparator.comparing(UsableObservation::date)
                  .thenComparing(value -> Objects.toString(value.collectedAt()))
                  .thenComparing(UsableObservation::at))
          .forEach(
              value ->
                  add(
                      value,
                      byTest.computeIfAbsent(
                          code + " " + value.reference().uom(), key -> new ArrayList<>())));
    }
    List<List<UsableObservation>> several =
        byTest.values().stream().filter(values -> values.size() > 1).toList();
    LocalDate today = trace.advisory().asOf();
    TimeScale time = time(several, periods, today);
    return new Trends(
        several.stream()
            .map(values -> new TrendDrawing(values, time, knowledge))
            .map(
                drawing ->
                    drawing.draw(
                        levels(trace, drawing.code(), knowledge),
                        periods.stream()
                            .map(period -> period.on(time, today))
                            .filter(Objects::nonNull)
                            .toList(),
                        today,
                        setAside(trace, drawing.code())))
            .toList(),
        byTest.values().stream()
            .filter(values -> values.size() == 1)
            .map(values -> single(values.get(0)))
            .toList());
  }

  /** Adds a value that is not given twice. */
  private static void add(UsableObservation value, List<UsableObservation> values) {
    boolean isThere =
        values.stream()
            .anyMatch(
                other ->
                    other.date().equals(value.date())
                        && Objects.equals(other.collectedAt(), value.collectedAt())
                        && other.reported().isSameAs(value.reported()));
    if (!isThere) {
      values.add(value);
    }
  }

  private static String single(UsableObservation value) {
    return Wording.sentence(value.text());
  }

  private static int setAside(Trace trace, String code) {
    return (int)
        all(trace, UnusableObservation.class).filter(value -> value.code().equals(code)).count();
  }

  /** The cut-offs that hold for this patient, and that are a place on the scale of the test. */
  private static List<Cutoff> levels(Trace trace, String code, Knowledge knowledge) {
    return all(trace, Cutoff.class)
        .filter(cutoff -> cutoff.code().equals(code))
        .filter(
            cutoff ->
                knowledge.tables().cutoffs().stream()
                    .filter(
                        row -> row.code().equals(code) && row.uom().equals(cutoff.limit().uom()))
                    .anyMatch(row -> row.band().equals(cutoff.band()) && row.isLevel()))
        .distinct()
        .sorted(
            Comparator.comparing((Cutoff cutoff) -> cutoff.limit().value())
                .reversed()
                .thenComparing(Cutoff::band))
        .toList();
  }

  private static TimeScale time(
      List<List<UsableObservation>> several, List<Period> periods, LocalDate today) {
    LocalDate first =
        several.stream()
            .map(values -> values.get(0).date())
            .min(Comparator.naturalOrder())
            .orElse(today);
    LocalDate last =
        periods.stream()
            .filter(period -> period.status().equals("planned") && period.from() != null)
            .map(Period::from)
            .filter(start -> ChronoUnit.DAYS.between(today, start) <= DAYS_AHEAD)
            .max(Comparator.naturalOrder())
            .filter(start -> start.isAfter(today))
            .map(start -> start.plusDays(14))
            .orElse(today);
    return new TimeScale(first.isBefore(today) ? first : today.minusDays(1), last);
  }

  private static <T> Stream<T> all(Trace trace, Class<T> type) {
    return trace.facts().stream().filter(type::isInstance).map(type::cast);
  }
}
