package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a constraint by a small grammar: comparisons of what the pattern's fact has with texts,
 * bound variables and formulas. Whatever the grammar does not know is refused.
 */
final class ConstraintLint {

  private static final Set<String> EQUALITY = Set.of("==", "!=");
  private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=");
  private static final Set<String> LISTS = Set.of("in", "contains", "memberOf");
  private static final Set<String> FOREIGN_OPERATORS =
      Set.of("matches", "soundslike", "str", "instanceof", "excludes", "eval", "new", "if", "from");

  private final ConstraintTokens tokens;
  private final String text;
  private final Class<?> type;
  private final Scope scope;

  private ConstraintLint(String text, Class<?> type, Scope scope) {
    this.tokens = new ConstraintTokens(text);
    this.text = text.strip();
    this.type = type;
    this.scope = scope;
  }

  /**
   * Checks a constraint and binds its variable in the scope.
   *
   * @param type what the pattern matches; null where that is not known
   */
  static void check(String text, Class<?> type, Scope scope, Place place, int line) {
    ConstraintLint lint = new ConstraintLint(text, type, scope);
    try {
      lint.constraint();
    } catch (Refusal refusal) {
      refusal.report(place, line);
    } catch (StackOverflowError e) {
      place.add(Check.SYNTAX, line, "it nests too deeply", "say it in several constraints");
    }
  }

  private void constraint() throws Refusal {
    String variable = tokens.peek(1).equals(":") ? tokens.take() : null;
    if (variable != null) {
      tokens.take();
      scope.bound().put(variable, null);
      if (!variable.startsWith("$")) {
        throw new Refusal(
            Check.CONSTRAINT_FORM,
            "the variable '" + variable + "' has no $",
            "call it $" + variable);
      }
    }
    Class<?> value = relation();
    if (variable != null) {
      scope.bound().put(variable, value);
    }
    value = more(value);
    if (!tokens.peek().isEmpty()) {
      throw leftOver();
    }
    if (variable == null) {
      yesOrNo(value);
    }
  }

  /** What follows a first relation: others, joined by {@code &&} and {@code ||}. */
  private Class<?> more(Class<?> first) throws Refusal {
    Class<?> value = first;
    while (tokens.peek().equals("&&") || tokens.peek().equals("||")) {
      yesOrNo(value);
      tokens.take();
      String next = tokens.peek();
      if (EQUALITY.contains(next)
          || ORDER.contains(next)
          || LISTS.contains(next)
          || FOREIGN_OPERATORS.contains(next) && !next.equals("eval")) {
        throw new Refusal(
            Check.CONSTRAINT_FORM,
            "half constraint in '" + text + "'",
            "write both sides of each comparison, or use in ( … )");
      }
      value = relation();
      yesOrNo(value);
    }
    return value;
  }

  private Class<?> relation() throws Refusal {
    if (tokens.accept("!")) {
      yesOrNo(relation());
      return boolean.class;
    }
    Class<?> left = operand();
    if (EQUALITY.contains(tokens.peek())) {
      tokens.take();
      comparable(left, operand());
      return boolean.class;
    }
    boolean not = tokens.peek().equals("not") && LISTS.contains(tokens.peek(1));
    if (not) {
      tokens.take();
    }
    if (tokens.accept("in")) {
      expect("(");
      for (Class<?> item : arguments()) {
        comparable(left, item);
      }
      return boolean.class;
    }
    if (tokens.accept("contains")) {
      list(left);
      operand();
      return boolean.class;
    }
    if (tokens.accept("memberOf")) {
      list(operand());
      return boolean.class;
    }
    return left;
  }

