package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeostat.knowledge.NearestName;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.RuleLogic.Demand;
import org.homeostat.rulebook.RuleShape.Kind;

/** Finds rules that nothing can make hold. */
final class ReachabilityCheck {

  private static final Map<String, String> JUDGED_LISTS =
      Map.of(
          "Condition", "condition",
          "Symptom", "symptom",
          "Medication", "medication",
          "Examination", "examination");

  private final RuleFolder folder;
  private final Values values;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<RuleLogic> dead = new HashSet<>();

  ReachabilityCheck(RuleFolder folder) {
    this.folder = folder;
    this.values = new Values(folder);
  }

  List<Diagnostic> diagnostics() {
    Map<Demand, List<RuleLogic>> feeders = new HashMap<>();
    for (RuleLogic rule : folder.rules()) {
      for (Demand demand : rule.demands()) {
        if (demand.isNeeded()) {
          alone(rule, demand);
          if (Stratification.DERIVED.containsKey(demand.type())) {
            feeders.put(demand, values.feeders(demand));
          }
        }
      }
      contradiction(rule);
    }
    int before;
    do {
      before = dead.size();
      for (RuleLogic rule : folder.rules()) {
        if (!dead.contains(rule)) {
          rule.demands().stream()
              .filter(
                  demand -> feeders.containsKey(demand) && dead.containsAll(feeders.get(demand)))
              .findFirst()
              .ifPresent(demand -> unfed(rule, demand, feeders.get(demand)));
        }
      }
    } while (dead.size() > before);
    return diagnostics;
  }

  /** What one pattern demands of a fact from a case or a table. */
  private void alone(RuleLogic rule, Demand demand) {
    Optional<String> component = demand.literals().contradiction();
    if (component.isPresent()) {
      never(
          rule,
          demand,
          "no value of '" + component.get() + "' passes all that its pattern demands",
          "take out one of the tests of '" + component.get() + "'");
    } else if (TableFacts.TYPES.contains(demand.type())) {
      if (folder.tableFacts().passing(demand.type(), demand.literals()).isEmpty()) {
        String file = TableFacts.file(demand.type());
        never(
            rule,
            demand,
            "no row of " + file + " is a " + demand.type() + wanted(demand),
            "add the row to " + file + ", or mend the codes of the pattern");
      }
    } else if (JUDGED_LISTS.containsKey(demand.type())) {
      shownOnly(rule, demand, JUDGED_LISTS.get(demand.type()), "code");
    } else if (demand.type().equals("Answer")) {
      demand
          .literals()
          .single("code")
          .filter(question -> !question.equals("sex"))
          .ifPresent(question -> shownOnly(rule, demand, question, "value"));
    }
  }

  /** What the vocabulary does not call judged never enters a session. */
  private void shownOnly(RuleLogic rule, Demand demand, String list, String component) {
    Set<String> codes = demand.literals().only().getOrDefault(component, Set.of());
    List<Tables.Term> terms =
        folder.knowledge().tables().vocabulary().getOrDefault(list, List.of()).stream()
            .filter(term -> codes.contains(term.code()))
            .toList();
    if (!terms.isEmpty()
        && terms.size() == codes.size()
        && terms.stream().noneMatch(Tables.Term::judged)) {
      never(
          rule,
          demand,
          "tables/vocabulary.yaml does not call "
              + list
              + " '"
              + String.join("' or '", codes)
              + "' judged, so that it never reaches a rule",
          "write 'judged: true' there, and take out 'shown'");
    }
  }

  /** A pattern and the absence of what it matches. */
  private void contradiction(RuleLogic rule) {
    for (Demand absent : rule.demands()) {
      if (absent.kind() != Kind.NOT) {
        continue;
      }
      for (int i = 0; i < rule.demands().size(); i++) {
        Demand held = rule.demand(i);
        if (held.kind() == Kind.HOLDS
            && held.type().equals(absent.type())
            && held.literals().imply(absent.literals())
            && passes(rule, i, absent)) {
          never(
              rule,
              absent,
              "it demands a " + held.type() + wanted(held) + " and the absence of the same",
              "take out the pattern or the 'not'");
          return;
        }
      }
    }
  }

  private static boolean passes(RuleLogic rule, int held, Demand absent) {
    List<String> given = rule.demand(held).tests().stream().map(rule::canonical).toList();
    return absent.tests().stream()
        .map(rule::canonical)
        .allMatch(test -> given.contains(test) || isItself(rule, held, test));
  }

  /** Whether a test compares a component of a fact with the same component of the same fact. */
  private static boolean isItself(RuleLogic rule, int held, String test) {
    int equals = test.indexOf("==");
    return equals > 0
        && rule.find("@" + held + "." + test.substring(0, equals))
            .equals(test.substring(equals + 2));
  }

  private void unfed(RuleLogic rule, Demand demand, List<RuleLogic> feeders) {
    if (feeders.isEmpty()) {
      never(
          rule,
          demand,
          "no rule concludes " + demand.type() + wanted(demand),
          nearest(demand)
              .map(code -> "write '" + code + "', the nearest that is concluded, or add the rule")
              .orElse("add the rule that concludes it"));
    } else {
      never(
          rule,
          demand,
          "only rules that never fire conclude "
              + demand.type()
              + wanted(demand)
              + ": "
              + feeders.stream()
                  .map(feeder -> "'" + feeder.shape().name() + "'")
                  .collect(Collectors.joining(", ")),
          "mend those first");
    }
  }

  private Optional<String> nearest(Demand demand) {
    Set<String> concluded =
        folder.rules().stream()
            .filter(rule -> rule.concludes().equals(demand.type()))
            .flatMap(rule -> rule.literal(0).stream())
            .collect(Collectors.toSet());
    String component = Stratification.DERIVED.get(demand.type()).get(0);
    return demand
        .literals()
        .single(component)
        .filter(code -> !concluded.contains(code) && !concluded.isEmpty())
        .map(code -> NearestName.of(code, concluded.stream().sorted().toList()));
  }

  private void never(RuleLogic rule, Demand demand, String message, String remedy) {
    if (dead.add(rule)) {
      diagnostics.add(
          Diagnostic.in(
              rule.shape(), Check.NEVER_FIRES, demand.condition().line(), message, remedy));
    }
  }

  /** The literals of a pattern, as they follow the name of its type. */
  private static String wanted(Demand demand) {
    String codes =
        demand.literals().only().values().stream()
            .map(
                values ->
                    values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(" or ")))
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : " " + codes;
  }
}
