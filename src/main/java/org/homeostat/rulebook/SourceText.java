package org.homeostat.rulebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a rule file, read character by character before any parser sees it. Nothing may hide
 * in it: strings end on their line and have no escapes, comments begin with two slashes, and every
 * character can be seen. So what later checks read is what a compiler reads.
 */
final class SourceText {

  private static final int DEEPEST = 8;
  private static final int MOST = 10;
  private static final int FIRST_FOREIGN = 128;
  private static final String FOREIGN = "'`#";
  private static final Pattern WORD = Pattern.compile("\\s*(rule|query|when|then|end)\\b.*");
  private static final Pattern ONE_LINE = Pattern.compile(".*\\bend\\s*");
  private static final Map<String, String> AFTER =
      Map.of("end", "rule", "rule", "when", "when", "then", "then", "end");

  /**
   * An opening bracket.
   *
   * @param sign the bracket itself
   */
  private record Bracket(char sign, int line) {}

  private final Place place;
  private final String text;
  private final StringBuilder code = new StringBuilder();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private List<String> lines = List.of();
  private boolean balanced = true;
  private int marks;
  private int line = 1;

  private SourceText(Place place, String text) {
    this.place = place;
    this.text = text;
  }

  /** Reads a file; what must not stand in it goes to the place. */
  static SourceText read(Place place, String text) {
    SourceText source = new SourceText(place, text);
    source.scan();
    source.lines = List.of(source.code.toString().split("\n", -1));
    return source;
  }

  /** The text with the contents of strings and comments blanked, line by line the same. */
  String code() {
    return code.toString();
  }

  /**
   * The line from the given one on which the pattern is first found in the code; else that line.
   */
  int lineOf(Pattern pattern, int from) {
    for (int i = Math.max(from, 1); i <= lines.size(); i++) {
      if (pattern.matcher(lines.get(i - 1)).find()) {
        return i;
      }
    }
    return Math.max(from, 0);
  }

  /** Adds to the place what keeps rules from being told apart: brackets and missing words. */
  void structure(Place missing) {
    brackets(missing);
    String last = "end";
    int begun = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher word = WORD.matcher(lines.get(i));
      if (word.matches()) {
        String now = word.group(1).replace("query", "rule");
        due(missing, last, now, begun, i + 1);
        begun = now.equals("rule") ? i + 1 : begun;
        last = ONE_LINE.matcher(lines.get(i)).matches() ? "end" : now;
      }
    }
    due(missing, last, "rule", begun, lines.size());
  }

  /** Adds the word that is not there when one word of a rule follows another. */
  private static void due(Place missing, String last, String now, int begun, int at) {
    String due = AFTER.get(last);
    if (!due.equals(now)) {
      missing.add(
          Check.SYNTAX,
          at,
          due.equals("rule")
              ? "'" + now + "' stands outside a rule"
              : "the rule of line " + begun + " has no '" + due + "' before this line",
          "a rule is its name, its metadata, 'when', 'then' and 'end', each on a line of its own");
    }
  }

  private void scan() {
    boolean string = false;
    boolean comment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
      if (c == '\n') {
        mark(
            !string,
            Check.SYNTAX,
            "a string is not closed on its line",
            "close it with a quotation mark; a long text stays on one line");
        string = false;
        comment = false;
        line++;
        code.append(c);
      } else if (isHidden(i)) {
        mark(
            false,
            Check.FILE_CONTENT,
            "it holds the character U+%04X, which cannot be seen".formatted((int) c),
            "delete it, and save the file as UTF-8 without a byte order mark");
        code.append(' ');
      } else if (string || comment) {
        string = string && c != '"';
        backslash(c);
        code.append(c == '"' && !comment ? '"' : ' ');
      } else if (c == '"') {
        string = true;
        code.append(c);
      } else if (c == '/' && next == '/') {
        comment = true;
        code.append(' ');
      } else {
        code(c, next);
        code.append(c);
      }
    }
    mark(
        !string,
        Check.SYNTAX,
        "a string is not closed on its line",
        "close it with a quotation mark; a long text stays on one line");
  }

  /** Adds what stands on the current line, unless it holds; a file of noise has no end of it. */
  private void mark(boolean holds, Check check, String message, String remedy) {
    if (!holds && marks++ < MOST) {
      place.add(check, line, message, remedy);
    }
  }

  private void backslash(char c) {
    mark(
        c != '\\',
        Check.FILE_CONTENT,
        "it holds a backslash, which can hide what a text says",
        "write the character itself; rules have no escapes");
  }

  private void code(char c, char next) {
    backslash(c);
    mark(
        c == '\\' || c < FIRST_FOREIGN && FOREIGN.indexOf(c) < 0,
        Check.SYNTAX,
        "the character " + c + " has no meaning in a rule",
        "delete it; texts stand between quotation marks, comments begin with //");
    mark(
        c != '/' || next != '*',
        Check.FILE_CONTENT,
        "a comment in /* */ can hide what is compiled",
        "begin each line of a comment with //");
    if ("([{".indexOf(c) >= 0) {
      open.push(new Bracket(c, line));
      mark(
          open.size() != DEEPEST + 1,
          Check.SYNTAX,
          "brackets nest deeper than " + DEEPEST,
          "say it in several constraints or rules");
    } else if (")]}".indexOf(c) >= 0) {
      close(c);
    }
  }

  private void close(char c) {
    Bracket opened = open.poll();
    boolean fits = opened != null && ")]}".indexOf(c) == "([{".indexOf(opened.sign());
    mark(
        fits || !balanced,
        Check.SYNTAX,
        opened == null
            ? "'" + c + "' closes nothing"
            : "'" + c + "' does not close the '" + opened.sign() + "' of line " + opened.line(),
        "each bracket is opened once and closed once");
    balanced &= fits;
  }

  private void brackets(Place missing) {
    if (balanced && !open.isEmpty()) {
      Bracket bracket = open.peekLast();
      missing.add(
          Check.SYNTAX,
          bracket.line(),
          "'" + bracket.sign() + "' is not closed",
          "close it where the pattern or the call ends");
    }
  }

  private boolean isHidden(int at) {
    boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    int c = text.codePointAt(second ? at - 1 : at);
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
