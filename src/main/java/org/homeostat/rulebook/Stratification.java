package org.homeostat.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.homeostat.fact.Derived;
import org.homeostat.rulebook.RuleShape.Condition;
import org.homeostat.rulebook.RuleShape.Kind;

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

  /** Adds each {@code not} that the rule's own conclusion can reach. */
  void check(Consumer<Diagnostic> found) {
    List<List<Integer>> fedBy = new ArrayList<>();
    Map<String, List<Integer>> byConclusion = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      int at = i;
      rules
          .get(i)
          .conclusion()
          .ifPresent(c -> byConclusion.computeIfAbsent(c.type(), t -> new ArrayList<>()).add(at));
    }
    for (RuleShape rule : rules) {
      Set<Integer> feeders = new TreeSet<>();
      rule.conditions().forEach(c -> feeders.addAll(feeders(c, byConclusion)));
      fedBy.add(List.copyOf(feeders));
    }
    int[] circle = new Circles(fedBy).of();
    for (int i = 0; i < rules.size(); i++) {
      RuleShape rule = rules.get(i);
      for (RuleShape.Condition condition : rule.conditions()) {
        if (condition.kind() == Kind.NOT || condition.kind() == Kind.ACCUMULATED) {
          for (int feeder : feeders(condition, byConclusion)) {
            if (circle[feeder] == circle[i]) {
              found.accept(diagnostic(rule, condition, rules.get(feeder)));
            }
          }
        }
      }
    }
  }

  private static Diagnostic diagnostic(RuleShape rule, Condition condition, RuleShape feeder) {
    return new Diagnostic(
        Check.NOT_STRATIFIED,
        rule.file(),
        condition.line(),
        rule.name(),
        "not stratified: it rests on the absence of what '"
            + feeder.name()
            + "' concludes, and that rule depends on it",
        "give one of the two a code of its own, or let one rest on facts of the case alone");
  }

  private List<Integer> feeders(Condition condition, Map<String, List<Integer>> byConclusion) {
    List<String> components = DERIVED.getOrDefault(condition.type(), List.of());
    return byConclusion.getOrDefault(condition.type(), List.of()).stream()
        .filter(i -> condition.canMatch(rules.get(i).conclusion().orElseThrow(), components))
        .toList();
  }
}
