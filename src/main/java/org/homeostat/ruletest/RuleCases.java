package org.homeostat.ruletest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeostat.ruletest.Outcome.Status;

/**
 * The cases that are named after rules and pass: in which a rule fires, and in which it stays
 * silent.
 */
public final class RuleCases {

  private final SortedMap<String, TreeSet<String>> firing = new TreeMap<>();
  private final SortedMap<String, TreeSet<String>> silent = new TreeMap<>();

  private RuleCases() {}

  /** Those of a run; a case that does not pass shows nothing and is left out. */
  public static RuleCases of(TestResult result) {
    RuleCases cases = new RuleCases();
    for (Outcome outcome : result.outcomes()) {
      if (outcome.status() == Status.PASSED) {
        RuleUse.of(outcome.path())
            .ifPresent(
                use ->
                    (use.holds() ? cases.firing : cases.silent)
                        .computeIfAbsent(use.rule(), rule -> new TreeSet<>())
                        .add(outcome.path()));
      }
    }
    return cases;
  }

  /** Whether the name of a file says something of a rule. */
  public static boolean isNamed(TestInput input) {
    return RuleUse.of(input.path()).isPresent();
  }

  /** Paths of the cases in which the rule holds; where it suppresses, it stands in no proof. */
  public List<String> firing(String rule) {
    return List.copyOf(firing.getOrDefault(rule, new TreeSet<>()));
  }

  /** Paths of the cases in which it stays silent. */
  public List<String> silent(String rule) {
    return List.copyOf(silent.getOrDefault(rule, new TreeSet<>()));
  }
}
