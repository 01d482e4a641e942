package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a constraint, one after the other; the last is empty. */
final class ConstraintTokens {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"[^\"]*\"|[\\w$]+|==|!=|<=|>=|&&|\\|\\||\\S)");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  ConstraintTokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
  }

  /** The token that comes next. */
  String peek() {
    return peek(0);
  }

  /** The token that comes after so many others. */
  String peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  /** The token that comes next, which is then behind. */
  String take() {
    String token = peek();
    at++;
    return token;
  }

  /** Takes the token if it comes next. */
  boolean accept(String token) {
    boolean next = peek().equals(token);
    at += next ? 1 : 0;
    return next;
  }

  /** The token that was taken last. */
  String last() {
    return at > 0 && at <= tokens.size() ? tokens.get(at - 1) : "";
  }

  static boolean isWord(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
  }
}
