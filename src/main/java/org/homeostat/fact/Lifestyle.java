package org.homeostat.fact;

import java.math.BigDecimal;

/** How the patient lives. Components are null where they were not asked. */
public record Lifestyle(
    BigDecimal activityMinutesPerWeek,
    String dietQuality,
    BigDecimal sleepHours,
    Boolean smoker,
    BigDecimal alcoholUnitsPerWeek) {

  /** Whether all three that bear on the tier were asked: activity, diet and sleep. */
  public boolean isComplete() {
    return activityMinutesPerWeek != null && dietQuality != null && sleepHours != null;
  }
}