  private Class<?> operand() throws Refusal {
    String token = tokens.take();
    if (token.equals("(")) {
      Class<?> value = more(relation());
      expect(")");
      return value;
    }
    if (token.startsWith("\"")) {
      return String.class;
    }
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return number(token);
    }
    if (!ConstraintTokens.isWord(token)) {
      throw unexpected(token);
    }
    return switch (token) {
      case "true", "false" -> boolean.class;
      case "null" -> void.class;
      case "this" -> members(type);
      default -> members(named(token));
    };
  }

  private Class<?> named(String name) throws Refusal {
    if (name.startsWith("$")) {
      return MemberLookup.variable(scope, name);
    }
    boolean known = type == null || FactTypes.members(type).containsKey(name);
    boolean formula = !known && scope.formulas().containsKey(name);
    if (!known && !formula && tokens.peek().equals("(")) {
      throw unknownCall(name);
    }
    if (tokens.accept("(")) {
      List<Class<?>> passed = arguments();
      return formula
          ? MemberLookup.formula(scope, name, passed)
          : MemberLookup.member(type, name, passed);
    }
    if (!known && (tokens.peek().equals(".") || FOREIGN_OPERATORS.contains(name))) {
      throw MemberLookup.foreign("'" + text + "'");
    }
    return MemberLookup.member(type, name, null);
  }

  private Refusal unknownCall(String name) {
    if (FactTypes.ALL_FORMULAS.containsKey(name)) {
      return MemberLookup.notImported(name);
    }
    if (FOREIGN_OPERATORS.contains(name)) {
      return MemberLookup.foreign("the call '" + name + "(…)' in '" + text + "'");
    }
    return MemberLookup.unknown(type, name);
  }

  private Class<?> members(Class<?> first) throws Refusal {
    Class<?> value = first;
    while (tokens.accept(".")) {
      String name = tokens.take();
      value = MemberLookup.member(value, name, tokens.accept("(") ? arguments() : null);
    }
    return value;
  }

  private List<Class<?>> arguments() throws Refusal {
    List<Class<?>> types = new ArrayList<>();
    if (tokens.accept(")")) {
      return types;
    }
    do {
      types.add(more(relation()));
    } while (tokens.accept(","));
    expect(")");
    return types;
  }

  private static Class<?> number(String token) throws Refusal {
    if (token.equals("0") || token.equals("1")) {
      return int.class;
    }
    throw new Refusal(
        Check.NUMBER_LITERAL,
        "the number " + token + " belongs in a table",
        "make it a row of tables/cutoffs.yaml or tables/windows.yaml and match that row");
  }

  private void expect(String token) throws Refusal {
    if (!tokens.accept(token)) {
      throw leftOver();
    }
  }

  private Refusal leftOver() {
    String token = tokens.peek();
    if (ORDER.contains(token)) {
      return unexpected(token);
    }
    boolean value = token.startsWith("\"") || ConstraintTokens.isWord(token);
    boolean word = FOREIGN_OPERATORS.contains(token) || tokens.peek(1).equals("[");
    if (value && !word) {
      return new Refusal(
          Check.CONSTRAINT_FORM,
          "something is missing between '" + tokens.last() + "' and '" + token + "'",
          "put a comma between two constraints, and == between two values");
    }
    return unexpected(token);
  }

  private Refusal unexpected(String token) {
    if (ORDER.contains(token)) {
      return new Refusal(
          Check.CONSTRAINT_FORM,
          "compare through a method of a fact: '" + text + "'",
          "match a cut-off and ask it, as in Cutoff( code == …, band == …, isReachedBy( $value ) )");
    }
    if (token.isEmpty()) {
      return new Refusal(
          Check.CONSTRAINT_FORM,
          "'" + text + "' ends too early",
          "write both sides of each comparison");
    }
    return MemberLookup.foreign("'" + token + "' in '" + text + "'");
  }

  private void comparable(Class<?> left, Class<?> right) throws Refusal {
    if (left == null || right == null) {
      return;
    }
    boolean numbers =
        FactTypes.words(left).equals("number") && FactTypes.words(right).equals("number");
    if (!numbers && !FactTypes.fits(left, right) && !FactTypes.fits(right, left)) {
      throw new Refusal(
          Check.COMPILATION,
          "'" + text + "' compares " + FactTypes.words(left) + " with " + FactTypes.words(right),
          "compare values of one type");
    }
  }

  private void yesOrNo(Class<?> value) throws Refusal {
    if (value != null && value != boolean.class && value != Boolean.class) {
      throw new Refusal(
          Check.COMPILATION,
          "'" + text + "' is a " + FactTypes.words(value) + ", not yes or no",
          "compare it with something, or bind it to a variable, as in $x : " + text);
    }
  }

  private void list(Class<?> value) throws Refusal {
    if (value != null && value != List.class) {
      throw new Refusal(
          Check.COMPILATION,
          "'" + text + "' looks into a " + FactTypes.words(value) + ", which is no list",
          "compare it with ==, or with in ( … )");
    }
  }
}
