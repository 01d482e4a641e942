package org.homeostat.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/**
 * When a sample was drawn.
 *
 * @param date the day
 * @param at the time, with an offset or local; may be null
 */
record Draw(LocalDate date, Temporal at) {

  /** Whether both are one draw: at the same time, or, without comparable times, on one day. */
  boolean isSameAs(Draw other) {
    if (at instanceof OffsetDateTime a && other.at instanceof OffsetDateTime b) {
      return a.isEqual(b);
    }
    if (at instanceof LocalDateTime && other.at instanceof LocalDateTime) {
      return at.equals(other.at);
    }
    return date.equals(other.date);
  }
}
