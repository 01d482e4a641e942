package org.homeostat.rulebook;

import java.util.Comparator;

/**
 * What is to be mended in a rule folder.
 *
 * @param check what was looked for
 * @param file relative path in the rule folder, such as {@code tier/high.drl}
 * @param line from 1; 0 where the whole file is meant
 * @param rule id of the rule; empty where none is concerned
 * @param message what is wrong, without place
 * @param remedy the way out, a sentence
 */
public record Diagnostic(
    Check check, String file, int line, String rule, String message, String remedy) {

  /** By place, then by what was looked for. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::file)
          .thenComparing(Diagnostic::line)
          .thenComparing(Diagnostic::check)
          .thenComparing(Diagnostic::message);

  /** What is to be mended in a rule, at a line of its file. */
  static Diagnostic in(RuleShape rule, Check check, int line, String message, String remedy) {
    return new Diagnostic(check, rule.file(), line, rule.name(), message, remedy);
  }

  /** File and line, as editors understand them. */
  public String place() {
    return line == 0 ? file : file + ":" + line;
  }

  /** One line: place, rule, message, way out and code. */
  @Override
  public String toString() {
    return place()
        + ": "
        + (rule.isEmpty() ? "" : "rule '" + rule + "': ")
        + message
        + "; "
        + remedy
        + " ["
        + check.code()
        + "]";
  }
}
