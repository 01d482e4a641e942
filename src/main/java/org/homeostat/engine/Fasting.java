package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.homeostat.fact.Observation;
import org.homeostat.knowledge.Tables.AnalyteRow;

/**
 * Whether a sample was taken fasting, as its test needs it. Times count before stated hours, and
 * hours before a flag.
 *
 * @param problem data-quality code of why it does not count as fasting; empty where it does
 * @param why the problem in words
 * @param isUnusual whether the fast is longer than usual
 */
record Fasting(String problem, String why, boolean isUnusual) {

  private static final Fasting SHOWN = new Fasting("", "", false);
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  static Fasting of(Observation observation, AnalyteRow analyte) {
    if (analyte.fastingHours() == null) {
      return SHOWN;
    }
    BigDecimal needed = analyte.fastingHours().get(0);
    BigDecimal hours = hours(observation);
    if (hours == null) {
      return observation.fastingStated()
          ? SHOWN
          : new Fasting(
              "fasting-unknown", "nothing shows " + needed + " hours without calories", false);
    }
    if (hours.signum() < 0) {
      return new Fasting("contradictory", "the last intake lies after the sample", false);
    }
    String shown = hours.stripTrailingZeros().toPlainString();
    if (hours.compareTo(needed) < 0) {
      return new Fasting("not-fasting", "taken " + shown + " h after calories", false);
    }
    if (hours.compareTo(analyte.fastingHours().get(2)) > 0) {
      return new Fasting("implausible", "nobody fasts for " + shown + " hours", false);
    }
    return new Fasting("", "", hours.compareTo(analyte.fastingHours().get(1)) > 0);
  }

  private static BigDecimal hours(Observation observation) {
    if (observation.collectedAt() == null || observation.lastIntakeAt() == null) {
      return observation.fastingHours();
    }
    long minutes =
        Duration.between(observation.lastIntakeAt(), observation.collectedAt()).toMinutes();
    return BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.FLOOR);
  }
}
