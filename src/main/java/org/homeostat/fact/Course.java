package org.homeostat.fact;

import java.time.LocalDate;

/**
 * The present course of growth hormone axis agents: it lasts since the earliest start among those
 * that are current.
 *
 * @param at the entry of the protocol that began it
 */
public record Course(String at, LocalDate start, String text) implements CaseFact {

  /** Whether it began after the condition did for certain. */
  public boolean beganAfter(Condition condition) {
    return condition.onset() != null && PartialDate.lastDay(condition.onset()).isBefore(start);
  }
}
