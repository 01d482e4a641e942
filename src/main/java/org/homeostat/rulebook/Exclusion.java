package org.homeostat.rulebook;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.rulebook.RuleLogic.Demand;
import org.homeostat.rulebook.RuleShape.Kind;

/** Whether two rules can hold for one case at one time, as far as their texts tell. */
final class Exclusion {

  private static final int DEPTH = 3;

  /** Questions that have one answer in a case; a pregnancy can be stated and tested. */
  private static final Set<String> SINGLE_ANSWERS =
      Set.of("sex", "menopause", "insulin-sensitivity", "diabetes-predisposition", "diet-quality");

  private static final Pattern REACHED = Pattern.compile("is(Not)?ReachedBy\\((@\\d+\\.\\w+)\\)");

  private final Values values;

  Exclusion(Values values) {
    this.values = values;
  }

  /**
   * Whether the rules never hold together for their targets.
   *
   * @param target agent that both speak of; empty where it is none
   */
  boolean of(RuleLogic one, RuleLogic other, String target) {
    return statusesDiffer(one, other, target) || of(one, other, DEPTH);
  }

  private boolean of(RuleLogic one, RuleLogic other, int depth) {
    if (forbids(one, other) || forbids(other, one)) {
      return true;
    }
    for (Demand a : one.demands()) {
      for (Demand b : other.demands()) {
        if (answersDiffer(a, b) || sidesDiffer(one, a, other, b)) {
          return true;
        }
      }
    }
    return depth > 0 && (allFeeders(one, other, depth - 1) || allFeeders(other, one, depth - 1));
  }

  /** Whether one rests on the absence of what the other holds, or of what follows from it. */
  private boolean forbids(RuleLogic one, RuleLogic other) {
    for (Demand absent : one.demands()) {
      if (absent.kind() == Kind.NOT && absent.tests().stream().noneMatch(t -> t.contains("@"))) {
        boolean held =
            other.demands().stream()
                .filter(demand -> demand.isNeeded() && demand.type().equals(absent.type()))
                .anyMatch(demand -> implies(demand, absent));
        if (held || follows(absent, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean implies(Demand held, Demand absent) {
    return held.literals().imply(absent.literals()) && held.tests().containsAll(absent.tests());
  }

  /** Whether a rule that concludes the absent fact holds wherever the other does. */
  private boolean follows(Demand absent, RuleLogic other) {
    return Stratification.DERIVED.containsKey(absent.type())
        && values.feeders(absent).stream()
            .filter(feeder -> concludesJust(feeder, absent))
            .anyMatch(feeder -> Entailment.ofConditions(other, feeder));
  }

  private static boolean concludesJust(RuleLogic feeder, Demand absent) {
    List<String> components = Stratification.DERIVED.get(absent.type());
    Set<String> tested = new TreeSet<>(absent.literals().only().keySet());
    tested.addAll(absent.literals().never().keySet());
    return absent.literals().flags().isEmpty()
        && tested.stream()
            .allMatch(
                component ->
                    feeder
                        .literal(components.indexOf(component))
                        .filter(value -> absent.literals().pass(component, value))
                        .isPresent());
  }

  /** Whether everything that can feed some pattern of the one excludes the other. */
  private boolean allFeeders(RuleLogic one, RuleLogic other, int depth) {
    return one.demands().stream()
        .filter(Demand::isNeeded)
        .filter(demand -> Stratification.DERIVED.containsKey(demand.type()))
        .map(values::feeders)
        .anyMatch(
            feeders ->
                !feeders.isEmpty()
                    && feeders.stream().allMatch(feeder -> of(feeder, other, depth)));
  }

  private static boolean answersDiffer(Demand a, Demand b) {
    Optional<String> question = a.literals().single("code");
    return a.isNeeded()
        && b.isNeeded()
        && a.type().equals("Answer")
        && b.type().equals("Answer")
        && question.filter(SINGLE_ANSWERS::contains).isPresent()
        && question.equals(b.literals().single("code"))
        && a.literals().only().containsKey("value")
        && b.literals().only().containsKey("value")
        && Collections.disjoint(a.literals().only().get("value"), b.literals().only().get("value"));
  }

  /** Whether one value lies beyond a cut-off in the one rule and not in the other. */
  private static boolean sidesDiffer(RuleLogic one, Demand a, RuleLogic other, Demand b) {
    if (!a.type().equals("Cutoff")
        || !b.type().equals("Cutoff")
        || a.literals().single("code").isEmpty()
        || !a.literals().only().equals(b.literals().only())) {
      return false;
    }
    for (String test : a.tests()) {
      for (String opposite : b.tests()) {
        Matcher x = REACHED.matcher(test);
        Matcher y = REACHED.matcher(opposite);
        if (x.matches()
            && y.matches()
            && (x.group(1) == null) != (y.group(1) == null)
            && source(one, x.group(2)).equals(source(other, y.group(2)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a place is bound to, without index: the pattern's type, tests and the component. */
  static String source(RuleLogic rule, String place) {
    Demand demand = rule.demand(RuleLogic.index(place));
    return demand.type()
        + demand.literals().only()
        + demand.literals().never()
        + demand.literals().flags()
        + RuleLogic.component(place);
  }

  private static boolean statusesDiffer(RuleLogic one, RuleLogic other, String target) {
    List<Set<String>> here = statuses(one, target).toList();
    List<Set<String>> there = statuses(other, target).toList();
    return !target.isEmpty()
        && !here.isEmpty()
        && !there.isEmpty()
        && here.stream().allMatch(a -> there.stream().allMatch(b -> Collections.disjoint(a, b)));
  }

  /** The states in which a rule may find the agent, for each pattern that is about the agent. */
  private static Stream<Set<String>> statuses(RuleLogic rule, String target) {
    return rule.demands().stream()
        .filter(demand -> demand.isNeeded() && demand.type().equals("Treatment"))
        .filter(demand -> isAbout(rule, demand, target))
        .map(Exclusion::statuses);
  }

  private static boolean isAbout(RuleLogic rule, Demand demand, String target) {
    String place = "@" + rule.demands().indexOf(demand) + ".agent";
    boolean isTarget =
        rule.conclusion().size() > 1
            && rule.conclusion().get(1).startsWith("@")
            && rule.find(rule.conclusion().get(1)).equals(rule.find(place));
    return isTarget || demand.literals().single("agent").filter(target::equals).isPresent();
  }

  private static Set<String> statuses(Demand demand) {
    Set<String> statuses = new TreeSet<>();
    for (String status : List.of("planned", "current", "stopped")) {
      boolean active = !status.equals("stopped");
      if (demand.literals().pass("status", status)
          && demand.literals().flags().getOrDefault("active", Set.of(active)).contains(active)) {
        statuses.add(status);
      }
    }
    return statuses;
  }
}
