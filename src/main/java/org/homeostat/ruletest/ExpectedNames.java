package org.homeostat.ruletest;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleOutline;

/** The names that an expectation may use: those of the contract, the tables and the rules. */
public final class ExpectedNames {

  private static final List<String> SIDES = List.of("for", "against", "excluded");

  private final Set<String> rules;
  private final List<String> policies;
  private final List<String> coreData;
  private final List<String> markers;
  private final List<String> monitored;
  private final List<String> options;
  private final SortedSet<String> recommendations = new TreeSet<>();
  private final SortedSet<String> disagreements = new TreeSet<>();

  private ExpectedNames(RuleBook ruleBook) {
    Knowledge knowledge = ruleBook.knowledge();
    this.rules = ruleBook.descriptions().keySet();
    this.policies = knowledge.policies();
    this.coreData =
        knowledge.tables().coreTests().stream().map(row -> row.code()).distinct().toList();
    this.markers = knowledge.tables().markers().stream().map(row -> row.code()).toList();
    this.monitored =
        knowledge.tables().schedule().stream().map(row -> row.code()).distinct().toList();
    this.options =
        knowledge.codes("option").stream()
            .flatMap(code -> SIDES.stream().map(side -> code + ":" + side))
            .toList();
    for (RuleOutline outline : ruleBook.queries().outlines().values()) {
      switch (outline.concludes()) {
        case "Advice" -> addRecommendations(literal(outline, 0), literal(outline, 1), knowledge);
        case "Disagreement" -> disagreements.addAll(literal(outline, 0));
        // a trusted rule in a form of its own, which may give anything
        case "" -> addRecommendations(List.of(), List.of(), knowledge);
        default -> {
          // findings and reasons are no names of an expectation
        }
      }
    }
  }

  /** The argument that a rule writes out; none where it takes it from what it matches. */
  private static List<String> literal(RuleOutline outline, int index) {
    String literal = outline.arguments().get(index);
    return literal == null ? List.of() : List.of(literal);
  }

  private void addRecommendations(List<String> action, List<String> target, Knowledge knowledge) {
    for (String verb : action.isEmpty() ? Actions.ALL : action) {
      Stream<String> agents =
          Actions.TEST.contains(verb) ? Stream.of() : knowledge.codes("agent").stream();
      Stream<String> tests =
          Actions.LEAVE.contains(verb) ? Stream.of() : knowledge.codes("observation").stream();
      (target.isEmpty() ? Stream.concat(agents, tests) : target.stream())
          .forEach(code -> recommendations.add(verb + ":" + code));
    }
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

  /** The tests whose change is told. */
  List<String> markers() {
    return markers;
  }

  /** What the monitoring schedule has rows for. */
  List<String> monitored() {
    return monitored;
  }

  /** Every {@code action:target} that some rule can give for some agent or test. */
  Set<String> recommendations() {
    return recommendations;
  }

  /** The sides of options. */
  List<String> options() {
    return options;
  }

  /** The topics of disagreements that rules can give. */
  Set<String> disagreements() {
    return disagreements;
  }
}
