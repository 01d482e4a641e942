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
 * @param implausible why it is implausible, in words; empty where it is not
 * @param isDangerous whether the value would be an emergency if it were real
 * @param isUnitDoubtful whether the number looks like one in another unit
 * @param isUnusual whether a plausible value is worth verifying
 */
record Plausibility(
    String implausible, boolean isDangerous, boolean isUnitDoubtful, boolean isUnusual) {

  /**
   * Looks at a number in the unit in which it was reported; where that unit has no range of its
   * own, in the unit in which it is judged.
   *
   * @param reported in a unit that the test knows
   */
  static Plausibility of(Quantity reported, AnalyteRow analyte) {
    UnitRow unit = analyte.unit(reported.uom());
    Quantity converted = analyte.judged(reported);
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
      return new Plausibility(why, dangerous, doubtful, false);
    }
    boolean unusual =
        range != null && (number.compareTo(range.get(1)) < 0 || number.compareTo(range.get(2)) > 0);
    return new Plausibility("", false, doubtful, unusual);
  }

  /** Whether an observation is of a known unit and can be used as what it says it is. */
  static boolean isPlausible(Observation observation, AnalyteRow analyte) {
    return analyte.unit(observation.uom()) != null
        && of(new Quantity(observation.value(), observation.uom()), analyte)
            .implausible()
            .isEmpty();
  }

  private static boolean isDoubtful(BigDecimal number, List<BigDecimal> ends) {
    return ends != null
        && (ends.get(0) != null && number.compareTo(ends.get(0)) >= 0
            || ends.get(1) != null && number.compareTo(ends.get(1)) <= 0);
  }
}
