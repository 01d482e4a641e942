package org.homeostat.engine;

import java.util.stream.Collectors;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.quantity.Quantity;

/**
 * How an observation reads.
 *
 * @param reported the number that is judged, as it was reported; null where there is none
 */
record ObservationText(Observation observation, AnalyteRow analyte, Quantity reported) {

  /**
   * {@code HbA1c 5.9 % on 2026-02-20}.
   *
   * @param converted the value in the unit in which it is judged; null where that is not known
   * @param countsAs the test that it counts as
   */
  String text(Quantity converted, AnalyteRow countsAs) {
    String number = reported == null ? "without a value" : reported.text();
    String judged =
        converted == null || converted.equals(reported) ? "" : " (" + converted.shortText() + ")";
    String as = countsAs.equals(analyte) ? "" : ", as " + countsAs.name() + ",";
    return Wording.sentence(analyte.name())
        + " "
        + number
        + judged
        + as
        + " on "
        + observation.date();
  }

  /** The same value as other laboratories report it. */
  String inOtherUnits() {
    if (reported == null || analyte.unit(reported.uom()) == null) {
      return "";
    }
    return analyte.inOtherUnits(reported).stream()
        .map(other -> ", that is " + other.shortText())
        .collect(Collectors.joining());
  }
}
