package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeostat.advice.Urgency;
import org.homeostat.knowledge.Ids;

/** Finds rules that say the same, and rules that add nothing to a wider one. */
final class OverlapCheck {

  private final RuleFolder folder;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  OverlapCheck(RuleFolder folder) {
    this.folder = folder;
  }

  List<Diagnostic> diagnostics() {
    Set<RuleLogic> reported = new HashSet<>();
    List<RuleLogic> rules = folder.rules();
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        RuleLogic one = rules.get(i);
        RuleLogic other = rules.get(j);
        if (!one.literal(0).equals(other.literal(0)) || reported.contains(other)) {
          continue;
        }
        boolean oneIsNarrow = Entailment.ofConclusion(one, other);
        boolean otherIsNarrow = Entailment.ofConclusion(other, one);
        if (oneIsNarrow && otherIsNarrow) {
          reported.add(other);
          duplicate(other, one);
        } else if (oneIsNarrow && addsNothing(one.shape(), other.shape())) {
          subsumed(one, other, reported);
        } else if (otherIsNarrow && addsNothing(other.shape(), one.shape())) {
          subsumed(other, one, reported);
        }
      }
    }
    return diagnostics;
  }

  private void duplicate(RuleLogic second, RuleLogic first) {
    diagnostics.add(
        Diagnostic.in(
            second.shape(),
            Check.DUPLICATE_RULE,
            second.shape().line(),
            "it has the conditions and the conclusion of " + called(first),
            "keep one of them, with the metadata of both"));
  }

  private void subsumed(RuleLogic narrow, RuleLogic wide, Set<RuleLogic> reported) {
    if (reported.add(narrow)) {
      diagnostics.add(
          Diagnostic.in(
              narrow.shape(),
              Check.SUBSUMED_RULE,
              narrow.shape().line(),
              "wherever it holds, "
                  + called(wide)
                  + " concludes the same, no less urgent, from the same guidance and sources",
              "take it away, or narrow the other by a 'not'"));
    }
  }

  private static String called(RuleLogic rule) {
    return "'" + rule.shape().name() + "' (" + rule.shape().file() + ")";
  }

  /** Whether all ids of the narrow rule stand with the wide one, which is as urgent. */
  private static boolean addsNothing(RuleShape narrow, RuleShape wide) {
    return List.of("guidance", "policy", "source").stream()
            .allMatch(
                name ->
                    Ids.split(wide.metadata(name)).containsAll(Ids.split(narrow.metadata(name))))
        && weight(narrow) >= weight(wide);
  }

  /** How urgent, the most urgent first; what has no urgency weighs least. */
  private static int weight(RuleShape rule) {
    String urgency = rule.metadata("urgency").toUpperCase(Locale.ROOT);
    for (Urgency known : Urgency.values()) {
      if (known.name().equals(urgency)) {
        return known.ordinal();
      }
    }
    return Urgency.values().length;
  }
}
