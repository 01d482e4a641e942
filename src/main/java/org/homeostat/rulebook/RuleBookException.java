package org.homeostat.rulebook;

/** Rules that cannot be read, compiled or accepted; the message names file, rule and reason. */
public final class RuleBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleBookException(String message) {
    super(message);
  }
}
