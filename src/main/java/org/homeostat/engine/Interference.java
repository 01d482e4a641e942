package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeostat.fact.Interfering;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Observation;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.InterferenceRow;
import org.homeostat.knowledge.Tables.UnitRow;
import org.homeostat.quantity.Quantity;

/** Finds what in the case makes an assay unreliable. */
final class Interference {

  private final PatientOnDay day;
  private final LocalDate drawn;

  private Interference(PatientOnDay day, LocalDate drawn) {
    this.day = day;
    this.drawn = drawn;
  }

  /** What interferes, in words; empty where nothing does. */
  static Optional<String> of(PatientOnDay day, Observation observation, Quantity reported) {
    return rows(day, observation.code(), observation.date(), false)
        .filter(row -> row.unlessAbove() == null || !isAbove(row, observation, reported))
        .map(InterferenceRow::note)
        .findFirst();
  }

  /** What is worth saying beside a value that is trusted; empty where nothing is. */
  static Optional<String> remark(PatientOnDay day, Observation observation) {
    return rows(day, observation.code(), observation.date(), true)
        .map(InterferenceRow::note)
        .findFirst();
  }

  /** What would make a sample unreliable that is drawn on the day of the advice. */
  static Stream<Interfering> today(PatientOnDay day) {
    return day.knowledge().tables().interferences().stream()
        .map(InterferenceRow::analyte)
        .distinct()
        .flatMap(analyte -> rows(day, analyte, day.asOf(), false))
        .map(
            row ->
                new Interfering(
                    row.analyte(), row.unlessAbove() != null, row.note(), row.source()));
  }

  private static Stream<InterferenceRow> rows(
      PatientOnDay day, String analyte, LocalDate drawn, boolean remarks) {
    Interference interference = new Interference(day, drawn);
    return day.knowledge().tables().interferences().stream()
        .filter(row -> row.analyte().equals(analyte) && row.remarkOnly() == remarks)
        .filter(interference::applies);
  }

  private boolean applies(InterferenceRow row) {
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

  private static boolean isAbove(InterferenceRow row, Observation observation, Quantity reported) {
    boolean byScore =
        reported.uom().equals(ObservationCheck.SDS)
            && reported.value().compareTo(row.unlessAbove()) > 0;
    return byScore || observation.range().isExceeded();
  }

  /** Whether the medication was taken when the sample was drawn, or shortly before. */
  private boolean wasTaken(Medication medication, InterferenceRow row) {
    int weeks = row.afterWeeks() == null ? 0 : row.afterWeeks();
    return medication.begunBy(drawn)
        && (medication.stop() == null || !medication.stop().plusWeeks(weeks).isBefore(drawn));
  }

  /** The newest plausible value; of several on one day the lowest. */
  private Optional<BigDecimal> newestValue(String test) {
    AnalyteRow analyte = day.knowledge().analyte(test);
    UnitRow unit = analyte.units().get(0);
    return orEmpty(day.given().observations()).stream()
        .filter(o -> o.code().equals(test) && o.value() != null && unit.uom().equals(o.uom()))
        .filter(o -> !o.date().isAfter(day.asOf()) && Plausibility.isPlausible(o, analyte))
        .max(
            Comparator.comparing(Observation::date)
                .thenComparing(Observation::value, Comparator.reverseOrder()))
        .map(Observation::value);
  }
}
