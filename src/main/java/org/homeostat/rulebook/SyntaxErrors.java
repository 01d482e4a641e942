package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the DRL parser says of a file, in words. */
final class SyntaxErrors {

  private static final Pattern INPUT =
      Pattern.compile("(?:mismatched|extraneous|alternative at) input '(.*?)'");
  private static final Pattern EXPECTED = Pattern.compile("expecting one of .*\\[(.*)]");
  private static final String LOOK_BEFORE =
      "look at this line and the one before for a missing bracket, quotation mark or word";

  private SyntaxErrors() {}

  /** Adds brackets and words that are missing; where none is, what the parser says. */
  static void report(Place place, int line, String message, SourceText text) {
    List<Diagnostic> missing = new ArrayList<>();
    text.structure(Place.of(place.file(), missing::add));
    missing.forEach(place.found());
    if (missing.isEmpty()) {
      place.add(Check.SYNTAX, line, words(message), remedy(message));
    }
  }

  private static String words(String message) {
    Matcher input = INPUT.matcher(message);
    if (!input.find()) {
      return "it cannot be read as DRL here";
    }
    Matcher expected = EXPECTED.matcher(message);
    String instead = expected.find() ? "; what can stand here is " + expected.group(1) : "";
    return isEnd(input.group(1))
        ? "the file ends inside a rule"
        : "'" + input.group(1) + "' is not expected here" + instead;
  }

  private static String remedy(String message) {
    Matcher input = INPUT.matcher(message);
    if (!input.find() || isEnd(input.group(1))) {
      return LOOK_BEFORE;
    }
    if (input.group(1).equals("=")) {
      return "compare with ==";
    }
    boolean word = ConstraintTokens.isWord(input.group(1)) || input.group(1).startsWith("\"");
    return word ? "put a comma between two constraints; else " + LOOK_BEFORE : LOOK_BEFORE;
  }

  private static boolean isEnd(String token) {
    return token.isEmpty() || token.equals("<eof>");
  }
}
