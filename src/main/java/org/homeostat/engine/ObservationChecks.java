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
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
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
  private final Knowledge knowledge;
  private final ValidityWindow treatment;

  private final List<UsableObservation> usable = new ArrayList<>();
  private final List<UnusableObservation> unusable = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<DataQuality> quality = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();

  ObservationChecks(PatientOnDay day) {
    this.day = day;
    this.knowledge = day.knowledge();
    this.treatment = ValidityWindow.of(day);
  }

  /** Takes one observation in; the order of calls does not matter. */
  void add(Observation observation) {
    new ObservationCheck(this, day, treatment, observation).run();
  }

  /** Everything that enters the session. */
  List<Object> facts() {
    Map<List<Object>, NavigableSet<LocalDate>> days = new HashMap<>();
    usable.forEach(m -> days.computeIfAbsent(series(m), key -> new TreeSet<>()).add(m.date()));
    List<Object> facts = new ArrayList<>();
    for (UsableObservation m : usable) {
      NavigableSet<LocalDate> ofSeries = days.get(series(m));
      boolean newest = m.date().equals(ofSeries.last());
      boolean previous = m.date().equals(ofSeries.lower(ofSeries.last()));
      facts.add(m.placed(newest, previous));
      if (newest && !m.currentForAll() && knowledge.isJudged(m.code())) {
        report("stale", m.at(), m.text() + age(treatment.from(knowledge.analyte(m.code()))));
      }
    }
    facts.addAll(unusable);
    return facts;
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

  List<Input> inputs() {
    return inputs;
  }

  List<DataQuality> quality() {
    return quality;
  }

  void report(String code, String at, String message) {
    quality.add(new DataQuality(code, at, message));
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

  void input(Input input) {
    inputs.add(input);
  }
}
