package org.homeostat.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where numbers lie on an axis of a drawing. All places have one decimal, so that the same numbers
 * always give the same drawing.
 *
 * @param from number at the beginning of the axis
 * @param to number at its end; above {@code from}
 * @param begin place of {@code from}
 * @param end place of {@code to}
 */
public record Scale(BigDecimal from, BigDecimal to, BigDecimal begin, BigDecimal end) {

  private static final int MOST_TICKS = 5;
  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

  public Scale {
    if (from.compareTo(to) >= 0) {
      throw new IllegalArgumentException("an axis from " + from + " to " + to + " has no length");
    }
  }

  /** An axis between two places. */
  public static Scale of(BigDecimal from, BigDecimal to, int begin, int end) {
    return new Scale(from, to, BigDecimal.valueOf(begin), BigDecimal.valueOf(end));
  }

  /** The place of a number; one outside the axis lies outside its places. */
  public BigDecimal place(BigDecimal number) {
    return number
        .subtract(from)
        .multiply(end.subtract(begin))
        .divide(to.subtract(from), MathContext.DECIMAL64)
        .add(begin)
        .setScale(1, RoundingMode.HALF_UP);
  }

  /** Whether a number lies on the axis. */
  public boolean holds(BigDecimal number) {
    return number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
  }

  /** Round numbers on the axis, at most five, rising. */
  public List<BigDecimal> ticks() {
    BigDecimal length = to.subtract(from);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(length.precision() - length.scale() - 2);
    BigDecimal step = STEPS.get(0).multiply(power);
    for (int i = 0; length.compareTo(step.multiply(BigDecimal.valueOf(MOST_TICKS - 1L))) > 0; i++) {
      step = STEPS.get(i % 3 + 1).multiply(power);
      power = i % 3 == 2 ? power.multiply(BigDecimal.TEN) : power;
    }
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal tick = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; tick.compareTo(to) <= 0; tick = tick.add(step)) {
      ticks.add(plain(tick));
    }
    return ticks;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
