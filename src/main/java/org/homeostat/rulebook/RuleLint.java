package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleShape.Conclusion;
import org.homeostat.rulebook.RuleShape.Condition;
import org.homeostat.rulebook.RuleShape.Kind;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Holds rules to their form, on Drools' own syntax tree. Each problem names file, line and rule.
 */
final class RuleLint {

  static final int RULES_A_FILE = 12;
  private static final String FACT = "org.homeostat.fact.";
  private static final String FORMULAS = "org.homeostat.quantity.Formulas.";

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w$.])\\d[\\d.]*");
  private static final Pattern HALF =
      Pattern.compile("(\\|\\||&&)\\s*(==|!=|<|>|matches\\b|contains\\b|in\\b|memberOf\\b)");
  private static final Pattern ORDER = Pattern.compile("[<>]");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\beval\\b|\\bstr\\s*\\[|\\bnew\\b|\\b[A-Z]\\w*\\s*\\.|\\b[a-z]\\w*\\.[a-z]\\w*\\.");

  private final Knowledge knowledge;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> fileOfRule = new HashMap<>();

  private RuleLint(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Refuses rules that are not in form.
   *
   * @throws RuleBookException with every departure
   */
  static void require(SortedMap<String, String> files, Knowledge knowledge) {
    List<String> problems = problems(files, knowledge);
    if (!problems.isEmpty()) {
      throw new RuleBookException("rules are not in form:\n  " + String.join("\n  ", problems));
    }
  }

  /** Every departure from the form in the given DRL files. */
  static List<String> problems(SortedMap<String, String> files, Knowledge knowledge) {
    RuleLint lint = new RuleLint(knowledge);
    List<RuleShape> rules = new ArrayList<>();
    files.forEach((name, text) -> rules.addAll(lint.file(name, text)));
    lint.problems.addAll(new Stratification(rules).problems());
    return List.copyOf(lint.problems);
  }

  static String place(RuleShape rule) {
    return rule.file() + ":" + rule.source().getLine() + ": rule '" + rule.name() + "': ";
  }

  private List<RuleShape> file(String name, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr tree;
    try {
      tree = parser.parse(null, text);
    } catch (DroolsParserException e) {
      throw new RuleBookException(name + ": " + e.getMessage());
    }
    if (parser.hasErrors()) {
      parser.getErrors().forEach(error -> problems.add(name + ": " + error.getMessage().strip()));
      return List.of();
    }
    String wanted =
        "org.homeostat.rules."
            + name.substring(0, name.length() - ".drl".length())
                .replace('/', '.')
                .replace('-', '_');
    check(tree.getName().equals(wanted), name, "its package is not " + wanted);
    check(
        tree.getGlobals().isEmpty()
            && tree.getFunctions().isEmpty()
            && tree.getTypeDeclarations().isEmpty()
            && tree.getEnumDeclarations().isEmpty()
            && tree.getAttributes().isEmpty()
            && tree.getAccumulateImports().isEmpty()
            && tree.getEntryPointDeclarations().isEmpty()
            && tree.getWindowDeclarations().isEmpty(),
        name,
        "it holds something besides imports and rules");
    check(
        tree.getRules().size() <= RULES_A_FILE,
        name,
        "it has " + tree.getRules().size() + " rules; a file has at most " + RULES_A_FILE);
    imports(name, tree, text);
    List<RuleShape> rules = tree.getRules().stream().map(rule -> RuleShape.of(name, rule)).toList();
    Set<String> formulas = new HashSet<>();
    tree.getFunctionImports()
        .forEach(i -> formulas.add(i.getTarget().substring(i.getTarget().lastIndexOf('.') + 1)));
    rules.forEach(rule -> rule(rule, formulas));
    return rules;
  }

  private void imports(String name, PackageDescr tree, String text) {
    for (ImportDescr descr : tree.getImports()) {
      String target = descr.getTarget();
      String type = target.substring(target.lastIndexOf('.') + 1);
      check(
          target.equals(FACT + type) && !type.equals("*") || target.equals("java.util.List"),
          name,
          "import " + target + ": only types of " + FACT + " may be imported, one by one");
      check(
          Pattern.compile("\\b" + Pattern.quote(type) + "\\b(?!;)").matcher(text).find(),
          name,
          "import " + target + " is not used");
    }
    for (ImportDescr descr : tree.getFunctionImports()) {
      check(
          descr.getTarget().startsWith(FORMULAS) && !descr.getTarget().endsWith("*"),
          name,
          "import static " + descr.getTarget() + ": only methods of Formulas may be imported");
    }
  }

  private void rule(RuleShape rule, Set<String> formulas) {
    RuleDescr source = rule.source();
    String place = place(rule);
    name(rule, place);
    check(!source.isQuery(), place, "a query is no rule");
    check(
        source.getAttributes().isEmpty(),
        place,
        "attributes " + new TreeSet<>(source.getAttributes().keySet()) + " are not allowed");
    check(source.getParentName() == null, place, "it extends another rule");
    check(source.getNamedConsequences().isEmpty(), place, "it has more than one consequence");
    elements(source.getLhs().getDescrs(), place, rule);
    Set<Integer> lines = new HashSet<>();
    for (Condition condition : rule.conditions()) {
      check(lines.add(condition.line()), place, "two patterns stand on line " + condition.line());
      condition.constraints().forEach(c -> constraint(c, place));
    }
    if (rule.conclusion().isEmpty()) {
      problems.add(
          place
              + "its consequence is not exactly one insertLogical( new … ) of literals, bound"
              + " variables and imported formulas");
      return;
    }
    conclusion(rule.conclusion().get(), formulas, place);
    new MetadataLint(rule, knowledge).problems().forEach(p -> problems.add(place + p));
  }

  private void name(RuleShape rule, String place) {
    check(KEBAB.matcher(rule.name()).matches(), place, "its name is not in kebab-case");
    String other = fileOfRule.putIfAbsent(rule.name(), rule.file());
    check(other == null, place, "its name stands twice, also in " + other);
    String withoutCodes = rule.name();
    for (String list : List.of("condition", "agent", "observation")) {
      for (String code : knowledge.codes(list)) {
        withoutCodes = withoutCodes.replace(code, "");
      }
    }
    check(
        withoutCodes.chars().noneMatch(Character::isDigit),
        place,
        "its name holds a number; cut-offs move");
  }

  private void elements(List<? extends BaseDescr> elements, String place, RuleShape rule) {
    for (BaseDescr element : elements) {
      if (element instanceof PatternDescr pattern) {
        pattern(pattern, place);
      } else if (element instanceof NotDescr not) {
        check(
            not.getDescrs().size() == 1 && not.getDescrs().get(0) instanceof PatternDescr,
            place,
            "a 'not' holds one pattern");
        elements(not.getDescrs(), place, rule);
      } else if (element instanceof ExistsDescr) {
        check(
            rule.conditions().stream()
                .noneMatch(
                    c -> c.kind() == Kind.EXISTS && Stratification.DERIVED.containsKey(c.type())),
            place,
            "'exists' over derived facts leaves no proof; bind the fact");
      } else {
        problems.add(
            place
                + element.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT)
                + " is not allowed between patterns");
      }
    }
  }

  private void pattern(PatternDescr pattern, String place) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      check(
          accumulate.getFunctions().stream().allMatch(f -> f.getFunction().equals("collectList"))
              && !accumulate.getFunctions().isEmpty(),
          place,
          "accumulate must collect a list of the facts it counts, so that the proof has them");
    } else {
      check(pattern.getSource() == null, place, "'from' is not allowed");
    }
    check(
        pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty(),
        place,
        "windows over patterns are not allowed");
  }

  private void constraint(String constraint, String place) {
    String code = STRING.matcher(constraint).replaceAll("\"\"");
    Matcher number = NUMBER.matcher(code);
    while (number.find()) {
      check(
          number.group().equals("0") || number.group().equals("1"),
          place,
          "the number " + number.group() + " belongs in a table");
    }
    check(!HALF.matcher(code).find(), place, "half constraint in '" + constraint + "'");
    check(
        !ORDER.matcher(code).find(),
        place,
        "compare through a method of a fact: '" + constraint + "'");
    check(
        !FOREIGN.matcher(code).find(),
        place,
        "'" + constraint + "' reaches beyond facts and formulas");
  }

  private void conclusion(Conclusion conclusion, Set<String> formulas, String place) {
    check(
        Stratification.DERIVED.containsKey(conclusion.type()),
        place,
        conclusion.type() + " is no type that rules derive");
    for (String expression : conclusion.expressions()) {
      int call = expression.indexOf('(');
      check(
          call < 0 || formulas.contains(expression.substring(0, call)),
          place,
          expression + " calls something that is not imported from Formulas");
    }
    check(
        conclusion.arguments().get(0).isPresent(),
        place,
        "the first argument of what it inserts must be a literal code");
  }

  private void check(boolean holds, String place, String problem) {
    if (!holds) {
      problems.add(place.endsWith(": ") ? place + problem : place + ": " + problem);
    }
  }
}
