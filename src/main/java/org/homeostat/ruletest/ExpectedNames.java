package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeostat.casefile.NearestName;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleBook;

/** The names that an expectation may use: those of the contract, the tables and the rules. */
public final class ExpectedNames {

  /** The verbs of a recommendation. */
  static final List<String> ACTIONS =
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

  private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Set<String> rules;
  private final List<String> policies;
  private final List<String> coreData;
  private final List<String> codes;
  private final Set<String> topics;
  private final Set<String> disagreements;

  /**
   * The names of a rule book.
   *
   * @param topics targets that rules give beside agents and tests; empty: any
   * @param disagreements topics of disagreements that rules give; empty: any
   */
  ExpectedNames(RuleBook ruleBook, Set<String> topics, Set<String> disagreements) {
    Knowledge knowledge = ruleBook.knowledge();
    this.rules = ruleBook.descriptions().keySet();
    this.policies = knowledge.policies();
    this.coreData =
        knowledge.tables().coreTests().stream().map(row -> row.code()).distinct().toList();
    this.codes = new ArrayList<>(knowledge.codes("agent"));
    this.codes.addAll(knowledge.codes("observation"));
    this.topics = topics;
    this.disagreements = disagreements;
  }

  /** The names that make sense with the given rules. */
  public static ExpectedNames of(RuleBook ruleBook) {
    return new ExpectedNames(ruleBook, Set.of(), Set.of());
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

  boolean isDisagreement(String topic) {
    return among(disagreements, topic);
  }

  String nearestDisagreement(String topic) {
    return NearestName.of(topic, disagreements);
  }

  /** Whether some rule could give the recommendation {@code action:target}. */
  boolean isRecommendation(String id) {
    String[] parts = id.split(":", 2);
    return parts.length == 2
        && ACTIONS.contains(parts[0])
        && (codes.contains(parts[1]) || among(topics, parts[1]));
  }

  /** Whether some recommendation begins so. */
  boolean startsRecommendation(String prefix) {
    return recommendations().stream().anyMatch(id -> id.startsWith(prefix));
  }

  String nearestRecommendation(String id) {
    return NearestName.of(id, recommendations());
  }

  private List<String> recommendations() {
    List<String> ids = new ArrayList<>();
    for (String action : ACTIONS) {
      codes.forEach(target -> ids.add(action + ":" + target));
      topics.forEach(target -> ids.add(action + ":" + target));
    }
    return ids;
  }

  private static boolean among(Collection<String> known, String name) {
    return known.isEmpty() ? TOPIC.matcher(name).matches() : known.contains(name);
  }
}
