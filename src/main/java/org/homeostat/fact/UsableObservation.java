package org.homeostat.fact;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Objects;
import org.homeostat.quantity.Formulas;
import org.homeostat.quantity.Quantity;

/**
 * An observation that is fit to be judged: its unit is known, its value plausible, its date not in
 * the future, and nothing in the case makes the assay unreliable.
 *
 * @param code what it counts as; a fasting glucose without evidence of fasting counts as random
 * @param value in the reported unit where a cut-off is published in it, else converted (the text
 *     says so)
 * @param reference the same in the first unit of the table, for formulas
 * @param date day of the sample
 * @param collectedAt time of the sample; may be null
 * @param newest whether no value of its code is of a later day; of several on that day all count
 * @param previous whether only values of the newest day are of a later day
 * @param current whether it lies in the window in which its code can be a reason of the tier
 * @param currentForAll whether it lies in that window for every agent, so that it completes the
 *     core data
 * @param unitDoubtful whether the number looks like one in another unit: it warns, and proves
 *     nothing normal
 * @param fasted whether it is shown that the sample was taken fasting
 * @param range the laboratory's own range, which counts before a table's
 * @param method how it was measured; may be null
 * @param reported as it was reported
 */
public record UsableObservation(
    String at,
    String code,
    Quantity value,
    Quantity reference,
    LocalDate date,
    Temporal collectedAt,
    boolean newest,
    boolean previous,
    boolean current,
    boolean currentForAll,
    boolean unitDoubtful,
    boolean fasted,
    LaboratoryRange range,
    String method,
    Quantity reported,
    String text)
    implements CaseFact {

  /** A number that was answered on the day of the advice, such as an age. */
  public static UsableObservation answered(
      String at, String code, Quantity value, LocalDate day, String text) {
    return new UsableObservation(
        at,
        code,
        value,
        value,
        day,
        null,
        true,
        false,
        true,
        true,
        false,
        false,
        LaboratoryRange.NONE,
        null,
        value,
        text);
  }

  /** Whether both samples were taken together: at the same time, or, without times, on one day. */
  public boolean sameDraw(UsableObservation other) {
    return new Draw(date, collectedAt).isSameAs(new Draw(other.date, other.collectedAt));
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

  /** Whether the laboratory gave the lower end of its range. */
  public boolean hasOwnLow() {
    return range.low() != null;
  }

  /** Whether the laboratory gave the upper end of its range. */
  public boolean hasOwnHigh() {
    return range.high() != null;
  }

  /** Whether it lies above the laboratory's own range. */
  public boolean isAboveOwnRange() {
    return range.isExceeded();
  }

  /** Whether it lies below the laboratory's own range. */
  public boolean isBelowOwnRange() {
    return range.isUndercut();
  }

  /** Whether it lies outside the laboratory's own range. */
  public boolean isOutsideOwnRange() {
    return range.isExceeded() || range.isUndercut();
  }

  /** How far it lies above the other: in the unit of both, else in the reference unit. */
  public Quantity riseFrom(UsableObservation before) {
    boolean sameUnit = value.uom().equals(before.value.uom());
    return sameUnit
        ? Formulas.change(before.value, value)
        : Formulas.change(before.reference, reference);
  }

  /** Whether it was taken at least so many days after the given one; null: whenever. */
  public boolean isSince(LocalDate day, Integer days) {
    return days == null || !date.isBefore(day.plusDays(days));
  }

  /** Whether both are told, or can be told, in one unit. */
  public boolean hasUnitOf(UsableObservation other) {
    return value.uom().equals(other.value.uom()) || reference.uom().equals(other.reference.uom());
  }

  /** Whether both were measured by one method, as far as it was said. */
  public boolean hasMethodOf(UsableObservation other) {
    return hasUnitOf(other) && Objects.equals(method, other.method);
  }

  /**
   * Whether both are scores, or were measured by one method against one range of the laboratory.
   */
  public boolean hasScaleOf(UsableObservation other) {
    boolean score = value.uom().equals("{SDS}");
    return score
        ? value.uom().equals(other.value.uom())
        : hasMethodOf(other) && range.hasEndsOf(other.range) && !other.value.uom().equals("{SDS}");
  }

  /** The same measurement with its place among those of its code. */
  public UsableObservation placed(boolean isNewest, boolean isPrevious) {
    return new UsableObservation(
        at,
        code,
        value,
        reference,
        date,
        collectedAt,
        isNewest,
        isPrevious,
        current,
        currentForAll,
        unitDoubtful,
        fasted,
        range,
        method,
        reported,
        text);
  }
}
