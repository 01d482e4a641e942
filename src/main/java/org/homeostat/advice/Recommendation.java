package org.homeostat.advice;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing for the clinician to consider.
 *
 * @param action verb of the contract, such as {@code measure}
 * @param target agent code, test code or topic
 * @param due may be null
 * @param notBefore may be null
 * @param summary one line under 140 characters
 * @param detail more of the same; empty where the summary says it all
 * @param guidance ids of the statements it rests on
 * @param because proof trees, one for each rule and way that gives it
 * @param supersedes ids of recommendations that it takes the place of
 * @param options ways that stand side by side for discussion; mostly none
 */
public record Recommendation(
    String action,
    String target,
    Urgency urgency,
    LocalDate due,
    LocalDate notBefore,
    String summary,
    String detail,
    List<String> guidance,
    List<Evidence> evidence,
    List<Proof> because,
    List<String> supersedes,
    List<TreatmentOption> options) {

  public Recommendation {
    guidance = List.copyOf(guidance);
    evidence = List.copyOf(evidence);
    because = List.copyOf(because);
    supersedes = List.copyOf(supersedes);
    options = List.copyOf(options);
  }

  /** The same with options. */
  public Recommendation withOptions(List<TreatmentOption> sideBySide) {
    return new Recommendation(
        action,
        target,
        urgency,
        due,
        notBefore,
        summary,
        detail,
        guidance,
        evidence,
        because,
        supersedes,
        sideBySide);
  }

  /** {@code action:target}. */
  public String id() {
    return action + ":" + target;
  }
}
