package org.homeostat.advice;

import java.util.List;

/**
 * The metabolic risk tier with its reasons.
 *
 * @param atLeast {@link TierLevel#MODERATE} where an indeterminate tier already has such a reason;
 *     else null
 * @param reasons every policy id that holds, deciding level first
 * @param missing core data that is not there
 */
public record Tier(
    TierLevel level, TierLevel atLeast, List<Reason> reasons, List<Missing> missing) {

  public Tier {
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
  }

  /** A policy id that holds. */
  public record Reason(
      String id,
      TierLevel level,
      String summary,
      List<String> guidance,
      List<Evidence> evidence,
      List<Proof> because) {
    public Reason {
      guidance = List.copyOf(guidance);
      evidence = List.copyOf(evidence);
      because = List.copyOf(because);
    }
  }

  /** A core datum that is missing, stale or unreliable, and what it would decide. */
  public record Missing(String code, String why) {}
}
