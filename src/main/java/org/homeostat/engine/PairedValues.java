package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.util.List;
import java.util.Optional;
import org.homeostat.fact.Observation;
import org.homeostat.knowledge.Tables.AnalyteRow;

/** Values of one draw of which one must lie above the other, as systolic above diastolic. */
final class PairedValues {

  private PairedValues() {}

  /** Why the value contradicts those measured with it; empty where it does not. */
  static Optional<String> contradiction(
      Observation observation, AnalyteRow analyte, PatientOnDay day) {
    if (analyte.exceeds() != null) {
      return contradiction(observation, analyte.exceeds(), 1, "above", day);
    }
    return day.knowledge().tables().analytes().stream()
        .filter(row -> analyte.code().equals(row.exceeds()))
        .findFirst()
        .flatMap(row -> contradiction(observation, row.code(), -1, "below", day));
  }

  /** A contradiction where there are values of the other test and none is on the right side. */
  private static Optional<String> contradiction(
      Observation observation, String other, int sign, String side, PatientOnDay day) {
    List<Observation> paired =
        orEmpty(day.given().observations()).stream()
            .filter(o -> o.code().equals(other) && o.value() != null)
            .filter(o -> observation.uom().equals(o.uom()) && observation.isSameDraw(o))
            .filter(o -> Plausibility.isPlausible(o, day.knowledge().analyte(other)))
            .toList();
    boolean contradicts =
        !paired.isEmpty()
            && paired.stream().noneMatch(o -> observation.value().compareTo(o.value()) * sign > 0);
    return contradicts
        ? Optional.of("it does not lie " + side + " the " + day.knowledge().name(other))
        : Optional.empty();
  }
}
