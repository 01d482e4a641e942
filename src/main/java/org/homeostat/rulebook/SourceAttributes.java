package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.knowledge.BasisTables;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.DataUse.Datum;

/**
 * The thirteen source attributes of evidence-based decision support interventions, 45 CFR
 * 170.315(b)(11)(iv)(A), and what else a clinician needs to review the basis of the advice. Those
 * of the rule set are written; those of a rule follow from what it reads and cites.
 */
public final class SourceAttributes {

  private static final String NOT_USED = "Not used";
  private static final int NAMED_RULES = 3;

  private static final List<String> NAMES =
      List.of(
          "Bibliographic citation",
          "Developer",
          "Funding source of the technical implementation",
          "Release and revision dates",
          "Use of race",
          "Use of ethnicity",
          "Use of language",
          "Use of sexual orientation",
          "Use of gender identity",
          "Use of sex",
          "Use of date of birth",
          "Use of social determinants of health data",
          "Use of health status assessments data");

  /**
   * An attribute.
   *
   * @param number its number in the regulation
   * @param name its name there, in short
   * @param text what it says
   * @param used whether it tells something; false for data that are not used
   */
  public record Attribute(int number, String name, String text, boolean used) {}

  /**
   * A part of the intended use.
   *
   * @param name such as {@code Users}
   * @param text what it says
   */
  public record Part(String name, String text) {}

  private final RuleBook ruleBook;
  private final Knowledge knowledge;
  private final DataUse dataUse;

  private SourceAttributes(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
    this.knowledge = ruleBook.knowledge();
    this.dataUse = new DataUse(knowledge, ruleBook.queries().outlines());
  }

  /** Those of a rule book. */
  public static SourceAttributes of(RuleBook ruleBook) {
    return new SourceAttributes(ruleBook);
  }

  /** What the rule set is for, and how far it can be relied on, in the order of a review. */
  public List<Part> intendedUse() {
    BasisTables.IntendedUseRow row = knowledge.tables().ruleset().intendedUse();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("Purpose", row.purpose()));
    parts.add(new Part("Users", row.users()));
    parts.add(new Part("Patients", row.patients()));
    parts.add(new Part("Inputs", row.inputs()));
    parts.add(new Part("Logic", row.logic()));
    parts.add(new Part("Evidence", row.evidence()));
    row.unknowns().forEach(text -> parts.add(new Part("Not known or not done", text)));
    knowledge.tables().ruleset().limits().forEach(text -> parts.add(new Part("Limit", text)));
    return List.copyOf(parts);
  }

  /** The thirteen of the rule set, in their order. */
  public List<Attribute> ofRuleSet() {
    Tables.RuleSetRow ruleSet = knowledge.tables().ruleset();
    BasisTables.AttributesRow row = ruleSet.attributes();
    SortedSet<String> reviewed = new TreeSet<>();
    ruleBook.descriptions().values().forEach(rule -> reviewed.add(rule.reviewed()));
    String reviews =
        reviewed.size() < 2
            ? String.join("", reviewed)
            : "from " + reviewed.first() + " to " + reviewed.last();
    return numbered(
        List.of(
            row.citation() + " (" + counts() + ")",
            row.developer(),
            row.funding(),
            row.dates()
                + "; evidence up to "
                + ruleSet.evidenceDate()
                + "; rules reviewed "
                + reviews,
            row.race(),
            row.ethnicity(),
            row.language(),
            row.sexualOrientation(),
            row.genderIdentity(),
            row.sex(),
            row.dateOfBirth(),
            row.socialDeterminants(),
            row.healthStatus()));
  }

  /**
   * The thirteen of a rule, in their order.
   *
   * @param rule its id
   */
  public List<Attribute> of(String rule) {
    RuleDescription description = ruleBook.descriptions().get(rule);
    BasisTables.AttributesRow row = knowledge.tables().ruleset().attributes();
    return numbered(
        List.of(
            citations(description),
            row.developer(),
            row.funding(),
            "Reviewed "
                + description.reviewed()
                + Reviews.due(description.reviewed()).map(due -> ", again by " + due).orElse(""),
            use(rule, Datum.ANCESTRY, "As ancestry, which is no standard race code: "),
            use(rule, Datum.ANCESTRY, "As ancestry, of which hispanic is one: "),
            NOT_USED,
            NOT_USED,
            NOT_USED,
            use(rule, Datum.SEX, ""),
            use(rule, Datum.AGE, "As age: "),
            NOT_USED,
            use(rule, Datum.HEALTH_STATUS, "")));
  }

  private static List<Attribute> numbered(List<String> texts) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String text = texts.get(i);
      attributes.add(new Attribute(i + 1, NAMES.get(i), text, !text.startsWith(NOT_USED)));
    }
    return List.copyOf(attributes);
  }

  /** How many sources were read in which way. */
  private String counts() {
    Map<String, Integer> counts = new TreeMap<>();
    knowledge.tables().sources().forEach(row -> counts.merge(row.verification(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((verification, count) -> parts.add(count + " " + verification));
    return knowledge.tables().sources().size() + " sources: " + String.join(", ", parts);
  }

  /** Its own sources, then those of the evidence for its statements. */
  private String citations(RuleDescription rule) {
    Map<String, String> citations = new LinkedHashMap<>();
    Stream.concat(
            rule.source().stream().map(knowledge::citation),
            knowledge.evidence(rule.guidance()).stream()
                .map(Evidence::citations)
                .flatMap(List::stream))
        .forEach(citation -> citations.putIfAbsent(citation.id(), text(citation)));
    return String.join("; ", citations.values());
  }

  private static String text(Citation citation) {
    return citation.text()
        + (citation.doi() == null ? "" : ", doi " + citation.doi())
        + (citation.pmid() == null ? "" : ", PMID " + citation.pmid())
        + " ["
        + citation.verification()
        + "]";
  }

  private String use(String rule, Datum datum, String as) {
    List<String> said = new ArrayList<>();
    SortedSet<String> own = dataUse.byRule(rule, datum);
    if (!own.isEmpty()) {
      said.add("it " + String.join("; it ", own));
    }
    List<String> feeders = dataUse.throughRules(rule, datum);
    if (!feeders.isEmpty()) {
      int more = feeders.size() - NAMED_RULES;
      said.add(
          "rules that feed it do: "
              + String.join(", ", feeders.subList(0, Math.min(NAMED_RULES, feeders.size())))
              + (more > 0 ? " and " + more + " more" : ""));
    }
    return said.isEmpty() ? NOT_USED : as + String.join("; ", said);
  }
}
