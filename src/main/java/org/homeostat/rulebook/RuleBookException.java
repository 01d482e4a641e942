package org.homeostat.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot be read, compiled or accepted; the message names file, rule and reason. */
public final class RuleBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  RuleBookException(String message) {
    super(message);
    this.diagnostics = List.of();
  }

  /** With what is to be mended: one line each, by place. */
  RuleBookException(String message, List<Diagnostic> diagnostics) {
    super(message + lines(diagnostics));
    this.diagnostics = byPlace(diagnostics);
  }

  private static List<Diagnostic> byPlace(List<Diagnostic> diagnostics) {
    return diagnostics.stream().distinct().sorted(Diagnostic.ORDER).toList();
  }

  private static String lines(List<Diagnostic> diagnostics) {
    return byPlace(diagnostics).stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n  ", ":\n  ", ""));
  }

  /** What is to be mended, by place; may be empty where no place is to blame. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
