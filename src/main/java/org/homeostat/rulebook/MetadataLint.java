package org.homeostat.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;
import org.homeostat.rulebook.RuleShape.Conclusion;
import org.homeostat.rulebook.RuleShape.Kind;

/** Holds what a rule says of itself to its form: every id known, every place bound. */
final class MetadataLint {

  private static final int SUMMARY_LENGTH = 140;
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");
  private static final Map<String, String> MEANING =
      Map.of(
          "policy", "the policy id that it carries",
          "guidance", "ids of the statements that it encodes",
          "text", "its line in a proof",
          "summary", "its line in the advisory",
          "detail", "more of the same",
          "absent", "what is not there, one sentence for each 'not'",
          "urgency", "critical, warning or info",
          "source", "ids of rows of tables/sources.yaml",
          "reviewed", "the day of the last review");
  private static final Set<String> NAMES = new TreeSet<>(MEANING.keySet());

  /** What a rule matches that names statements itself. */
  private static final Set<String> SPEAKING = Set.of("TierReason", "Contraindication");

  private static final Set<String> URGENCIES = Set.of("critical", "warning", "info");

  private final RuleShape rule;
  private final Knowledge knowledge;
  private final Place place;
  private final SourceText text;
  private final Set<String> bound;
  private final Map<String, String> data = new TreeMap<>();

  MetadataLint(
      RuleShape rule, Knowledge knowledge, Place place, SourceText text, Set<String> bound) {
    this.rule = rule;
    this.knowledge = knowledge;
    this.place = place;
    this.text = text;
    this.bound = bound;
  }

  /** Adds every departure to the place. */
  void check() {
    rule.source().getAnnotations().forEach(this::read);
    String type = rule.conclusion().map(Conclusion::type).orElse("");
    required(type);
    ids("guidance", knowledge.statements());
    ids("policy", knowledge.policies());
    ids("source", knowledge.sources());
    ids("urgency", URGENCIES);
    reviewed();
    absences();
    places();
    switch (type) {
      case "Disagreement" -> sides();
      case "TierReason" -> {
        summary();
        policy(rule.conclusion().orElseThrow());
      }
      default -> summary();
    }
  }

  private String value(String name) {
    return data.getOrDefault(name, "");
  }

  /** The line of the metadata; that of the rule where it is not there. */
  private int line(String name) {
    int ruleLine = rule.source().getLine();
    return text.lineOf(Pattern.compile("@\\s*" + Pattern.quote(name) + "\\b"), ruleLine);
  }

  private void read(AnnotationDescr annotation) {
    String name = annotation.getName();
    Map<String, Object> values = annotation.getValueMap();
    String value = "" + values.get(AnnotationDescr.VALUE);
    require(
        NAMES.contains(name),
        name,
        "unknown metadata @" + name,
        "the nearest is @" + NearestName.of(name, NAMES));
    require(
        !annotation.isDuplicated(),
        name,
        "@" + name + " stands twice",
        "write it once; ids are separated by spaces, sentences by ' | '");
    // one pair of quotation marks: what stands between two strings would be evaluated
    boolean quoted = values.size() == 1 && QUOTED.matcher(value).matches();
    require(
        quoted,
        name,
        "@" + name + " is not one quoted string",
        "write @" + name + "( \"…\" ); ids are separated by spaces, sentences by ' | '");
    data.put(name, quoted ? value.substring(1, value.length() - 1) : "");
  }

  private void required(String type) {
    Set<String> required = new TreeSet<>(Set.of("text", "source", "reviewed"));
    if (rule.conditions().stream()
        .noneMatch(c -> c.kind() == Kind.HOLDS && SPEAKING.contains(c.type()))) {
      required.add("guidance");
    }
    switch (type) {
      case "TierReason" -> required.addAll(Set.of("policy", "summary"));
      case "Advice" -> required.addAll(Set.of("summary", "urgency"));
      case "Disagreement" -> required.addAll(Set.of("summary", "detail"));
      default -> {}
    }
    required.removeAll(data.keySet());
    for (String name : required) {
      place.add(
          Check.METADATA,
          rule.source().getLine(),
          "@" + name + " is missing",
          "add @" + name + "( \"…\" ) before 'when': " + MEANING.get(name));
    }
  }

  private void ids(String name, Collection<String> known) {
    for (String id : Ids.split(data.get(name))) {
      place.require(
          known.contains(id),
          Check.UNKNOWN_ID,
          line(name),
          "@" + name + " '" + id + "' is unknown",
          "the nearest is '" + NearestName.of(id, known) + "'");
    }
  }

  private void reviewed() {
    try {
      if (!value("reviewed").isEmpty()) {
        LocalDate.parse(value("reviewed"));
      }
    } catch (DateTimeException e) {
      require(
          false,
          "reviewed",
          "@reviewed '" + value("reviewed") + "' is no date YYYY-MM-DD",
          "write the day of the last review, as in \"2026-11-21\"");
    }
  }

  private void absences() {
    long nots = rule.conditions().stream().filter(c -> c.kind() == Kind.NOT).count();
    int texts = RuleDescription.sentences(value("absent")).size();
    require(
        nots == texts,
        "absent",
        "it has " + nots + " 'not' and " + texts + " sentences in @absent, joined by ' | '",
        "say in @absent, in the order of the 'not', what is not there");
  }

  private void places() {
    data.forEach(
        (name, sentence) -> {
          Matcher matcher = RuleDescription.PLACE.matcher(sentence);
          while (matcher.find()) {
            String variable = matcher.group(1);
            place.require(
                bound.contains(variable),
                Check.UNBOUND_PLACE,
                line(name),
                variable + " is not bound",
                bound.isEmpty()
                    ? "bind it to a pattern, as in " + variable + " : Finding( … )"
                    : "the nearest that is bound is " + NearestName.of(variable, bound));
          }
        });
  }

  private void summary() {
    require(
        RuleDescription.PLACE.matcher(value("summary")).replaceAll("").length() < SUMMARY_LENGTH,
        "summary",
        "its summary is longer than " + SUMMARY_LENGTH + " characters",
        "say the rest in @detail");
  }

  private void sides() {
    List<String> sides = RuleDescription.sentences(value("detail"));
    require(
        sides.size() > 1 && sides.stream().allMatch(side -> side.indexOf(": ") > 0),
        "detail",
        "@detail has no two sides of the form 'source: what it says', joined by ' | '",
        "give each side with its source, as in \"policy: … | guidance: …\"");
  }

  private void policy(Conclusion conclusion) {
    String policy = value("policy");
    if (!knowledge.policies().contains(policy)) {
      return;
    }
    String wanted = "\"" + knowledge.level(policy) + "\", \"" + policy + "\"";
    boolean inserted =
        conclusion.expressions().size() > 1
            && String.join(", ", conclusion.expressions().subList(0, 2)).equals(wanted);
    require(
        inserted,
        "policy",
        "it does not insert @policy " + policy + " with its level",
        "insert new TierReason( " + wanted + ", … )");
  }

  private void require(boolean holds, String name, String message, String remedy) {
    if (!holds) {
      place.add(Check.METADATA, line(name), message, remedy);
    }
  }
}
