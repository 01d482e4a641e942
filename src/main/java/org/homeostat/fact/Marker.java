package org.homeostat.fact;

import java.math.BigDecimal;

/**
 * A test whose change from the patient's own baseline is told.
 *
 * @param direction {@code down} where less is better, {@code none} where neither is
 * @param worse percent of rise above which it is worsening; null: the cut-off of a rise says so
 * @param responding percent of fall that counts as a response whatever a trial found; null: half of
 *     what the trial found does
 * @param firstDays days of treatment before which there is no verdict
 * @param valueDays days of treatment before which a value gives none
 * @param scope agents that speak for it before others; empty: none
 * @param same what has to be the same in both values: {@code method}, {@code range}; empty: nothing
 * @param fasted whether only fasting samples count
 * @param guidance ids of the statements that its change bears on, separated by spaces
 */
public record Marker(
    String code,
    String name,
    String direction,
    BigDecimal worse,
    BigDecimal responding,
    int firstDays,
    int valueDays,
    String scope,
    String same,
    boolean fasted,
    String guidance,
    String source)
    implements TableRow {

  /** Whether the two values can be set against each other. */
  public boolean compares(UsableObservation before, UsableObservation now) {
    if (fasted && !(before.fasted() && now.fasted())) {
      return false;
    }
    return switch (same) {
      case "method" -> before.hasMethodOf(now);
      case "range" -> before.hasScaleOf(now);
      default -> before.hasUnitOf(now);
    };
  }

  /** Whether it went so far in the wrong direction that it is worsening. */
  public boolean isWorsenedBy(Change change) {
    return worse != null && direction.equals("down") && change.roseByMoreThan(worse);
  }

  /** Whether it is too early for a verdict. */
  public boolean isTooEarlyFor(Change change) {
    return change.courseDays() < firstDays || change.valueDays() < valueDays;
  }

  /** Whether it is time for a verdict. */
  public boolean isDueFor(Change change) {
    return !isTooEarlyFor(change);
  }

  /** Whether the value fell as far as a response asks. */
  public boolean isRespondingTo(Change change) {
    return responding != null && change.fellBy(responding);
  }

  /** Whether the value fell, and by less than a response asks. */
  public boolean isShortOf(Change change) {
    return responding != null && change.isFall() && !change.fellBy(responding);
  }

  @Override
  public String table() {
    return "markers";
  }

  @Override
  public String text() {
    return name
        + ": "
        + (worse == null ? "" : "more than " + worse.toPlainString() + " % up is worsening; ")
        + "no verdict before week "
        + firstDays / 7;
  }
}
