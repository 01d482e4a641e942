package org.homeostat.fact;

/**
 * A policy id that holds.
 *
 * @param level {@code stop}, {@code high}, {@code indeterminate}, {@code moderate} or {@code low}
 * @param policy id of the tier policy, such as {@code HIGH-2}
 * @param agent code of the agent that it excludes or holds; empty where it names none
 */
public record TierReason(String level, String policy, String agent) implements Derived {

  /** A reason that names no agent. */
  public TierReason(String level, String policy) {
    this(level, policy, "");
  }
}
