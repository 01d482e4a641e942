package org.homeostat.fact;

import java.time.LocalDate;

/**
 * One thing to consider, before reasons are merged and superseded ones taken out.
 *
 * @param action one of the verbs of the contract, such as {@code measure}
 * @param target an agent code, a test code or a topic
 * @param notBefore first day on which it makes sense; null: any
 * @param due last day; null: what follows from the action and its urgency
 */
public record Advice(String action, String target, LocalDate notBefore, LocalDate due)
    implements Derived {

  /** Advice without days of its own. */
  public Advice(String action, String target) {
    this(action, target, null, null);
  }

  /** Advice that is too early before a day. */
  public Advice(String action, String target, LocalDate notBefore) {
    this(action, target, notBefore, null);
  }
}
