package org.homeostat.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.homeostat.knowledge.NearestName;

/** Holds the conditions of a rule to patterns over facts, one a line, and binds their variables. */
final class ConditionLint {

  private static final int CONDITIONS_A_RULE = 12;
  private static final String PATTERN_FORM =
      "write a pattern over a fact, as in $x : Finding( code == \"…\" )";
  private static final String COLLECT =
      "write $list : List( … ) from accumulate( $x : Fact( … ), collectList( $x ) )";
  private static final Map<String, String> WAYS =
      Map.of(
          "or", "two alternatives are two rules",
          "eval", "ask a fact through one of its methods",
          "forall", "use 'not' over the facts that would contradict it",
          "and", "write the patterns one below the other, without brackets",
          "conditionalbranch", "two consequences are two rules");

  private final Place place;
  private final int ruleLine;
  private final Set<Integer> lines = new HashSet<>();
  private int patterns;

  private ConditionLint(Place place, int ruleLine) {
    this.place = place;
    this.ruleLine = ruleLine;
  }

  /** Checks all conditions of a rule; afterwards the scope holds what they bind. */
  static void check(List<? extends BaseDescr> elements, Place place, int ruleLine, Scope scope) {
    ConditionLint lint = new ConditionLint(place, ruleLine);
    elements.forEach(element -> lint.element(element, scope));
    place.require(
        lint.patterns > 0 || !elements.isEmpty(),
        Check.CONDITION_FORM,
        ruleLine,
        "it asks for nothing, so it holds for everybody",
        "say in 'when' what it rests on");
    place.require(
        lint.patterns <= CONDITIONS_A_RULE,
        Check.CONDITION_FORM,
        ruleLine,
        "it has " + lint.patterns + " patterns; a rule has at most " + CONDITIONS_A_RULE,
        "derive a finding from some of them in a rule of its own");
  }

  private void element(BaseDescr element, Scope scope) {
    if (element instanceof PatternDescr pattern) {
      pattern(pattern, scope);
    } else if (element instanceof NotDescr not) {
      one(not.getDescrs(), "not", not, scope);
    } else if (element instanceof ExistsDescr exists) {
      one(exists.getDescrs(), "exists", exists, scope);
    } else {
      String name =
          element.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
      refuse(
          element,
          name + " is not allowed between patterns",
          WAYS.getOrDefault(name, PATTERN_FORM));
    }
  }

  private void one(List<?> inside, String word, BaseDescr element, Scope scope) {
    annotations(element);
    if (inside.size() != 1 || !(inside.get(0) instanceof PatternDescr pattern)) {
      refuse(
          element,
          (word.equals("exists") ? "an '" : "a '") + word + "' holds one pattern",
          "derive a finding from the patterns in a rule of its own, and ask for that finding");
      return;
    }
    boolean derived =
        word.equals("exists") && Stratification.DERIVED.containsKey(pattern.getObjectType());
    if (derived) {
      refuse(
          pattern,
          "'exists' over derived facts leaves no proof",
          "bind the fact, as in $x : " + pattern.getObjectType() + "( … )");
    }
    pattern(pattern, scope.inner());
  }

  private void pattern(PatternDescr pattern, Scope scope) {
    patterns++;
    if (!lines.add(pattern.getLine())) {
      refuse(
          pattern,
          "two patterns stand on line " + pattern.getLine(),
          "begin a new line for each pattern");
    }
    extras(pattern);
    Class<?> type = type(pattern, scope);
    String variable = pattern.getIdentifier();
    if (variable != null && !variable.isEmpty()) {
      if (!variable.startsWith("$")) {
        refuse(pattern, "the variable '" + variable + "' has no $", "call it $" + variable);
      }
      scope.bound().put(variable, type);
    }
    for (BaseDescr constraint : pattern.getDescrs()) {
      int line = constraint.getLine() > 0 ? constraint.getLine() : pattern.getLine();
      ConstraintLint.check("" + constraint.getText(), type, scope, place, line);
    }
  }

