package org.homeostat.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeostat.fact.Examination;
import org.homeostat.fact.UsableObservation;

/**
 * The newest value of a test, or the newest examination.
 *
 * @param day the first day that its date can mean
 * @param exact whether the date names a day
 * @param reference the number for a comparison of values of one day; null: none
 */
record LastValue(LocalDate day, boolean exact, BigDecimal reference, String text) {

  /** The newest; of several values of one day the highest. */
  static Optional<LastValue> of(String code, SessionFacts facts) {
    List<LastValue> values = new ArrayList<>();
    facts
        .all(UsableObservation.class)
        .filter(o -> o.code().equals(code))
        .forEach(
            o ->
                values.add(
                    new LastValue(o.date(), true, o.reference().value(), o.reported().text())));
    facts.all(Examination.class).filter(e -> e.code().equals(code)).forEach(e -> values.add(of(e)));
    return values.stream()
        .max(
            Comparator.comparing(LastValue::day)
                .thenComparing(
                    LastValue::reference, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(LastValue::text));
  }

  private static LastValue of(Examination e) {
    boolean exact = e.earliestDay().equals(e.latestDay());
    String result = e.result() == null ? "made" : e.result();
    return new LastValue(e.earliestDay(), exact, null, exact ? result : result + " in " + e.date());
  }
}
