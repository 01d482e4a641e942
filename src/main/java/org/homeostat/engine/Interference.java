package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Observation;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.InterferenceRow;
import org.homeostat.knowledge.Tables.UnitRow;
import org.homeostat.quantity.Quantity;

/** Finds what in the case makes an assay unreliable. */
final class Interference {

  private final PatientOnDay day;
  private final Observation observation;
  private final Quantity reported;

  private Interference(PatientOnDay day, Observation observation, Quantity reported) {
    this.day = day;
    this.observation = observation;
    this.reported = reported;
  }

  /** What interferes, in words; empty where nothing does. */
  static Optional<String> of(PatientOnDay day, Observation observation, Quantity reported) {
    Interference interference = new Interference(day, observation, reported);
    return day.knowledge().tables().interferences().stream()
        .filter(row -> row.analyte().equals(observation.code()) && !row.remarkOnly())
        .filter(interference::applies)
        .map(InterferenceRow::note)
        .findFirst();
  }

  /** What is worth saying beside a value that is trusted; empty where nothing is. */
  static Optional<String> remark(PatientOnDay day, Observation observation) {
    Interference interference = new Interference(day, observation, null);
    return day.knowledge().tables().interferences().stream()
        .filter(row -> row.analyte().equals(observation.code()) && row.remarkOnly())
        .filter(interference::applies)
        .map(InterferenceRow::note)
        .findFirst();
  }

  private boolean applies(InterferenceRow row) {
    if (row.unlessAbove() != null && isAbove(row.unlessAbove())) {
      return false;
    }
    return switch (row.kind()) {
      case "condition" ->
          orEmpty(day.given().conditions()).stream()
              .filter(c -> c.code().equals(row.code()))
              .anyMatch(
                  c ->
                      c.status().equals("active")
                          || !day.knowledge().term("condition", c.code()).acute());
      case "medication" ->
          orEmpty(day.given().medications()).stream()
              .anyMatch(m -> m.code().equals(row.code()) && wasTaken(m, row));
      case "test-below" ->
          newestValue(row.code()).filter(value -> value.compareTo(row.limit()) < 0).isPresent();
      default -> day.isPregnant();
    };
  }

  private boolean isAbove(BigDecimal score) {
    return reported.uom().equals(ObservationCheck.SDS)
        ? reported.value().compareTo(score) > 0
        : observation.high() != null && observation.value().compareTo(observation.high()) > 0;
  }

  /** Whether the medication was taken when the sample was drawn, or shortly before. */
  private boolean wasTaken(Medication medication, InterferenceRow row) {
    int weeks = row.afterWeeks() == null ? 0 : row.afterWeeks();
    return medication.begunBy(observation.date())
        && (medication.stop() == null
            || !medication.stop().plusWeeks(weeks).isBefore(observation.date()));
  }

  /** The newest plausible value; of several on one day the lowest. */
  private Optional<BigDecimal> newestValue(String test) {
    AnalyteRow analyte = day.knowledge().analyte(test);
    UnitRow unit = analyte.units().get(0);
    return orEmpty(day.given().observations()).stream()
        .filter(o -> o.code().equals(test) && o.value() != null && unit.uom().equals(o.uom()))
        .filter(o -> !o.date().isAfter(day.asOf()) && isPlausible(o, unit, analyte))
        .max(
            Comparator.comparing(Observation::date)
                .thenComparing(Observation::value, Comparator.reverseOrder()))
        .map(Observation::value);
  }

  private static boolean isPlausible(Observation observation, UnitRow unit, AnalyteRow analyte) {
    Quantity value = new Quantity(observation.value(), unit.uom());
    return Plausibility.of(value, unit, value, analyte).problem().isEmpty();
  }
}
