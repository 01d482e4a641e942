package org.homeostat.fact;

import java.math.BigDecimal;
import java.util.List;
import org.homeostat.quantity.Quantity;

/**
 * A row of the monitoring schedule: when a test is due in a course.
 *
 * @param code test, examination or topic
 * @param scope agents of the course that it belongs to
 * @param point its column in the schedule, such as {@code week-12}
 * @param tiers tiers that it holds for
 * @param need a finding without which it does not hold; empty: none
 * @param unless a finding that makes it pointless; empty: none
 * @param counts what its days are counted from, such as {@code start}; empty where it is not dated
 * @param fromDays first day of its window, counted from there
 * @param toDays day on which it is due, counted from there
 * @param sinceDays day of the course since which the newest value counts; null: any
 * @param topic whether it is looked at and never recorded as done
 * @param everyWeeks weeks from one value to the next; null: no interval
 * @param undated what is said in place of a number; empty: it is dated
 * @param provenance {@code document}, {@code label}, {@code guideline} or {@code judgement}
 */
public record Checkpoint(
    String code,
    String name,
    String scope,
    String point,
    List<String> tiers,
    String need,
    String unless,
    String counts,
    Integer fromDays,
    Integer toDays,
    Integer sinceDays,
    boolean topic,
    Integer everyWeeks,
    String undated,
    String provenance,
    String why,
    String source)
    implements TableRow {

  public Checkpoint {
    tiers = List.copyOf(tiers);
  }

  /** Whether it holds in every tier. */
  public boolean isEveryTier() {
    return tiers.contains("low") && tiers.contains("moderate") && tiers.contains("high");
  }

  /** Weeks from one value to the next. */
  public Quantity interval() {
    return everyWeeks == null ? null : new Quantity(BigDecimal.valueOf(everyWeeks), "wk");
  }

  /** Whether it holds in the tier. */
  public boolean isFor(String tier) {
    return tiers.contains(tier);
  }

  @Override
  public String table() {
    return "schedule";
  }

  @Override
  public String text() {
    return name
        + ", "
        + Wording.words(point)
        + (undated.isEmpty() ? "" : ", " + undated)
        + ": "
        + why
        + " ("
        + provenance
        + ")";
  }
}
