package org.homeostat.fact;

import java.math.BigDecimal;

/**
 * What a trial found for an agent and a test.
 *
 * @param percent mean change in percent of the own baseline; null: not told so
 * @param change mean change in {@code uom}; null: not told so
 * @param any whether any fall is as far as the trial goes
 */
public record Benchmark(
    String agent,
    String code,
    BigDecimal percent,
    BigDecimal change,
    String uom,
    boolean any,
    String note,
    String source)
    implements TableRow {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Whether the change goes at least half as far as the mean of the trial. */
  public boolean isReachedBy(Change moved) {
    if (any) {
      return moved.isFall();
    }
    return percent != null
        ? moved.fellBy(percent.negate().multiply(HALF))
        : moved.reference().uom().equals(uom)
            && moved.reference().value().compareTo(change.multiply(HALF)) <= 0;
  }

  @Override
  public String table() {
    return "benchmarks";
  }

  @Override
  public String text() {
    return note;
  }
}
