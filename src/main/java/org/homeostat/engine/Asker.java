package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.PatientCase;

/** Asks the engine again about variants of a case, and tells what differs. Not thread-safe. */
class Asker implements AutoCloseable {

  private final Rehearsal rehearsal;
  private final Outcome base;
  private int asked;

  Asker(Rehearsal rehearsal, Outcome base) {
    this.rehearsal = rehearsal;
    this.base = base;
  }

  /** How often the engine was asked. */
  int asked() {
    return asked;
  }

  /** What differs for the other case. */
  WhatIf.Difference difference(PatientCase other) {
    asked++;
    return base.to(rehearsal.outcome(other));
  }

  /** A number at which the answer is another one, and the answer. */
  record Found(BigDecimal number, WhatIf.Difference difference) {}

  /**
   * The nearest number, of those that lead away from the present one, at which the answer differs.
   * Where the answer differs at a point, the gap to the one before it is halved until it is one
   * step wide.
   *
   * @param present the number of the case
   * @param points numbers to try, the nearest first
   * @param step the smallest change
   * @param variant the case with another number; null: it cannot be
   */
  Optional<Found> nearest(
      BigDecimal present,
      List<BigDecimal> points,
      BigDecimal step,
      Function<BigDecimal, PatientCase> variant) {
    BigDecimal same = present;
    for (BigDecimal point : points) {
      Optional<WhatIf.Difference> difference = tried(variant.apply(point));
      if (difference.isPresent()) {
        return Optional.of(narrowed(same, new Found(point, difference.get()), step, variant));
      }
      same = point;
    }
    return Optional.empty();
  }

  private Found narrowed(
      BigDecimal same, Found far, BigDecimal step, Function<BigDecimal, PatientCase> variant) {
    BigDecimal near = same;
    Found found = far;
    while (found.number().subtract(near).abs().compareTo(step) > 0) {
      BigDecimal half = half(near, found.number(), step);
      if (half.compareTo(near) == 0 || half.compareTo(found.number()) == 0) {
        return found;
      }
      Optional<WhatIf.Difference> difference = tried(variant.apply(half));
      if (difference.isPresent()) {
        found = new Found(half, difference.get());
      } else {
        near = half;
      }
    }
    return found;
  }

  private Optional<WhatIf.Difference> tried(PatientCase other) {
    return Optional.ofNullable(other).map(this::difference).filter(WhatIf.Difference::isAny);
  }

  /** The number of the grid nearest to the middle. */
  private static BigDecimal half(BigDecimal one, BigDecimal other, BigDecimal step) {
    return one.add(other)
        .divide(step.add(step), 0, RoundingMode.HALF_EVEN)
        .multiply(step)
        .setScale(Math.max(step.scale(), 0), RoundingMode.HALF_EVEN);
  }

  @Override
  public void close() {
    rehearsal.close();
  }
}
