package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Cuts the conditions of rules into queries: the first condition, the first two, and so on. Asked
 * in a session that holds the final facts of a case, they tell how far each rule came. For each
 * absence one more query asks for what stands in its way, and for each pattern some ask only its
 * first tests. Each rule has packages of its own: the executable model puts all queries of a
 * package into one class, and a class has its limits.
 */
final class PrefixQueries {

  private static final String QUERIES = "org.homeostat.queries.";
  private static final String CUTS = "_cuts";
  private static final Pattern PART = Pattern.compile("\\bof_rule_(\\d+)(" + CUTS + ")?\\b");

  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\b(isReachedBy|isNotReachedBy|isReachedWithoutOwnRange|isReachedByRise)\\s*\\(");
  private static final Pattern COMPARED =
      Pattern.compile(
          "^(\\$\\w+)\\s*:\\s*Cutoff\\s*\\(.*\\b"
              + "(?:isReachedBy|isNotReachedBy|isReachedWithoutOwnRange|isReachedByRise)"
              + "\\s*\\(\\s*(\\$\\w+)(?:\\s*,\\s*(\\$\\w+))?\\s*\\)",
          Pattern.DOTALL);
  private static final Pattern OWN_RANGE =
      Pattern.compile("^(\\$\\w+)\\s*:\\s*UsableObservation\\s*\\(.*OwnRange", Pattern.DOTALL);
  private static final Pattern CUTOFF = Pattern.compile("^(\\$\\w+\\s*:\\s*)?Cutoff\\s*\\(");
  private static final Pattern LITERAL =
      Pattern.compile("\\w+\\s*==\\s*\"[^\"]*\"|\\$\\w+\\s*:\\s*\\w+");
  private static final Pattern OF_TREATMENT =
      Pattern.compile("code\\s*==\\s*\\$\\w+|\\$\\w+\\s*:\\s*\\w+");
  private static final Pattern BINDING = Pattern.compile("^\\$\\w+\\s*:\\s*");

  private final SortedMap<String, String> queries = new TreeMap<>();
  private final List<RuleShape> shapes = new ArrayList<>();
  private final List<List<BaseDescr>> elements = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();

  private PrefixQueries() {}

  /**
   * Reads DRL files.
   *
   * @throws RuleBookException when one cannot be parsed
   */
  static PrefixQueries of(Map<String, String> files) {
    PrefixQueries all = new PrefixQueries();
    files.forEach(all::file);
    return all;
  }

  /** The name of the query for the first conditions of a rule. */
  static String prefix(String rule, int conditions) {
    return rule + " " + conditions;
  }

  /** The name of the query for what stands in the way of an absence; counted from 1. */
  static String obstacle(String rule, int condition) {
    return rule + " " + condition + " obstacle";
  }

  /** The name of the query for a condition with only so many of its tests; counted from 1. */
  static String cut(String rule, int condition, int tests) {
    return rule + " " + condition + " cut " + tests;
  }

  /** The name of the query for values on one side of a cut-off; the condition is counted from 1. */
  static String comparison(String rule, int condition, String side) {
    return rule + " " + condition + " " + side;
  }

  /** Whether a file or model holds queries of {@link #cut}. */
  static boolean isOfCuts(String name) {
    return PART.matcher(name).results().anyMatch(part -> part.group(2) != null);
  }

  /**
   * Whether a file or model holds queries of a rule, by its number in the order of the outlines.
   */
  static boolean isOfRule(String name, int number) {
    return PART.matcher(name).results().anyMatch(part -> Integer.parseInt(part.group(1)) == number);
  }

  /** The queries as DRL files, one a rule, by path. */
  SortedMap<String, String> files() {
    return queries;
  }

  /** What is asked, in the order of the files. */
  List<RuleOutline> outlines() {
    List<RuleOutline> outlines = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      outlines.add(outline(shapes.get(i), elements.get(i), texts.get(i)));
    }
    return List.copyOf(outlines);
  }

  private void file(String name, String text) {
    PackageDescr tree = parse(name, text);
    StringBuilder imports = new StringBuilder();
    for (ImportDescr descr : tree.getImports()) {
      imports.append("import ").append(descr.getTarget()).append("\n");
    }
    for (ImportDescr descr : tree.getFunctionImports()) {
      imports.append("import static ").append(descr.getTarget()).append("\n");
    }
    for (RuleDescr rule : tree.getRules()) {
      List<BaseDescr> asked = List.copyOf(rule.getLhs().getDescrs());
      List<String> conditions = asked.stream().map(element -> text(element, text)).toList();
      shapes.add(RuleShape.of(name, rule));
      elements.add(asked);
      texts.add(conditions);
      String named = "of_rule_" + shapes.size();
      put(named, imports + queries(rule.getName(), asked, conditions));
      String cuts = cuts(rule.getName(), asked, conditions);
      if (!cuts.isEmpty()) {
        put(named + CUTS, imports + cuts);
      }
    }
  }

  private void put(String named, String content) {
    queries.put(
        QUERIES.replace('.', '/') + named + ".drl",
        "package " + QUERIES + named + "\n\n" + content);
  }

