package org.homeostat.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeostat.fact.Derived;

/**
 * Finds rules that feed a {@code not} on which they depend. Drools does not notice all such cycles;
 * some fire once and depend on load order. Facts are told apart by type and by the literals in
 * constructors and constraints; what is no literal can be anything.
 */
final class Stratification {

  /** The types that rules derive, with the names of their components. */
  static final Map<String, List<String>> DERIVED =
      Arrays.stream(Derived.class.getPermittedSubclasses())
          .collect(
              Collectors.toUnmodifiableMap(
                  Class::getSimpleName,
                  type ->
                      Arrays.stream(type.getRecordComponents())
                          .map(RecordComponent::getName)
                          .toList()));

  private final List<RuleShape> rules;

  Stratification(List<RuleShape> rules) {
    this.rules = rules;
  }

  /** One sentence for each {@code not} that the rule's own conclusion can reach. */
  List<String> problems() {
    Map<RuleShape, List<RuleShape>> fedBy = new LinkedHashMap<>();
    rules.forEach(rule -> fedBy.put(rule, feeders(rule, rule.conditions())));
    List<String> problems = new ArrayList<>();
    for (RuleShape rule : rules) {
      List<RuleShape.Condition> nonMonotone =
          rule.conditions().stream()
              .filter(c -> c.kind() == RuleShape.Kind.NOT || c.kind() == RuleShape.Kind.ACCUMULATED)
              .toList();
      for (RuleShape feeder : feeders(rule, nonMonotone)) {
        if (dependsOn(feeder, rule, fedBy)) {
          problems.add(
              RuleLint.place(rule)
                  + "not stratified: it rests on the absence of what '"
                  + feeder.name()
                  + "' concludes, and that rule depends on it");
        }
      }
    }
    return problems;
  }

  private List<RuleShape> feeders(RuleShape rule, List<RuleShape.Condition> conditions) {
    return rules.stream()
        .filter(
            feeder ->
                feeder.conclusion().isPresent()
                    && conditions.stream()
                        .anyMatch(
                            c ->
                                c.canMatch(
                                    feeder.conclusion().get(),
                                    DERIVED.getOrDefault(
                                        feeder.conclusion().get().type(), List.of()))))
        .toList();
  }

  private static boolean dependsOn(
      RuleShape rule, RuleShape other, Map<RuleShape, List<RuleShape>> fedBy) {
    Deque<RuleShape> open = new ArrayDeque<>(List.of(rule));
    Set<RuleShape> seen = new HashSet<>();
    while (!open.isEmpty()) {
      RuleShape next = open.pop();
      if (next == other) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(fedBy.get(next));
      }
    }
    return false;
  }
}
