package org.homeostat.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.quantity.Formulas;
import org.homeostat.quantity.Quantity;

/**
 * How a test moved from the patient's own baseline.
 *
 * @param kind {@code on-treatment}: since the start; {@code after-stopping}: since the last value
 *     on treatment
 * @param code test
 * @param scope agents that it is about
 * @param since start or stop of the course
 * @param today day of the advice
 * @param before baseline, in the unit of {@code now}
 * @param now newest value
 * @param reference the change in the first unit of the test
 */
public record Change(
    String kind,
    String code,
    String scope,
    LocalDate since,
    LocalDate today,
    LocalDate beforeDate,
    Quantity before,
    LocalDate nowDate,
    Quantity now,
    Quantity reference)
    implements Derived {

  private static final Set<String> KINDS = Set.of("on-treatment", "after-stopping");

  public Change {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "'" + kind + "' is none of " + new TreeSet<>(KINDS) + "; write one of them");
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** From two observations, in the unit of both, else in the first unit of the test. */
  public Change(
      String kind,
      String scope,
      LocalDate since,
      LocalDate today,
      UsableObservation before,
      UsableObservation now) {
    this(
        kind,
        now.code(),
        scope,
        since,
        today,
        before.date(),
        before.value().uom().equals(now.value().uom()) ? before.value() : before.reference(),
        now.date(),
        before.value().uom().equals(now.value().uom()) ? now.value() : now.reference(),
        Formulas.change(before.reference(), now.reference()));
  }

  /** From two computed values of one unit. */
  public Change(
      String kind,
      String code,
      String scope,
      LocalDate since,
      LocalDate today,
      LocalDate beforeDate,
      Quantity before,
      LocalDate nowDate,
      Quantity now) {
    this(
        kind,
        code,
        scope,
        since,
        today,
        beforeDate,
        before,
        nowDate,
        now,
        Formulas.change(before, now));
  }

  /** By how much it moved; negative for a fall. */
  public Quantity amount() {
    return Formulas.change(before, now);
  }

  /** Whether it fell. */
  public boolean isFall() {
    return amount().value().signum() < 0;
  }

  /** Change in percent of the baseline; null where the baseline is no positive number of a unit. */
  public BigDecimal percent() {
    return before.value().signum() <= 0 || before.uom().equals("{SDS}")
        ? null
        : amount().value().multiply(HUNDRED).divide(before.value(), MathContext.DECIMAL64);
  }

  /** Whether it rose by more than so many percent of the baseline; from zero any rise is more. */
  public boolean roseByMoreThan(BigDecimal limit) {
    return amount().value().multiply(HUNDRED).compareTo(before.value().multiply(limit)) > 0;
  }

  /** Whether it fell by so many percent of the baseline or more. */
  public boolean fellBy(BigDecimal limit) {
    return isFall()
        && amount().value().negate().multiply(HUNDRED).compareTo(before.value().multiply(limit))
            >= 0;
  }

  /** Days from the start or stop to the day of the advice. */
  public long courseDays() {
    return ChronoUnit.DAYS.between(since, today);
  }

  /** Days from the start or stop to the newest value. */
  public long valueDays() {
    return ChronoUnit.DAYS.between(since, nowDate);
  }
}
