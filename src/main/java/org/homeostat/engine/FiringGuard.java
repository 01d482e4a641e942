package org.homeostat.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** Stops a case whose rules fire too often or for too long, and names the rules that fired last. */
final class FiringGuard implements AgendaFilter {

  private static final int REMEMBERED = 50;

  private final String caseId;
  private final FiringLimits limits;
  private final int most;
  private final long deadline;
  private final Deque<String> last = new ArrayDeque<>();
  private int firings;

  FiringGuard(String caseId, FiringLimits limits, int facts) {
    this.caseId = caseId;
    this.limits = limits;
    this.most = limits.firingsFor(facts);
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  @Override
  public boolean accept(Match match) {
    last.addLast(match.getRule().getName());
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
    if (++firings > most) {
      throw stopped("more than " + most + " firings");
    }
    checkTime();
    return true;
  }

  void checkTime() {
    if (System.nanoTime() - deadline > 0) {
      throw stopped("more than " + limits.time());
    }
  }

  /** The rule that was about to fire or fired last. */
  String lastRule() {
    return last.isEmpty() ? "none" : last.getLast();
  }

  private RuleFailure stopped(String limit) {
    return new RuleFailure(
        caseId, limit + "; rules that fired last: " + String.join(", ", new TreeSet<>(last)), null);
  }
}
