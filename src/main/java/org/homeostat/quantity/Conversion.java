package org.homeostat.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * How one unit of one analyte becomes another: {@code per} of the unit {@code from} make one of the
 * unit {@code to}, and {@code plus} is added (HbA1c: % = mmol/mol / 10.929 + 2.15). The factor
 * belongs to the analyte (6.00 pmol/L make one uIU/mL of insulin) and comes from the table of
 * analytes.
 */
public record Conversion(String from, String to, BigDecimal per, BigDecimal plus) {

  public Conversion {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(plus, "plus");
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
    require(quantity, from);
    return new Quantity(quantity.value().divide(per, MathContext.DECIMAL64).add(plus), to);
  }

  /**
   * The quantity in the unit {@code from}: the way back.
   *
   * @throws IllegalArgumentException when the quantity is not in the unit {@code to}
   */
  public Quantity reverse(Quantity quantity) {
    require(quantity, to);
    return new Quantity(quantity.value().subtract(plus).multiply(per, MathContext.DECIMAL64), from);
  }

  private static void require(Quantity quantity, String uom) {
    if (!quantity.uom().equals(uom)) {
      throw new IllegalArgumentException(
          "a conversion of " + uom + " was given " + quantity.text());
    }
  }
}
