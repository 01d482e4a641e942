package org.homeostat.engine;

import java.util.List;
import org.homeostat.rulebook.RuleOutline;

/**
 * How far a rule came on one case.
 *
 * @param rule what it asks
 * @param held how many of its conditions, counted from the first, hold together
 * @param ways in how many ways the first condition holds, the first two, and so on, as far as it
 *     came
 */
public record Reach(RuleOutline rule, int held, List<Integer> ways) {

  public Reach {
    ways = List.copyOf(ways);
  }

  /** In how many ways all conditions hold. */
  public int matches() {
    return held < rule.conditions().size() || ways.isEmpty() ? 0 : ways.get(held - 1);
  }

  /** Whether the absence stood in the way of some of the ways in which the others hold so far. */
  public boolean isThinnedBy(int absence) {
    return rule.conditions().get(absence).absence()
        && absence < ways.size()
        && absence > 0
        && ways.get(absence) < ways.get(absence - 1);
  }

  /** Whether the rule holds. */
  public boolean holds() {
    return matches() > 0;
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
