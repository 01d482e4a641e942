package org.homeostat.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleShape.Conclusion;
import org.homeostat.rulebook.RuleShape.Kind;

/** Holds what a rule says of itself to its form: every id known, every place bound. */
final class MetadataLint {

  private static final int SUMMARY_LENGTH = 140;
  private static final Set<String> NAMES =
      Set.of(
          "policy",
          "guidance",
          "text",
          "summary",
          "detail",
          "absent",
          "urgency",
          "source",
          "reviewed");
  private static final Set<String> URGENCIES = Set.of("critical", "warning", "info");

  private final RuleShape rule;
  private final Knowledge knowledge;
  private final Map<String, String> data = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  MetadataLint(RuleShape rule, Knowledge knowledge) {
    this.rule = rule;
    this.knowledge = knowledge;
  }

  /** Every departure; only for a rule with a conclusion. */
  List<String> problems() {
    Conclusion conclusion = rule.conclusion().orElseThrow();
    rule.source().getAnnotations().forEach(this::read);
    required(conclusion.type());
    ids("guidance", knowledge.statements());
    ids("policy", knowledge.policies());
    ids("source", knowledge.sources());
    ids("urgency", URGENCIES);
    reviewed();
    absences();
    places();
    switch (conclusion.type()) {
      case "Disagreement" -> sides();
      case "TierReason" -> {
        summary();
        policy(conclusion);
      }
      default -> summary();
    }
    return problems;
  }

  private String value(String name) {
    return data.getOrDefault(name, "");
  }

  private void read(AnnotationDescr annotation) {
    String name = annotation.getName();
    String value = "" + annotation.getValueMap().get(AnnotationDescr.VALUE);
    check(NAMES.contains(name), "unknown metadata @" + name);
    check(!annotation.isDuplicated(), "@" + name + " stands twice");
    boolean quoted =
        annotation.getValueMap().size() == 1
            && value.length() > 2
            && value.startsWith("\"")
            && value.endsWith("\"");
    check(quoted, "@" + name + " is not one quoted string");
    data.put(name, quoted ? value.substring(1, value.length() - 1) : "");
  }

  private void required(String type) {
    Set<String> required = new TreeSet<>(Set.of("text", "source", "reviewed"));
    if (rule.conditions().stream()
        .noneMatch(c -> c.kind() == Kind.HOLDS && c.type().equals("TierReason"))) {
      required.add("guidance");
    }
    switch (type) {
      case "TierReason" -> required.addAll(Set.of("policy", "summary"));
      case "Advice" -> required.addAll(Set.of("summary", "urgency"));
      case "Disagreement" -> required.addAll(Set.of("summary", "detail"));
      default -> {}
    }
    required.removeAll(data.keySet());
    required.forEach(name -> problems.add("@" + name + " is missing"));
  }

  private void ids(String name, Collection<String> known) {
    for (String id : Ids.split(data.get(name))) {
      check(known.contains(id), "@" + name + " '" + id + "' is unknown");
    }
  }

  private void reviewed() {
    try {
      if (data.containsKey("reviewed")) {
        LocalDate.parse(value("reviewed"));
      }
    } catch (DateTimeException e) {
      problems.add("@reviewed '" + value("reviewed") + "' is no date YYYY-MM-DD");
    }
  }

  private void absences() {
    long nots = rule.conditions().stream().filter(c -> c.kind() == Kind.NOT).count();
    int texts = RuleDescription.sentences(value("absent")).size();
    check(
        nots == texts,
        "it has " + nots + " 'not' and " + texts + " sentences in @absent, joined by ' | '");
  }

  private void places() {
    Set<String> bound = new HashSet<>();
    rule.source().getLhs().getDescrs().stream()
        .filter(PatternDescr.class::isInstance)
        .map(PatternDescr.class::cast)
        .forEach(pattern -> bound.addAll(pattern.getAllBoundIdentifiers()));
    for (String text : data.values()) {
      Matcher place = RuleDescription.PLACE.matcher(text);
      while (place.find()) {
        check(bound.contains(place.group(1)), place.group(1) + " is not bound");
      }
    }
  }

  private void summary() {
    check(
        RuleDescription.PLACE.matcher(value("summary")).replaceAll("").length() < SUMMARY_LENGTH,
        "its summary is longer than " + SUMMARY_LENGTH + " characters");
  }

  private void sides() {
    List<String> sides = RuleDescription.sentences(value("detail"));
    check(
        sides.size() > 1 && sides.stream().allMatch(side -> side.indexOf(": ") > 0),
        "@detail has no two sides of the form 'source: what it says', joined by ' | '");
  }

  private void policy(Conclusion conclusion) {
    String policy = value("policy");
    boolean inserted =
        knowledge.policies().contains(policy)
            && conclusion.expressions().size() > 1
            && conclusion
                .expressions()
                .subList(0, 2)
                .equals(List.of("\"" + knowledge.level(policy) + "\"", "\"" + policy + "\""));
    check(inserted, "it does not insert @policy " + policy + " with its level");
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
