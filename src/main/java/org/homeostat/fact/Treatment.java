package org.homeostat.fact;

import java.time.LocalDate;

/**
 * An agent of the protocol as it stands on the day of the advice.
 *
 * @param agent agent code
 * @param status {@code planned}, {@code current} or {@code stopped}
 * @param start first day; null when planned without a date
 */
public record Treatment(String at, String agent, String status, LocalDate start, String text)
    implements CaseFact {

  /** Whether it stands behind that place in the case, so that a pair is looked at once. */
  public boolean isAfter(String place) {
    return at.compareTo(place) > 0;
  }
}
