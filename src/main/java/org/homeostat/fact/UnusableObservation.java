package org.homeostat.fact;

import org.homeostat.quantity.Quantity;

/**
 * An observation that exists and cannot be used as what it says it is.
 *
 * @param code the observation code as reported
 * @param name its name in a sentence
 * @param problem the data-quality code, such as {@code implausible}
 * @param dangerous whether the value would be an emergency if it were real
 * @param value in the unit in which it would be judged; null where the unit is not known
 */
public record UnusableObservation(
    String at,
    String code,
    String name,
    String problem,
    boolean dangerous,
    Quantity value,
    String text)
    implements CaseFact {}
