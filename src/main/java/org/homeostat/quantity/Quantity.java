package org.homeostat.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A number with its unit. The unit is a UCUM code such as {@code mg/dL}; {@code 1} stands for a
 * dimensionless number. Two quantities compare only in one unit: values are never converted on the
 * way into a comparison, because rounding would move them across a cut-off.
 *
 * @param value the number as given
 * @param uom the UCUM code; called {@code uom} because a component named {@code unit} cannot be
 *     read by compiled rules
 */
public record Quantity(BigDecimal value, String uom) {

  public Quantity {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(uom, "uom");
  }

  /** A quantity from a decimal literal such as {@code "5.6"}. */
  public static Quantity of(String value, String uom) {
    return new Quantity(new BigDecimal(value), uom);
  }

  /**
   * Order of two quantities of one unit: negative, zero or positive.
   *
   * @throws IllegalArgumentException when the units differ
   */
  public int compare(Quantity other) {
    if (!uom.equals(other.uom)) {
      throw new IllegalArgumentException(
          "cannot compare " + text() + " with " + other.text() + ": convert to one unit first");
    }
    return value.compareTo(other.value);
  }

  /** Whether both are one number in one unit, however many decimals were written. */
  public boolean isSameAs(Quantity other) {
    return uom.equals(other.uom) && value.compareTo(other.value) == 0;
  }

  /** The quantity as it was given, with a readable unit: {@code 12 uIU/mL}, {@code 7.0 mmol/L}. */
  public String text() {
    String number = value.toPlainString();
    return uom.equals("1") || uom.isEmpty() ? number : number + " " + readable(uom);
  }

  /**
   * A computed or converted quantity with at most two decimals. Rounding is downwards, so that what
   * is shown never reaches a cut-off that the value itself does not reach.
   */
  public String shortText() {
    BigDecimal shown = value.scale() > 2 ? value.setScale(2, RoundingMode.FLOOR) : value;
    return new Quantity(shown, uom).text();
  }

  private static String readable(String uom) {
    if (uom.equals("a")) {
      return "years";
    }
    return uom.replace("[in_i]", "in")
        .replace("[lb_av]", "lb")
        .replace("[", "")
        .replace("]", "")
        .replace("{", "")
        .replace("}", "")
        .replace('_', ' ');
  }
}
