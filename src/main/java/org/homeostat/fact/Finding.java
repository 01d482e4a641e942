package org.homeostat.fact;

import org.homeostat.quantity.Quantity;

/**
 * A conclusion about the patient that later rules build on.
 *
 * @param code what was found, such as {@code insulin-resistance}
 * @param about what it was found in, such as a test code; empty when the code says it all
 * @param value a computed value that a later rule compares; may be null
 */
public record Finding(String code, String about, Quantity value) implements Derived {

  /** A finding whose code says it all. */
  public Finding(String code) {
    this(code, "", null);
  }

  /** A finding about something, without a value. */
  public Finding(String code, String about) {
    this(code, about, null);
  }

  /** Whether what it is about follows the other, so that a pair of findings is looked at once. */
  public boolean isListedAfter(String other) {
    return about.compareTo(other) > 0;
  }
}
