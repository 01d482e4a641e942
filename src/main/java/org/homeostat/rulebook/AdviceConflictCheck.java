package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.knowledge.Actions;

/** Finds rules that give advice for one case of which nobody can follow both. */
final class AdviceConflictCheck {

  private final RuleFolder folder;
  private final Values values;
  private final Exclusion exclusion;
  private final Map<RuleLogic, Set<String>> known = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  AdviceConflictCheck(RuleFolder folder) {
    this.folder = folder;
    this.values = new Values(folder);
    this.exclusion = new Exclusion(values);
  }

  List<Diagnostic> diagnostics() {
    List<RuleLogic> advising =
        folder.rules().stream()
            .filter(rule -> rule.concludes().equals("Advice") && rule.literal(0).isPresent())
            .toList();
    for (int i = 0; i < advising.size(); i++) {
      for (int j = i + 1; j < advising.size(); j++) {
        actions(advising.get(i), advising.get(j));
        spans(advising.get(i), advising.get(j));
      }
    }
    return diagnostics;
  }

  private void actions(RuleLogic one, RuleLogic other) {
    String action = one.literal(0).orElseThrow();
    String opposite = other.literal(0).orElseThrow();
    if (Actions.areOpposed(action, opposite)) {
      together(one, other)
          .ifPresent(
              target ->
                  conflict(
                      other,
                      "'"
                          + opposite
                          + ":"
                          + target
                          + "' cannot be followed beside '"
                          + action
                          + ":"
                          + target
                          + "' of "
                          + called(one),
                      "let one of them rest on the absence of the other's condition, or on another"
                          + " status of the treatment"));
    }
  }

  private void spans(RuleLogic one, RuleLogic other) {
    if (!one.literal(0).equals(other.literal(0))) {
      return;
    }
    Span span = Span.of(one, folder.knowledge());
    Span next = Span.of(other, folder.knowledge());
    if (span.endsBefore(next) || next.endsBefore(span)) {
      together(one, other)
          .ifPresent(
              target ->
                  conflict(
                      other,
                      "'"
                          + other.literal(0).orElseThrow()
                          + ":"
                          + target
                          + "' falls "
                          + next
                          + ", and "
                          + span
                          + " by "
                          + called(one)
                          + "; the spans do not meet",
                      "let the rules exclude each other, or let the rows of tables/intervals.yaml"
                          + " meet"));
    }
  }

  /** A target for which both can hold at one time; empty where there is none. */
  private Optional<String> together(RuleLogic one, RuleLogic other) {
    Set<String> shared = new TreeSet<>(targets(one));
    shared.retainAll(targets(other));
    return shared.stream()
        .filter(
            target ->
                !exclusion.of(one, other, folder.knowledge().agent(target) == null ? "" : target))
        .findFirst();
  }

  private Set<String> targets(RuleLogic rule) {
    return known.computeIfAbsent(rule, this::targetsOf);
  }

  private Set<String> targetsOf(RuleLogic rule) {
    if (rule.literal(1).isPresent()) {
      return Set.of(rule.literal(1).get());
    }
    String place = rule.conclusion().size() > 1 ? rule.conclusion().get(1) : "";
    return place.startsWith("@") ? values.at(rule, place).orElse(Set.of()) : Set.of();
  }

  private void conflict(RuleLogic rule, String message, String remedy) {
    diagnostics.add(
        Diagnostic.in(
            rule.shape(), Check.CONFLICTING_ADVICE, rule.shape().line(), message, remedy));
  }

  private static String called(RuleLogic rule) {
    return "'" + rule.shape().name() + "' (" + rule.shape().file() + ")";
  }
}
