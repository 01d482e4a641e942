package org.homeostat.fact;

import java.time.LocalDate;

/**
 * The use of a group of agents as it stands on the day of the advice. Agents that are taken make a
 * current course since the earliest start among them; where none is taken, those that are planned
 * make a planned one; where none is planned either, those that were taken make a stopped one.
 *
 * @param at the entry of the protocol that began it, or that ended last
 * @param scope agent code, class or group that it is about, such as {@code gh-axis}
 * @param main whether the scope is one of those into which the whole protocol falls
 * @param status {@code current}, {@code planned} or {@code stopped}
 * @param start first day; of a plan without a date the day of the advice; null where it was not
 *     said
 * @param stop day from which none was taken any longer; null unless stopped
 * @param today day of the advice
 */
public record Course(
    String at,
    String scope,
    boolean main,
    String status,
    LocalDate start,
    LocalDate stop,
    LocalDate today,
    String text)
    implements CaseFact {

  /** Whether its agents are planned or taken. */
  public boolean isActive() {
    return !status.equals("stopped");
  }

  /** Whether it began after the condition did for certain. */
  public boolean beganAfter(Condition condition) {
    return condition.onset() != null && PartialDate.lastDay(condition.onset()).isBefore(start);
  }

  /** Whether the day lies within the course that is over. */
  public boolean covered(LocalDate day) {
    return stop != null && !day.isAfter(stop) && (start == null || day.isAfter(start));
  }
}
