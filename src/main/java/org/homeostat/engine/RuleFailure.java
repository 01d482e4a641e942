package org.homeostat.engine;

/** A case that the rules could not finish; the message names the case and the rules involved. */
public final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleFailure(String caseId, String problem, Throwable cause) {
    super("case " + caseId + ": " + problem, cause);
  }
}
