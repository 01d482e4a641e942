package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.fact.Observation;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.fact.UsableObservation;
import org.homeostat.knowledge.Knowledge;

/**
 * Decides which observations are fit to be judged. Each check is driven by the table of analytes;
 * what fails one is set aside with the reason, and everything stands in the list of inputs.
 */
final class ObservationChecks {

  private final PatientOnDay day;
  private final CaseLedger ledger;
  private final Knowledge knowledge;
  private final ValidityWindow treatment;

  private final List<UsableObservation> usable = new ArrayList<>();
  private final List<UnusableObservation> unusable = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();

  ObservationChecks(PatientOnDay day, CaseLedger ledger) {
    this.day = day;
    this.ledger = ledger;
    this.knowledge = day.knowledge();
    this.treatment = ValidityWindow.of(day);
  }

  /** Takes one observation in; the order of calls does not matter. */
  void add(Observation observation) {
    new ObservationCheck(this, ledger, day, treatment, observation).run();
  }

  /** Puts the facts into the ledger; after the last observation was taken in. */
  void finish() {
    Map<List<Object>, NavigableSet<LocalDate>> days = new HashMap<>();
    usable.forEach(m -> days.computeIfAbsent(series(m), key -> new TreeSet<>()).add(m.date()));
    for (UsableObservation m : usable) {
      NavigableSet<LocalDate> ofSeries = days.get(series(m));
      boolean newest = m.date().equals(ofSeries.last());
      boolean previous = m.date().equals(ofSeries.lower(ofSeries.last()));
      ledger.fact(m.placed(newest, previous));
      if (newest && !m.currentForAll() && knowledge.isJudged(m.code())) {
        ledger.quality(
            "stale", m.at(), m.text() + age(treatment.from(knowledge.analyte(m.code()))));
      }
    }
    unusable.forEach(ledger::fact);
  }

  /** A fasting sample is not outdated by one that was not fasting. */
  private static List<Object> series(UsableObservation m) {
    return List.of(m.code(), m.fasted());
  }

  private String age(LocalDate from) {
    return from.isAfter(day.asOf())
        ? " will be too old at the planned start"
        : " is old: values from " + from + " on count as current";
  }

  /** Takes in what is fit to be judged; tells whether it was given before. */
  boolean usable(UsableObservation m) {
    usable.add(m);
    return !seen.add(
        List.of(
            m.code(),
            m.value().value().stripTrailingZeros(),
            m.value().uom(),
            m.date(),
            "" + m.collectedAt()));
  }

  void unusable(UnusableObservation observation) {
    unusable.add(observation);
  }
}
