package org.homeostat.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeostat.rulebook.RuleLogic.Demand;
import org.homeostat.rulebook.RuleShape.Kind;

/**
 * Whether one rule holds wherever another does: each pattern of the wider rule is found among those
 * of the narrower one, with the same joins, whatever their order and the names of variables.
 */
final class Entailment {

  private final RuleLogic narrow;
  private final RuleLogic wide;
  private final boolean withConclusion;
  private final int[] to;

  private Entailment(RuleLogic narrow, RuleLogic wide, boolean withConclusion) {
    this.narrow = narrow;
    this.wide = wide;
    this.withConclusion = withConclusion;
    this.to = new int[wide.demands().size()];
    Arrays.fill(to, -1);
  }

  /** Whether the wider rule concludes the same wherever the narrower one holds. */
  static boolean ofConclusion(RuleLogic narrow, RuleLogic wide) {
    return narrow.concludes().equals(wide.concludes())
        && narrow.conclusion().size() == wide.conclusion().size()
        && areComparable(narrow, wide)
        && new Entailment(narrow, wide, true).isFound(0);
  }

  /** Whether the conditions of the wider rule hold wherever those of the narrower one do. */
  static boolean ofConditions(RuleLogic narrow, RuleLogic wide) {
    return areComparable(narrow, wide) && new Entailment(narrow, wide, false).isFound(0);
  }

  /** What is collected is compared by no test here. */
  private static boolean areComparable(RuleLogic one, RuleLogic other) {
    return List.of(one, other).stream()
        .flatMap(rule -> rule.demands().stream())
        .noneMatch(demand -> demand.kind() == Kind.ACCUMULATED);
  }

  private boolean isFound(int next) {
    if (next == to.length) {
      return holds();
    }
    for (int i = 0; i < narrow.demands().size(); i++) {
      if (fits(wide.demand(next), narrow.demand(i))) {
        to[next] = i;
        if (isFound(next + 1)) {
          return true;
        }
      }
    }
    to[next] = -1;
    return false;
  }

  private static boolean fits(Demand wanted, Demand given) {
    if (!wanted.type().equals(given.type())) {
      return false;
    }
    if (wanted.kind() == Kind.NOT || given.kind() == Kind.NOT) {
      return wanted.kind() == given.kind()
          && wanted.literals().imply(given.literals())
          && wanted.tests().size() >= given.tests().size();
    }
    return (given.kind() == Kind.HOLDS || wanted.kind() == Kind.EXISTS)
        && given.literals().imply(wanted.literals())
        && wanted.tests().size() <= given.tests().size() + 1;
  }

  private boolean holds() {
    for (Map.Entry<String, String> pair : wide.equalities().entrySet()) {
      if (!moved(pair.getKey()).equals(moved(pair.getValue()))) {
        return false;
      }
    }
    for (int i = 0; i < to.length; i++) {
      List<String> wanted = wide.demand(i).tests().stream().map(this::moved).toList();
      List<String> given = narrow.demand(to[i]).tests().stream().map(narrow::canonical).toList();
      boolean absent = wide.demand(i).kind() == Kind.NOT;
      if (!(absent ? wanted.containsAll(given) : given.containsAll(wanted))) {
        return false;
      }
    }
    return !withConclusion
        || wide.conclusion().stream()
            .map(this::moved)
            .toList()
            .equals(narrow.conclusion().stream().map(narrow::canonical).toList());
  }

  private String moved(String test) {
    return narrow.canonical(RuleLogic.moved(test, to));
  }
}
