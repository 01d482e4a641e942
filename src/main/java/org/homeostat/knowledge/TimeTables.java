package org.homeostat.knowledge;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;

/** The rows of the tables of time: spans, schedule, markers and benchmarks. */
public final class TimeTables {

  private TimeTables() {}

  /**
   * A span of time reckoned back from the day of the advice: days, weeks or months.
   *
   * @param undated whether only its length matters, not its first day
   */
  public record WindowRow(
      String code,
      Integer days,
      Integer weeks,
      Integer months,
      boolean undated,
      String note,
      String source) {

    /** How long it is. */
    public Period length() {
      return days != null
          ? Period.ofDays(days)
          : weeks != null ? Period.ofWeeks(weeks) : Period.ofMonths(months);
    }
  }

  /** A span of time that lies ahead of the day of the advice; without an end where {@code null}. */
  public record IntervalRow(
      String code, int fromWeeks, Integer toWeeks, String note, String source) {}

  /**
   * When a test is due in a course of agents.
   *
   * @param code test, examination or topic
   * @param agents {@link Tables#ANY}, or an agent code, class or group
   * @param point its column, such as {@code week-12}
   * @param tiers tiers that it holds for; null: all
   * @param need a finding without which it does not hold, or null
   * @param unless a finding that makes it pointless, or null
   * @param counts what its weeks are counted from; null where it is not dated
   * @param fromWeeks first week of its window; null: as long as values are valid before a start
   * @param toWeeks week by which it is due; null: it has no last day
   * @param sinceWeek week since which the newest value counts; null: any
   * @param undated what is said in place of a number; null: it is dated
   * @param labelled agents whose label says so; for any other the provenance is judgement; null:
   *     the same for all
   * @param provenance {@code document}, {@code label}, {@code guideline} or {@code judgement}
   */
  public record ScheduleRow(
      String code,
      String agents,
      String point,
      List<String> tiers,
      String need,
      String unless,
      String sex,
      String counts,
      Integer fromWeeks,
      Integer toWeeks,
      Integer sinceWeek,
      String undated,
      List<String> labelled,
      String provenance,
      String why,
      String source) {

    /** What it rests on where it is taken for the agents. */
    public String provenance(List<String> agents) {
      return labelled == null || labelled.containsAll(agents) ? provenance : "judgement";
    }

    /** Whether only some tiers, or a finding, ask for it. */
    public boolean isConditional() {
      return tiers != null || need != null;
    }
  }

  /**
   * A test whose change from the patient's own baseline is told.
   *
   * @param direction {@code down} or {@code none}
   * @param worse percent of rise that is worsening; null: the cut-off of a rise says so
   * @param responding percent of fall that is a response; null: a trial says so
   * @param firstWeek week before which there is no verdict
   * @param valueWeek week before which a value gives none
   * @param scope agents that speak for it before others, or null
   * @param same {@code method} or {@code range} where both values must have it in common, or null
   */
  public record MarkerRow(
      String code,
      String direction,
      BigDecimal worse,
      BigDecimal responding,
      int firstWeek,
      int valueWeek,
      String scope,
      String same,
      boolean fasted,
      boolean adults,
      boolean notInPregnancy,
      String guidance,
      String source) {

    /** Whether it is told at that time of life. */
    public boolean isAt(boolean adult, boolean pregnant) {
      return (!adults || adult) && (!notInPregnancy || !pregnant);
    }
  }

  /**
   * What a trial found for an agent and a test.
   *
   * @param condition only people with it, or null
   * @param fromWeek week of treatment from which the row is taken; null: from the start
   * @param untilWeek week before which it is taken; null: no end
   */
  public record BenchmarkRow(
      String agent,
      String code,
      String condition,
      Integer fromWeek,
      Integer untilWeek,
      BigDecimal percent,
      BigDecimal change,
      String uom,
      boolean any,
      String note,
      String source) {

    /** Whether it is taken after so many days of treatment. */
    public boolean isAt(long days) {
      return (fromWeek == null || days >= 7L * fromWeek)
          && (untilWeek == null || days < 7L * untilWeek);
    }
  }
}
