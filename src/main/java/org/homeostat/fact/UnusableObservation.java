package org.homeostat.fact;

import java.time.LocalDate;
import org.homeostat.quantity.Quantity;

/**
 * An observation that exists and cannot be used as what it says it is.
 *
 * @param code the observation code as reported
 * @param name its name in a sentence
 * @param problem the data-quality code, such as {@code implausible}
 * @param dangerous whether the value would be an emergency if it were real
 * @param current whether it lies in the window in which its code counts for the tier
 * @param date day of the sample
 * @param value in the unit in which it would be judged; null where the unit is not known
 */
public record UnusableObservation(
    String at,
    String code,
    String name,
    String problem,
    boolean dangerous,
    boolean current,
    LocalDate date,
    Quantity value,
    String text)
    implements CaseFact {

  /** Whether it was taken on the given day or later. */
  public boolean isNoEarlierThan(LocalDate day) {
    return !date.isBefore(day);
  }
}
