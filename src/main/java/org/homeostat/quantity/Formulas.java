package org.homeostat.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** Published formulas, one method each. Results are not rounded. */
public final class Formulas {

  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final BigDecimal CM_PER_M = BigDecimal.valueOf(100);

  private Formulas() {}

  /**
   * HOMA-IR (Matthews 1985): glucose in mmol/L times insulin in uIU/mL over 22.5, or glucose in
   * mg/dL times insulin in uIU/mL over 405. The form is the one of the unit in which glucose was
   * given.
   *
   * @param glucose fasting glucose in mg/dL or mmol/L
   * @param insulin fasting insulin of the same draw in u[IU]/mL
   * @throws IllegalArgumentException for any other unit
   */
  public static Quantity homaIr(Quantity glucose, Quantity insulin) {
    requireUnit(insulin, "u[IU]/mL");
    BigDecimal divisor =
        switch (glucose.uom()) {
          case "mmol/L" -> new BigDecimal("22.5");
          case "mg/dL" -> new BigDecimal("405");
          default ->
              throw new IllegalArgumentException(
                  "HOMA-IR takes glucose in mg/dL or mmol/L, not " + glucose.text());
        };
    BigDecimal index =
        glucose.value().multiply(insulin.value(), PRECISION).divide(divisor, PRECISION);
    return derived(index, "1");
  }

  /**
   * Body mass index: weight in kg over the square of the height in m.
   *
   * @param weight in kg
   * @param height in cm
   * @throws IllegalArgumentException for any other unit
   */
  public static Quantity bodyMassIndex(Quantity weight, Quantity height) {
    requireUnit(weight, "kg");
    requireUnit(height, "cm");
    BigDecimal metres = height.value().divide(CM_PER_M, PRECISION);
    return derived(weight.value().divide(metres.multiply(metres, PRECISION), PRECISION), "kg/m2");
  }

  /**
   * How far two quantities of one unit lie apart, never negative.
   *
   * @throws IllegalArgumentException when the units differ
   */
  public static Quantity difference(Quantity one, Quantity other) {
    requireUnit(other, one.uom());
    return derived(one.value().subtract(other.value()).abs(), one.uom());
  }

  /** One number has one form, so that equal conclusions are equal facts. */
  private static Quantity derived(BigDecimal value, String uom) {
    return new Quantity(value.stripTrailingZeros(), uom);
  }

  private static void requireUnit(Quantity quantity, String uom) {
    if (!quantity.uom().equals(uom)) {
      throw new IllegalArgumentException(
          "the formula takes " + uom + ", not " + quantity.text() + ": convert it first");
    }
  }
}
