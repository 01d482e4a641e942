package org.homeostat.rulebook;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.homeostat.knowledge.NearestName;
import org.homeostat.rulebook.RuleShape.Conclusion;

/** Holds the consequence of a rule to one derived fact, made of codes, variables and formulas. */
final class ConclusionLint {

  private static final String FORM =
      "its consequence is not exactly one insertLogical( new … ) of literals, bound variables and"
          + " imported formulas";
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*insertLogical\\s*\\(.*\\)\\s*", Pattern.DOTALL);
  private static final Pattern INSERT = Pattern.compile("\\binsert\\s*\\(");
  private static final Pattern TWICE =
      Pattern.compile("insertLogical.*insertLogical", Pattern.DOTALL);

  private final RuleShape rule;
  private final Place place;
  private final Scope scope;
  private final int line;

  private ConclusionLint(RuleShape rule, Place place, Scope scope, SourceText text) {
    this.rule = rule;
    this.place = place;
    this.scope = scope;
    this.line =
        text.lineOf(Pattern.compile("\\binsertLogical\\b"), rule.source().getConsequenceLine());
  }

  static void check(RuleShape rule, Place place, Scope scope, SourceText text) {
    ConclusionLint lint = new ConclusionLint(rule, place, scope, text);
    if (rule.conclusion().isPresent()) {
      lint.conclusion(rule.conclusion().get());
    } else {
      lint.form(rule.source());
    }
  }

  private void form(RuleDescr source) {
    String text = "" + source.getConsequence();
    int at = source.getConsequenceLine();
    if (STATEMENT.matcher(text).matches()
        && RuleShape.of("", withSemicolon(source)).conclusion().isPresent()) {
      place.add(Check.CONSEQUENCE, line, "its consequence has no semicolon", "end it with ');'");
      return;
    }
    String remedy = "write insertLogical( new Finding( \"code\", … ) ); and nothing else";
    if (INSERT.matcher(text).find()) {
      remedy = "write insertLogical, which takes the conclusion back when its reason goes";
    } else if (TWICE.matcher(text).find()) {
      remedy = "two conclusions are two rules";
    }
    place.add(Check.CONSEQUENCE, at, FORM, remedy);
  }

  private static RuleDescr withSemicolon(RuleDescr source) {
    RuleDescr whole = new RuleDescr(source.getName());
    whole.setLhs(source.getLhs());
    whole.setConsequence(source.getConsequence() + ";");
    return whole;
  }

  private void conclusion(Conclusion conclusion) {
    List<String> derived = Stratification.DERIVED.keySet().stream().sorted().toList();
    if (!derived.contains(conclusion.type())) {
      place.add(
          Check.CONSEQUENCE,
          line,
          conclusion.type() + " is no type that rules derive",
          "the nearest is "
              + NearestName.of(conclusion.type(), derived)
              + "; rules derive "
              + String.join(", ", derived));
      return;
    }
    place.require(
        scope.types().containsKey(conclusion.type()),
        Check.COMPILATION,
        line,
        conclusion.type() + " is not imported",
        "add 'import " + FactTypes.FACT + conclusion.type() + ";'");
    place.require(
        conclusion.arguments().get(0).isPresent(),
        Check.CONSEQUENCE,
        line,
        "the first argument of what it inserts must be a literal code",
        "write the code between quotation marks; one rule concludes one thing");
    List<Class<?>> passed = new ArrayList<>();
    try {
      for (String expression : conclusion.expressions()) {
        passed.add(type(expression));
      }
      constructor(conclusion.type(), passed);
    } catch (Refusal refusal) {
      refusal.report(place, line);
    }
  }

  private Class<?> type(String expression) throws Refusal {
    if (expression.startsWith("\"")) {
      return String.class;
    }
    int call = expression.indexOf('(');
    if (call < 0) {
      return MemberLookup.variable(scope, expression);
    }
    List<Class<?>> arguments = new ArrayList<>();
    Matcher variable = Pattern.compile("\\$\\w+").matcher(expression.substring(call));
    while (variable.find()) {
      arguments.add(MemberLookup.variable(scope, variable.group()));
    }
    return MemberLookup.formula(scope, expression.substring(0, call), arguments);
  }

  private static void constructor(String type, List<Class<?>> passed) throws Refusal {
    Constructor<?>[] constructors = FactTypes.ALL.get(type).getConstructors();
    boolean fits =
        Arrays.stream(constructors)
            .anyMatch(c -> MemberLookup.accepts(c.getParameterTypes(), passed));
    if (!fits) {
      throw new Refusal(
          Check.COMPILATION,
          "there is no new " + type + MemberLookup.list(passed),
          "it takes "
              + Arrays.stream(constructors)
                  .map(c -> MemberLookup.list(Arrays.asList(c.getParameterTypes())))
                  .sorted()
                  .collect(Collectors.joining(" or ")));
    }
  }
}
