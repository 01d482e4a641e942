package org.homeostat.advice;

import java.util.Locale;

/** Metabolic risk tier, the most urgent first. */
public enum TierLevel {
  STOP,
  HIGH,
  INDETERMINATE,
  MODERATE,
  LOW;

  /** The level of a code such as {@code high}. */
  public static TierLevel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The code of the contract: {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
