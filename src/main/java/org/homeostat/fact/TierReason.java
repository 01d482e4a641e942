package org.homeostat.fact;

/**
 * A policy id that holds.
 *
 * @param level {@code stop}, {@code high}, {@code indeterminate}, {@code moderate} or {@code low}
 * @param policy id of the tier policy, such as {@code HIGH-2}
 * @param agent code of the agent it is about; empty where it is about the patient
 */
public record TierReason(String level, String policy, String agent) implements Derived {

  /** A reason that lies in the patient. */
  public TierReason(String level, String policy) {
    this(level, policy, "");
  }
}
