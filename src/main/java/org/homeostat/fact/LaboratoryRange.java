package org.homeostat.fact;

import java.math.BigDecimal;

/**
 * A reported number beside the range that its laboratory gave. Each end counts on its own.
 *
 * @param value null where only a score was reported
 * @param uom UCUM code of all three; null where it was not reported
 * @param low null where it was not given
 * @param high null where it was not given
 */
public record LaboratoryRange(BigDecimal value, String uom, BigDecimal low, BigDecimal high) {

  /** No range was given. */
  public static final LaboratoryRange NONE = new LaboratoryRange(null, null, null, null);

  /** Whether both have the same ends. */
  public boolean hasEndsOf(LaboratoryRange other) {
    return isSame(low, other.low) && isSame(high, other.high);
  }

  private static boolean isSame(BigDecimal one, BigDecimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }

  /** Whether the number lies above the range; never where its ends are inverted. */
  public boolean isExceeded() {
    return !isInverted() && value != null && high != null && value.compareTo(high) > 0;
  }

  /** Whether the number lies below the range; never where its ends are inverted. */
  public boolean isUndercut() {
    return !isInverted() && value != null && low != null && value.compareTo(low) < 0;
  }

  /** Whether its ends are the wrong way round. */
  public boolean isInverted() {
    return low != null && high != null && low.compareTo(high) > 0;
  }

  /** The range as it follows a value that lies outside it; empty where it lies inside. */
  public String text() {
    if (isExceeded()) {
      return " (laboratory range to " + high.toPlainString() + ")";
    }
    return isUndercut() ? " (laboratory range from " + low.toPlainString() + ")" : "";
  }
}
