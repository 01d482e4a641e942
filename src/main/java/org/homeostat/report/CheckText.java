package org.homeostat.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.homeostat.rulebook.Diagnostic;
import org.homeostat.rulebook.RuleCheck;
import org.homeostat.rulebook.Severity;

/** What was found in a rule folder, as text: two lines for each diagnostic, and a count. */
public final class CheckText {

  private final UnaryOperator<String> path;
  private final Severity threshold;

  /**
   * A writer of texts.
   *
   * @param path makes of a path in the rule folder one that the reader can open
   * @param threshold what weighs less is counted only
   */
  public CheckText(UnaryOperator<String> path, Severity threshold) {
    this.path = path;
    this.threshold = threshold;
  }

  /** The text, with a line end at its end. */
  public String write(RuleCheck found) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : found.diagnostics()) {
      if (diagnostic.check().severity().compareTo(threshold) <= 0) {
        text.append(lines(diagnostic));
      }
    }
    return text.append(count(found)).append("\n").toString();
  }

  private String lines(Diagnostic diagnostic) {
    String file = diagnostic.file().isEmpty() ? "" : path.apply(diagnostic.file());
    String line = diagnostic.line() == 0 ? "" : ":" + diagnostic.line();
    String rule = diagnostic.rule().isEmpty() ? "" : "rule '" + diagnostic.rule() + "': ";
    String severity = diagnostic.check().severity().code();
    return InertText.of(file + line + ": " + severity + ": " + rule + diagnostic.message())
        + "\n    "
        + InertText.of(diagnostic.remedy() + " [" + diagnostic.check().code() + "]")
        + "\n";
  }

  private static String count(RuleCheck found) {
    Map<Severity, Integer> times = new EnumMap<>(Severity.class);
    found.diagnostics().forEach(d -> times.merge(d.check().severity(), 1, Integer::sum));
    return times(found.rules(), "rule")
        + ", "
        + times(found.tables(), "table")
        + ": "
        + String.join(
            ", ",
            List.of(Severity.values()).stream()
                .map(severity -> times(times.getOrDefault(severity, 0), severity.code()))
                .toList());
  }

  private static String times(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
