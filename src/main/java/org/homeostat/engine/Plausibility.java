package org.homeostat.engine;

import java.math.BigDecimal;
import java.util.List;
import org.homeostat.fact.Observation;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.UnitRow;
import org.homeostat.quantity.Quantity;

/**
 * Whether a reported number can be what it says it is.
 *
 * @param problem data-quality code of why the value is set aside; empty where it is not
 * @param why the problem in words
 * @param isDangerous whether the value would be an emergency if it were real
 * @param isUnitDoubtful whether the number looks like one in another unit
 * @param isUnusual whether a plausible value is worth verifying
 */
record Plausibility(
    String problem, String why, boolean isDangerous, boolean isUnitDoubtful, boolean isUnusual) {

  /**
   * Looks at a number in the unit in which it was reported.
   *
   * @param unit the row of that unit; without a range of its own the one of the unit it is
   *     converted to counts
   * @param converted the value in that other unit
   */
  static Plausibility of(Quantity reported, UnitRow unit, Quantity converted, AnalyteRow analyte) {
    boolean doubtful =
        isDoubtful(reported.value(), unit.doubtful())
            || isDoubtful(converted.value(), analyte.unit(converted.uom()).doubtful());
    BigDecimal number = unit.plausible() == null ? converted.value() : reported.value();
    List<BigDecimal> range =
        unit.plausible() == null ? analyte.unit(converted.uom()).plausible() : unit.plausible();
    boolean tooLow = range != null && number.compareTo(range.get(0)) < 0;
    boolean tooHigh = range != null && number.compareTo(range.get(3)) > 0;
    if (tooLow || tooHigh) {
      String ends = analyte.dangerous();
      boolean dangerous =
          ends != null && (ends.equals("both") || ends.equals(tooLow ? "low" : "high"));
      String why =
          "it lies outside the plausible range"
              + (doubtful ? " and looks like a number in another unit; verify the unit" : "");
      return new Plausibility("implausible", why, dangerous, doubtful, false);
    }
    boolean unusual =
        range != null && (number.compareTo(range.get(1)) < 0 || number.compareTo(range.get(2)) > 0);
    return new Plausibility("", "", false, doubtful, unusual);
  }

  /** Whether an observation in a known unit can be used as what it says it is. */
  static boolean isPlausible(Observation observation, AnalyteRow analyte) {
    Quantity reported = new Quantity(observation.value(), observation.uom());
    UnitRow unit = analyte.unit(reported.uom());
    return unit != null
        && of(reported, unit, analyte.judged(reported), analyte).problem().isEmpty();
  }

  private static boolean isDoubtful(BigDecimal number, List<BigDecimal> ends) {
    return ends != null
        && (ends.get(0) != null && number.compareTo(ends.get(0)) >= 0
            || ends.get(1) != null && number.compareTo(ends.get(1)) <= 0);
  }
}
