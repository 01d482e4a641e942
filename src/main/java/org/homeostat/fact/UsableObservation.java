package org.homeostat.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import org.homeostat.quantity.Quantity;

/**
 * An observation that is fit to be judged: its unit is known, its value plausible, its date not in
 * the future, and nothing in the case makes the assay unreliable.
 *
 * @param code what it counts as; a fasting glucose without evidence of fasting counts as random
 * @param value in the reported unit where a cut-off is published in it, else converted (the text
 *     says so)
 * @param date day of the sample
 * @param collectedAt time of the sample; may be null
 * @param newest whether no value of its code is of a later day; of several on that day all count
 * @param previous whether only values of the newest day are of a later day
 * @param current whether it lies in the window in which its code counts for the tier
 * @param ownLow whether the laboratory's own lower end was given, which counts before a table's
 * @param ownHigh whether the laboratory's own upper end was given, which counts before a table's
 */
public record UsableObservation(
    String at,
    String code,
    Quantity value,
    LocalDate date,
    Temporal collectedAt,
    boolean newest,
    boolean previous,
    boolean current,
    boolean ownLow,
    boolean ownHigh,
    String text)
    implements CaseFact {

  /** Whether both samples were taken together: at the same time, or, without times, on one day. */
  public boolean sameDraw(UsableObservation other) {
    if (collectedAt instanceof OffsetDateTime a && other.collectedAt instanceof OffsetDateTime b) {
      return a.isEqual(b);
    }
    if (collectedAt instanceof LocalDateTime && other.collectedAt instanceof LocalDateTime) {
      return collectedAt.equals(other.collectedAt);
    }
    return date.equals(other.date);
  }

  /** Whether this sample was taken on a later day than the given one. */
  public boolean isLaterThan(LocalDate day) {
    return date.isAfter(day);
  }

  /** Whether this sample was taken on the given day or later. */
  public boolean isNoEarlierThan(LocalDate day) {
    return !date.isBefore(day);
  }

  /** Whether this sample was taken on a day before the given one. */
  public boolean isEarlierThan(LocalDate day) {
    return date.isBefore(day);
  }

  /** Whether this sample was taken on the given day or before. */
  public boolean isNoLaterThan(LocalDate day) {
    return !date.isAfter(day);
  }

  /** Whether the value lies beyond a cut-off of a table that no own end of range replaces. */
  public boolean isBeyondByTable(Cutoff limit) {
    return limit.isReachedBy(value) && !(limit.side().equals("below") ? ownLow : ownHigh);
  }

  /** The same measurement with its place among those of its code. */
  public UsableObservation placed(boolean isNewest, boolean isPrevious) {
    return new UsableObservation(
        at, code, value, date, collectedAt, isNewest, isPrevious, current, ownLow, ownHigh, text);
  }
}
