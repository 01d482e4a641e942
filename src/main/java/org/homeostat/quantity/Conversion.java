package org.homeostat.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * How one unit of one analyte becomes another: {@code per} of the unit {@code from} make one of the
 * unit {@code to}. The factor belongs to the analyte (6.00 pmol/L make one uIU/mL of insulin) and
 * comes from the table of analytes.
 */
public record Conversion(String from, String to, BigDecimal per) {

  public Conversion {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (per.signum() <= 0) {
      throw new IllegalArgumentException(
          "the factor from " + from + " to " + to + " is " + per + ": it must be above 0");
    }
  }

  /**
   * The quantity in the unit {@code to}, exact where the division is exact, else to 16 digits.
   *
   * @throws IllegalArgumentException when the quantity is not in the unit {@code from}
   */
  public Quantity apply(Quantity quantity) {
    if (!quantity.uom().equals(from)) {
      throw new IllegalArgumentException(
          "a conversion from " + from + " was given " + quantity.text());
    }
    return new Quantity(quantity.value().divide(per, MathContext.DECIMAL64), to);
  }
}
