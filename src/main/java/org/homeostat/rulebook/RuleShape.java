package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A rule as its syntax tree has it, reduced to what it matches and what it inserts.
 *
 * @param file relative path of its file
 * @param conditions its patterns, in order, also those inside {@code not} and {@code accumulate}
 * @param conclusion what it inserts; empty when the consequence has another form
 */
record RuleShape(
    String file, RuleDescr source, List<Condition> conditions, Optional<Conclusion> conclusion) {

  private static final Pattern INSERT =
      Pattern.compile(
          "insertLogical\\s*\\(\\s*new\\s+(\\w+)\\s*\\((.*)\\)\\s*\\)\\s*;", Pattern.DOTALL);
  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*(\"[^\"]*\"|\\$\\w+|\\w+\\(\\s*\\$\\w+(\\s*,\\s*\\$\\w+)*\\s*\\))\\s*");
  private static final Pattern EQUALS = Pattern.compile("(\\w+)\\s*==\\s*\"([^\"]*)\"");
  private static final Pattern DIFFERS = Pattern.compile("(\\w+)\\s*!=\\s*\"([^\"]*)\"");
  private static final Pattern IN = Pattern.compile("(\\w+)\\s+in\\s*\\(([^)]*)\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Whether a pattern must hold, must not, or is looked at as a whole. */
  enum Kind {
    HOLDS,
    NOT,
    EXISTS,
    ACCUMULATED
  }

  /**
   * A pattern.
   *
   * @param variable name that it binds the fact to; empty for none
   * @param only for components with literal tests, the values that pass
   * @param never for components with literal tests, the values that do not pass
   */
  record Condition(
      Kind kind,
      String type,
      String variable,
      List<String> constraints,
      Map<String, Set<String>> only,
      Map<String, Set<String>> never,
      int line) {

    /** Whether a fact with these literal components (null: any value) could match. */
    boolean canMatch(Conclusion conclusion, List<String> components) {
      if (!type.equals(conclusion.type())) {
        return false;
      }
      for (int i = 0; i < components.size() && i < conclusion.arguments().size(); i++) {
        Optional<String> literal = conclusion.arguments().get(i);
        String component = components.get(i);
        if (literal.isPresent()
            && (only.containsKey(component) && !only.get(component).contains(literal.get())
                || never.getOrDefault(component, Set.of()).contains(literal.get()))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * What a rule inserts.
   *
   * @param arguments literals of the constructor; empty where an argument is no literal
   */
  record Conclusion(String type, List<Optional<String>> arguments, List<String> expressions) {}

  static RuleShape of(String file, RuleDescr rule) {
    List<Condition> conditions = new ArrayList<>();
    collect(rule.getLhs().getDescrs(), Kind.HOLDS, conditions);
    return new RuleShape(
        file, rule, List.copyOf(conditions), conclusion("" + rule.getConsequence()));
  }

  /** The rules of DRL files; a file that cannot be parsed has none. */
  static List<RuleShape> all(Map<String, String> files) {
    List<RuleShape> rules = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
          try {
            PackageDescr tree = parser.parse(null, text);
            if (tree != null && !parser.hasErrors()) {
              tree.getRules().forEach(rule -> rules.add(of(name, rule)));
            }
          } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            // the form of the file is another check's, which names the place
          }
        });
    return List.copyOf(rules);
  }

  String name() {
    return source.getName();
  }

  /** Line of the rule's name. */
  int line() {
    return source.getLine();
  }

  /** What the rule says of itself under the name, without quotes; empty where it says nothing. */
  String metadata(String name) {
    AnnotationDescr annotation = source.getAnnotation(name);
    String value = annotation == null ? "" : "" + annotation.getValueMap().get("value");
    return value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
        ? value.substring(1, value.length() - 1)
        : "";
  }

  private static void collect(
      List<? extends BaseDescr> elements, Kind kind, List<Condition> conditions) {
    for (BaseDescr element : elements) {
      if (element instanceof PatternDescr pattern) {
        conditions.add(condition(pattern, kind));
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
          collect(List.of(accumulate.getInput()), Kind.ACCUMULATED, conditions);
        }
      } else if (element instanceof NotDescr not) {
        collect(not.getDescrs(), Kind.NOT, conditions);
      } else if (element instanceof ExistsDescr exists) {
        collect(descrs(exists), Kind.EXISTS, conditions);
      } else if (element instanceof ConditionalElementDescr group) {
        collect(descrs(group), kind, conditions);
      }
    }
  }

  private static List<? extends BaseDescr> descrs(ConditionalElementDescr group) {
    List<BaseDescr> descrs = new ArrayList<>();
    for (Object descr : group.getDescrs()) {
      descrs.add((BaseDescr) descr);
    }
    return descrs;
  }

  private static Condition condition(PatternDescr pattern, Kind kind) {
    List<String> constraints = pattern.getDescrs().stream().map(BaseDescr::getText).toList();
    Map<String, Set<String>> only = new LinkedHashMap<>();
    Map<String, Set<String>> never = new LinkedHashMap<>();
    for (String constraint : constraints) {
      Matcher equals = EQUALS.matcher(constraint);
      while (equals.find()) {
        only.computeIfAbsent(equals.group(1), c -> new TreeSet<>()).add(equals.group(2));
      }
      Matcher differs = DIFFERS.matcher(constraint);
      while (differs.find()) {
        never.computeIfAbsent(differs.group(1), c -> new TreeSet<>()).add(differs.group(2));
      }
      Matcher in = IN.matcher(constraint);
      while (in.find()) {
        Matcher quoted = QUOTED.matcher(in.group(2));
        while (quoted.find()) {
          only.computeIfAbsent(in.group(1), c -> new TreeSet<>()).add(quoted.group(1));
        }
      }
    }
    return new Condition(
        kind,
        "" + pattern.getObjectType(),
        pattern.getIdentifier() == null ? "" : pattern.getIdentifier(),
        constraints,
        only,
        never,
        pattern.getLine());
  }

  private static Optional<Conclusion> conclusion(String consequence) {
    Matcher insert = INSERT.matcher(consequence.strip());
    if (!insert.matches()) {
      return Optional.empty();
    }
    List<Optional<String>> arguments = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    String rest = insert.group(2);
    Matcher argument = ARGUMENT.matcher(rest);
    int at = 0;
    while (argument.find(at) && argument.start() == at) {
      String text = argument.group(1);
      expressions.add(text);
      arguments.add(
          text.startsWith("\"")
              ? Optional.of(text.substring(1, text.length() - 1))
              : Optional.empty());
      at = argument.end();
      if (at == rest.length()) {
        return Optional.of(new Conclusion(insert.group(1), arguments, expressions));
      }
      if (rest.charAt(at) != ',') {
        break;
      }
      at++;
    }
    return Optional.empty();
  }
}
