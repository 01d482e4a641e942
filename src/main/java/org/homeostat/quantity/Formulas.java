package org.homeostat.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

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

  /**
   * By how much a quantity changed; negative for a fall.
   *
   * @throws IllegalArgumentException when the units differ
   */
  public static Quantity change(Quantity before, Quantity now) {
    requireUnit(now, before.uom());
    return derived(now.value().subtract(before.value()), before.uom());
  }

  /**
   * HOMA-B in percent (Matthews 1985): 20 times insulin over glucose in mmol/L less 3.5, or 360
   * times insulin over glucose in mg/dL less 63.
   *
   * @param glucose fasting glucose above 63 mg/dL or 3.5 mmol/L
   * @param insulin fasting insulin of the same draw in u[IU]/mL
   * @throws IllegalArgumentException for any other unit, or where the index is not defined
   */
  public static Quantity homaB(Quantity glucose, Quantity insulin) {
    requireUnit(insulin, "u[IU]/mL");
    boolean molar = glucose.uom().equals("mmol/L");
    if (!molar) {
      requireUnit(glucose, "mg/dL");
    }
    BigDecimal above = glucose.value().subtract(new BigDecimal(molar ? "3.5" : "63"));
    if (above.signum() <= 0) {
      throw new IllegalArgumentException("HOMA-B is not defined for glucose " + glucose.text());
    }
    BigDecimal factor = new BigDecimal(molar ? "20" : "360");
    return derived(factor.multiply(insulin.value(), PRECISION).divide(above, PRECISION), "%");
  }

  /**
   * QUICKI (Katz 2000): 1 over the sum of the decimal logarithms of insulin and glucose.
   *
   * @param glucose fasting glucose in mg/dL
   * @param insulin fasting insulin of the same draw in u[IU]/mL
   * @throws IllegalArgumentException for any other unit
   */
  public static Quantity quicki(Quantity glucose, Quantity insulin) {
    requireUnit(glucose, "mg/dL");
    requireUnit(insulin, "u[IU]/mL");
    double sum =
        StrictMath.log10(insulin.value().doubleValue())
            + StrictMath.log10(glucose.value().doubleValue());
    return rounded(1 / sum, "1");
  }

  /**
   * TyG: natural logarithm of half the product of triglycerides and glucose. (Another formula in
   * use takes half of the logarithm and gives about half of this.)
   *
   * @param triglycerides fasting, in mg/dL
   * @param glucose fasting glucose of the same draw in mg/dL
   * @throws IllegalArgumentException for any other unit
   */
  public static Quantity tyg(Quantity triglycerides, Quantity glucose) {
    requireUnit(triglycerides, "mg/dL");
    requireUnit(glucose, "mg/dL");
    double product = triglycerides.value().doubleValue() * glucose.value().doubleValue();
    return rounded(StrictMath.log(product / 2), "1");
  }

  /**
   * HbA1c that a mean glucose would go with: the inverse of estimated average glucose, 28.7 times
   * HbA1c less 46.7.
   *
   * @param glucose in mg/dL
   * @throws IllegalArgumentException for any other unit
   */
  public static Quantity expectedHba1c(Quantity glucose) {
    requireUnit(glucose, "mg/dL");
    return derived(
        glucose.value().add(new BigDecimal("46.7")).divide(new BigDecimal("28.7"), PRECISION), "%");
  }

  /** The day that lies a number of weeks after another. */
  public static LocalDate weeksAfter(LocalDate day, Integer weeks) {
    return day.plusWeeks(weeks);
  }

  /** The day that lies a number of days after another; before it where the number is negative. */
  public static LocalDate daysAfter(LocalDate day, Integer days) {
    return day.plusDays(days);
  }

  /** Logarithms are not exact: six digits are the same on every machine. */
  private static Quantity rounded(double value, String uom) {
    return derived(new BigDecimal(value, new MathContext(6)), uom);
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
