package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition of a rule as its text has it.
 *
 * @param kind whether its fact must be there, must not, or whether all such facts are counted
 * @param variable name that it binds the fact to; empty for none
 * @param type simple name of the fact's type
 * @param constraints what it asks of the fact, in order
 * @param counted what is counted; null unless facts are counted
 */
record WrittenCondition(
    Kind kind,
    String variable,
    String type,
    List<Constraint> constraints,
    WrittenCondition counted) {

  /** Whether the fact must be there. */
  enum Kind {
    THERE,
    ABSENT,
    COUNTED
  }

  /**
   * A constraint.
   *
   * @param variable name that it binds a member to; empty for none
   * @param test what it asks; a bare member for a mere binding
   */
  record Constraint(String variable, Test test) {

    /** Whether it binds a member and asks nothing of it. */
    boolean isBinding() {
      return !variable.isEmpty() && test instanceof Holds holds && holds.term() instanceof Path;
    }

    /** The member that it binds; empty where it binds none. */
    Optional<Path> bound() {
      Term term =
          test instanceof Holds holds
              ? holds.term()
              : test instanceof Compares compares ? compares.left() : null;
      return variable.isEmpty() || !(term instanceof Path path)
          ? Optional.empty()
          : Optional.of(path);
    }
  }

  /** What holds or does not. */
  sealed interface Test permits Holds, Compares, Joined, Opposite {}

  /** A member, method or formula that says yes or no. */
  record Holds(Term term) implements Test {}

  /** A term beside others: {@code ==}, {@code in}, {@code contains}, {@code memberOf}. */
  record Compares(Term left, String operator, boolean positive, List<Term> right) implements Test {}

  /** Several tests of which all must hold, or one. */
  record Joined(boolean all, List<Test> tests) implements Test {}

  /** What must not hold. */
  record Opposite(Test test) implements Test {}

  /** What is compared. */
  sealed interface Term permits Text, Word, Variable, Path, Call, Nested {}

  /** A text in quotes. */
  record Text(String value) implements Term {}

  /** A number, or one of {@code true}, {@code false}, {@code null}. */
  record Word(String value) implements Term {}

  /**
   * A variable.
   *
   * @param members what is asked of it, such as {@code value} and {@code uom}; none for itself
   */
  record Variable(String name, List<Call> members) implements Term {}

  /** A member of the fact, or a member of it, and so on. */
  record Path(List<String> members) implements Term {
    String name() {
      return members.get(0);
    }
  }

  /** A method of the fact, or a formula. */
  record Call(String name, List<Term> arguments) implements Term {}

  /** A test in brackets. */
  record Nested(Test test) implements Term {}

  WrittenCondition {
    constraints = List.copyOf(constraints);
  }

  /** Reads the text of a condition; one that leaves the form of rules has no type. */
  static WrittenCondition of(String text) {
    ConstraintTokens tokens = new ConstraintTokens(text);
    Kind kind = tokens.accept("not") ? Kind.ABSENT : Kind.THERE;
    tokens.accept("exists");
    boolean bracket = tokens.accept("(");
    Reader reader = new Reader(tokens);
    WrittenCondition condition = reader.pattern(kind);
    reader.require(!bracket || tokens.accept(")"));
    reader.require(tokens.peek().isEmpty());
    return reader.inForm ? condition : new WrittenCondition(kind, "", "", List.of(), null);
  }

  /** Whether it keeps the form of rules, so that it could be read. */
  boolean isInForm() {
    return !type.isEmpty();
  }

  /** Reads tokens from left to right. */
  private static final class Reader {
    private final ConstraintTokens tokens;
    private boolean inForm = true;

    Reader(ConstraintTokens tokens) {
      this.tokens = tokens;
    }

    WrittenCondition pattern(Kind kind) {
      String variable = variable();
      String type = tokens.take();
      List<Constraint> constraints = new ArrayList<>();
      require(FactTypes.ALL.containsKey(type) || type.equals("List"));
      require(tokens.accept("("));
      while (inForm && !tokens.accept(")")) {
        constraints.add(new Constraint(variable(), tests()));
        require(tokens.accept(",") || tokens.peek().equals(")"));
      }
      if (!tokens.accept("from")) {
        return new WrittenCondition(kind, variable, type, constraints, null);
      }
      require(tokens.accept("accumulate") && tokens.accept("("));
      WrittenCondition counted = pattern(Kind.THERE);
      require(tokens.accept(",") && tokens.accept("collectList") && tokens.accept("("));
      tokens.take();
      require(tokens.accept(")") && tokens.accept(")"));
      return new WrittenCondition(Kind.COUNTED, variable, type, constraints, counted);
    }

    void require(boolean kept) {
      inForm &= kept;
    }

    private String variable() {
      if (!tokens.peek(1).equals(":")) {
        return "";
      }
      String variable = tokens.take();
      tokens.take();
      return variable;
    }

    /** {@code ||} binds weaker than {@code &&}. */
    private Test tests() {
      List<Test> either = new ArrayList<>();
      do {
        List<Test> all = new ArrayList<>();
        do {
          all.add(test());
        } while (tokens.accept("&&"));
        either.add(all.size() == 1 ? all.get(0) : new Joined(true, all));
      } while (tokens.accept("||"));
      return either.size() == 1 ? either.get(0) : new Joined(false, either);
    }

    private Test test() {
      if (tokens.accept("!")) {
        return new Opposite(test());
      }
      Term left = term();
      boolean positive = !tokens.accept("not");
      String operator = tokens.peek();
      switch (operator) {
        case "==", "!=":
          tokens.take();
          return new Compares(left, "==", operator.equals("=="), List.of(term()));
        case "in":
          tokens.take();
          require(tokens.accept("(") && !tokens.peek().equals(")"));
          return new Compares(left, "==", positive, arguments());
        case "contains", "memberOf":
          tokens.take();
          return new Compares(left, operator, positive, List.of(term()));
        default:
          return left instanceof Nested nested ? nested.test() : new Holds(left);
      }
    }

    private Term term() {
      String token = tokens.take();
      if (token.equals("(")) {
        Test test = tests();
        require(tokens.accept(")"));
        return new Nested(test);
      }
      if (token.startsWith("\"")) {
        return new Text(token.substring(1, token.length() - 1));
      }
      if (token.startsWith("$")) {
        List<Call> members = new ArrayList<>();
        while (tokens.accept(".")) {
          String name = tokens.take();
          members.add(new Call(name, tokens.accept("(") ? arguments() : List.of()));
        }
        return new Variable(token, members);
      }
      boolean word = token.isEmpty() || !ConstraintTokens.isWord(token);
      if (word || token.equals("null") || token.equals("true") || token.equals("false")) {
        return new Word(token);
      }
      return member(token);
    }

    private Term member(String first) {
      if (tokens.accept("(")) {
        List<Term> arguments = arguments();
        return arguments.isEmpty() ? path(first) : new Call(first, arguments);
      }
      return path(first);
    }

    private Path path(String first) {
      List<String> members = new ArrayList<>(List.of(first));
      while (tokens.accept(".")) {
        members.add(tokens.take());
        if (tokens.accept("(")) {
          arguments();
        }
      }
      return new Path(List.copyOf(members));
    }

    private List<Term> arguments() {
      List<Term> arguments = new ArrayList<>();
      while (inForm && !tokens.accept(")")) {
        Test test = tests();
        arguments.add(test instanceof Holds holds ? holds.term() : new Nested(test));
        require(tokens.accept(",") || tokens.peek().equals(")"));
      }
      return List.copyOf(arguments);
    }
  }
}
