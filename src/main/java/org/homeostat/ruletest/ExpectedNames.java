package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleOutline;

/** The names that an expectation may use: those of the contract, the tables and the rules. */
public final class ExpectedNames {

  /** The verbs of a recommendation. */
  private static final List<String> ACTIONS =
      List.of(
          "avoid", "stop", "hold", "review", "refer", "assess", "measure", "repeat", "discuss",
          "counsel", "verify");

  /** What can be found in the data. */
  static final List<String> DATA_QUALITY =
      List.of(
          "implausible",
          "verify",
          "stale",
          "not-fasting",
          "fasting-unknown",
          "unit-missing",
          "unit-unknown",
          "unit-doubtful",
          "duplicate",
          "contradictory",
          "unreliable-assay",
          "future-date");

  private final Set<String> rules;
  private final List<String> policies;
  private final List<String> coreData;
  private final SortedSet<String> recommendations = new TreeSet<>();
  private final SortedSet<String> disagreements = new TreeSet<>();

  private ExpectedNames(RuleBook ruleBook) {
    Knowledge knowledge = ruleBook.knowledge();
    this.rules = ruleBook.descriptions().keySet();
    this.policies = knowledge.policies();
    this.coreData =
        knowledge.tables().coreTests().stream().map(row -> row.code()).distinct().toList();
    List<String> codes = new ArrayList<>(knowledge.codes("agent"));
    codes.addAll(knowledge.codes("observation"));
    for (RuleOutline outline : ruleBook.queries().outlines().values()) {
      if (outline.concludes().isEmpty()) {
        // a trusted rule in a form of its own: what it concludes is not known
        ACTIONS.forEach(action -> codes.forEach(code -> recommendations.add(action + ":" + code)));
      } else if (outline.concludes().equals("Advice")) {
        for (String action : argument(outline, 0, ACTIONS)) {
          argument(outline, 1, codes).forEach(target -> recommendations.add(action + ":" + target));
        }
      } else if (outline.concludes().equals("Disagreement")) {
        disagreements.addAll(argument(outline, 0, List.of()));
      }
    }
  }

  /** The literal that a rule writes, or, where it takes it from what it matches, all of these. */
  private static Collection<String> argument(RuleOutline outline, int index, List<String> all) {
    String literal = outline.arguments().get(index);
    return literal == null ? all : List.of(literal);
  }

  /** The names that mean something with the given rules. */
  public static ExpectedNames of(RuleBook ruleBook) {
    return new ExpectedNames(ruleBook);
  }

  /** The rule ids. */
  public Set<String> rules() {
    return rules;
  }

  List<String> policies() {
    return policies;
  }

  List<String> coreData() {
    return coreData;
  }

  /** Every {@code action:target} that some rule can give, for any agent and test. */
  Set<String> recommendations() {
    return recommendations;
  }

  /** The topics of disagreements that rules can give. */
  Set<String> disagreements() {
    return disagreements;
  }
}
