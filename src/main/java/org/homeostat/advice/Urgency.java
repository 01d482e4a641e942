package org.homeostat.advice;

import java.util.Locale;

/** How soon a recommendation wants attention, the most urgent first. */
public enum Urgency {
  CRITICAL,
  WARNING,
  INFO;

  /** The urgency of a code such as {@code warning}. */
  public static Urgency of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The code of the contract: {@code warning}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