  private static PackageDescr parse(String name, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr tree = parser.parse(null, text);
      if (parser.hasErrors()) {
        throw new RuleBookException(name + ": " + parser.getErrors().get(0).getMessage());
      }
      return tree;
    } catch (DroolsParserException e) {
      throw new RuleBookException(name + ": " + e.getMessage());
    }
  }

  private static String queries(String rule, List<BaseDescr> asked, List<String> conditions) {
    StringBuilder drl = new StringBuilder();
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      if (asked.get(i) instanceof NotDescr not && not.getDescrs().size() == 1) {
        String pattern = conditions.get(i).replaceFirst("^not\\b", "").strip();
        query(drl, obstacle(rule, i + 1), before + "    $obstacle : " + unwrapped(pattern) + "\n");
      }
      if (compares(conditions.get(i))) {
        String cutoff = BINDING.matcher(conditions.get(i)).replaceFirst("");
        for (String side : List.of("below", "at", "above")) {
          String compared = COMPARISON.matcher(cutoff).replaceFirst("finds( \"" + side + "\", ");
          query(drl, comparison(rule, i + 1, side), before + "    $compared : " + compared + "\n");
        }
      }
      before.append("    ").append(bound(asked.get(i), conditions.get(i), i)).append("\n");
      query(drl, prefix(rule, i + 1), before.toString());
    }
    return drl.toString();
  }

  private static String cuts(String rule, List<BaseDescr> asked, List<String> conditions) {
    StringBuilder drl = new StringBuilder();
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      PatternCuts cuts = PatternCuts.of(asked.get(i)).orElse(null);
      for (int tests = 1; cuts != null && tests < cuts.tests().size(); tests++) {
        query(drl, cut(rule, i + 1, tests), before + "    $candidate : " + cuts.with(tests) + "\n");
      }
      before.append("    ").append(conditions.get(i)).append("\n");
    }
    return drl.toString();
  }

  private static void query(StringBuilder drl, String name, String conditions) {
    drl.append("\nquery \"").append(name).append("\"\n").append(conditions).append("end\n");
  }

  /** A pattern with a name of its own, so that the facts it matched are in the answer. */
  private static String bound(BaseDescr element, String text, int at) {
    boolean nameless =
        element instanceof PatternDescr pattern
            && pattern.getSource() == null
            && (pattern.getIdentifier() == null || pattern.getIdentifier().isEmpty());
    return nameless ? "$asked" + at + " : " + text : text;
  }

  private static boolean compares(String condition) {
    return COMPARISON.matcher(condition).find() && CUTOFF.matcher(condition).find();
  }

  private static List<String> compared(String condition) {
    Matcher cutoff = COMPARED.matcher(condition);
    if (cutoff.find()) {
      return Stream.of(cutoff.group(1), cutoff.group(2), cutoff.group(3))
          .filter(Objects::nonNull)
          .toList();
    }
    Matcher ownRange = OWN_RANGE.matcher(condition);
    return ownRange.find() ? List.of(ownRange.group(1)) : List.of();
  }

  private static String unwrapped(String pattern) {
    return pattern.startsWith("(") ? pattern.substring(1, pattern.length() - 1).strip() : pattern;
  }

  private static String text(BaseDescr element, String file) {
    return file.substring(element.getStartCharacter(), element.getEndCharacter() + 1).strip();
  }

  private RuleOutline outline(RuleShape rule, List<BaseDescr> asked, List<String> conditions) {
    List<RuleOutline.Asked> outlined = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      int line = asked.get(i).getLine();
      List<RuleShape.Condition> patterns =
          rule.conditions().stream().filter(condition -> condition.line() == line).toList();
      outlined.add(
          new RuleOutline.Asked(
              line,
              conditions.get(i),
              asked.get(i) instanceof NotDescr,
              patterns.stream().anyMatch(PrefixQueries::isLookup),
              patterns.stream().anyMatch(c -> Stratification.DERIVED.containsKey(c.type())),
              compares(conditions.get(i)),
              compared(conditions.get(i)),
              PatternCuts.of(asked.get(i)).map(PatternCuts::tests).orElse(List.of()),
              feeders(patterns)));
    }
    RuleShape.Conclusion conclusion = rule.conclusion().orElse(null);
    return new RuleOutline(
        rule.name(),
        rule.file(),
        rule.source().getLine(),
        List.copyOf(outlined),
        conclusion == null ? "" : conclusion.type(),
        conclusion == null
            ? List.of()
            : conclusion.arguments().stream().map(literal -> literal.orElse(null)).toList());
  }

  private List<String> feeders(List<RuleShape.Condition> patterns) {
    return shapes.stream()
        .filter(
            other ->
                other.conclusion().isPresent()
                    && patterns.stream().anyMatch(c -> fits(c, other.conclusion().get())))
        .map(RuleShape::name)
        .sorted()
        .toList();
  }

  /** By literals in a table of which every row is there, or an agent by the code of a treatment. */
  private static boolean isLookup(RuleShape.Condition condition) {
    Pattern form =
        switch (condition.type()) {
          case "Contraindication", "Interval", "Window" -> LITERAL;
          case "Agent" -> OF_TREATMENT;
          default -> null;
        };
    return form != null
        && condition.kind() == RuleShape.Kind.HOLDS
        && condition.constraints().stream().allMatch(c -> form.matcher(c).matches());
  }

  private static boolean fits(RuleShape.Condition condition, RuleShape.Conclusion conclusion) {
    return condition.canMatch(
        conclusion, Stratification.DERIVED.getOrDefault(conclusion.type(), List.of()));
  }
}
