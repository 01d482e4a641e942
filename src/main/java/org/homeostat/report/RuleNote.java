package org.homeostat.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.rulebook.RuleWords;
import org.homeostat.rulebook.SourceAttributes;

/**
 * A rule that speaks in an advisory, in plain words, with its source attributes.
 *
 * @param conclusion what it concludes
 * @param conditions what it asks, in order
 * @param attributes those of the thirteen that tell something of this rule
 * @param unused names of the data that it does not use
 * @param overdue whether the day by which its review was due is past
 */
public record RuleNote(
    String id,
    String conclusion,
    List<String> conditions,
    List<SourceAttributes.Attribute> attributes,
    List<String> unused,
    boolean overdue) {

  /** Developer and funding are those of the rule set, which stand above. */
  private static final Set<Integer> OF_RULE_SET = Set.of(2, 3);

  public RuleNote {
    conditions = List.copyOf(conditions);
    attributes = List.copyOf(attributes);
    unused = List.copyOf(unused);
  }

  /** Every rule in the proofs of an advisory, by id. */
  static List<RuleNote> of(Advisory advisory, RuleBook ruleBook, SourceAttributes attributes) {
    Set<String> ids = new TreeSet<>();
    advisory.proofs().flatMap(RuleNote::rules).forEach(ids::add);
    RuleWords words = RuleWords.of(ruleBook.knowledge());
    List<String> overdue = ruleBook.overdueForReview(advisory.asOf());
    return ids.stream()
        .map(id -> of(ruleBook.queries().outlines().get(id), words, attributes, overdue))
        .toList();
  }

  private static RuleNote of(
      RuleOutline rule, RuleWords words, SourceAttributes attributes, List<String> overdue) {
    List<SourceAttributes.Attribute> all =
        attributes.of(rule.id()).stream()
            .filter(attribute -> !OF_RULE_SET.contains(attribute.number()))
            .toList();
    return new RuleNote(
        rule.id(),
        words.conclusion(rule),
        words.conditions(rule),
        all.stream().filter(SourceAttributes.Attribute::used).toList(),
        all.stream()
            .filter(attribute -> !attribute.used())
            .map(SourceAttributes.Attribute::name)
            .toList(),
        overdue.contains(rule.id()));
  }

  private static Stream<String> rules(Proof proof) {
    return proof instanceof Proof.Step step
        ? Stream.concat(Stream.of(step.rule()), step.from().stream().flatMap(RuleNote::rules))
        : Stream.empty();
  }
}
