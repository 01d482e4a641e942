package org.homeostat.engine;

import org.homeostat.rulebook.RuleOutline;

/**
 * How far a rule came on one case.
 *
 * @param rule what it asks
 * @param held how many of its conditions, counted from the first, hold together
 * @param matches in how many ways all of them hold
 */
public record Reach(RuleOutline rule, int held, int matches) {

  /** Whether the rule holds. */
  public boolean holds() {
    return matches > 0;
  }

  /**
   * The condition at which it stopped.
   *
   * @throws IllegalStateException when the rule holds
   */
  public RuleOutline.Asked stoppedAt() {
    if (holds()) {
      throw new IllegalStateException("rule '" + rule.id() + "' holds");
    }
    return rule.conditions().get(held);
  }
}