  /** What makes more of a pattern than a type and its constraints. */
  private void extras(PatternDescr pattern) {
    boolean plain =
        pattern.getDescrs().stream()
                .allMatch(
                    c ->
                        c instanceof ExprConstraintDescr e
                            && e.getType() == ExprConstraintDescr.Type.NAMED)
            && !pattern.isUnification()
            && !pattern.isQuery();
    if (!plain) {
      refuse(
          pattern,
          "it matches by position or by unification",
          "name the component, as in code == \"…\", and bind with ':'");
    }
    if (pattern.getBehaviors() != null && !pattern.getBehaviors().isEmpty()) {
      refuse(
          pattern, "windows over patterns are not allowed", "match a row of tables/windows.yaml");
    }
    annotations(pattern);
  }

  private void annotations(BaseDescr element) {
    if (element instanceof AnnotatedBaseDescr annotated) {
      for (AnnotationDescr annotation : annotated.getAnnotations()) {
        refuse(
            element,
            "a condition has no annotation; @" + annotation.getName() + " stands on one",
            "delete it; metadata stand between the rule's name and 'when'");
      }
    }
  }

  private Class<?> type(PatternDescr pattern, Scope scope) {
    String name = pattern.getObjectType();
    if (name == null) {
      refuse(pattern, "a path over facts is no pattern", PATTERN_FORM);
      return null;
    }
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      accumulate(pattern, accumulate, scope);
      return List.class;
    }
    if (pattern.getSource() != null) {
      refuse(pattern, "'from' is not allowed", "match facts of the session; " + PATTERN_FORM);
      return null;
    }
    Class<?> type = scope.types().get(name);
    if (type == null) {
      unknown(name, pattern);
    }
    return type;
  }

  private void unknown(String name, PatternDescr pattern) {
    if (FactTypes.ALL.containsKey(name)) {
      place.add(
          Check.COMPILATION,
          pattern.getLine(),
          name + " is not imported",
          "add 'import " + FactTypes.FACT + name + ";'");
    } else if (name.contains(".")) {
      place.add(
          Check.FOREIGN_REACH,
          pattern.getLine(),
          name + " reaches beyond facts and formulas",
          "match a fact type under its simple name, imported from " + FactTypes.FACT);
    } else {
      place.add(
          Check.COMPILATION,
          pattern.getLine(),
          "there is no fact type " + name,
          "the nearest is " + NearestName.of(name, FactTypes.ALL.keySet()));
    }
  }

  private void accumulate(PatternDescr pattern, AccumulateDescr accumulate, Scope scope) {
    Scope inner = scope.inner();
    List<?> inside =
        accumulate.getInput() instanceof AndDescr and
            ? and.getDescrs()
            : List.of(accumulate.getInput());
    boolean one = inside.size() == 1 && inside.get(0) instanceof PatternDescr;
    if (one) {
      PatternDescr counted = (PatternDescr) inside.get(0);
      // it may stand on the line of the list, which is one condition with it
      lines.remove(counted.getLine());
      pattern(counted, inner);
    }
    List<AccumulateFunctionCallDescr> functions = accumulate.getFunctions();
    boolean collects =
        pattern.getObjectType().equals("List")
            && functions.size() == 1
            && functions.get(0).getFunction().equals("collectList")
            && functions.get(0).getBind() == null
            && functions.get(0).getParams().length == 1
            && inner.bound().containsKey(functions.get(0).getParams()[0].strip());
    if (!one || !collects || !scope.types().containsKey("List")) {
      refuse(
          pattern,
          "accumulate must collect a list of the facts it counts, so that the proof has them",
          COLLECT + ", with java.util.List imported");
    }
  }

  private void refuse(BaseDescr element, String message, String remedy) {
    place.add(
        Check.CONDITION_FORM,
        element.getLine() > 0 ? element.getLine() : ruleLine,
        message,
        remedy);
  }
}
