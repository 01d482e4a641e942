package org.homeostat.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verbs of recommendations, and how two of them go together that have one target. */
public final class Actions {

  /** Every verb of the contract. */
  public static final List<String> ALL =
      List.of(
          "avoid", "stop", "hold", "review", "refer", "assess", "measure", "repeat", "discuss",
          "counsel", "verify");

  /** Verbs that say to leave an agent be. */
  public static final Set<String> LEAVE = Set.of("avoid", "stop", "hold");

  /** Verbs that say to take a test. */
  public static final Set<String> TEST = Set.of("measure", "repeat");

  private static final Map<String, List<String>> SUPERSEDES =
      Map.of(
          "avoid",
          List.of("hold", "review"),
          "stop",
          List.of("hold", "review"),
          "hold",
          List.of("review"),
          "repeat",
          List.of("measure"));

  private Actions() {}

  /** The verbs that this one replaces where both have one target. */
  public static List<String> replaces(String action) {
    return SUPERSEDES.getOrDefault(action, List.of());
  }

  /**
   * Whether nobody can follow both where they have one target: one says to leave it be and the
   * other to take it up, or one that it is not to be begun and the other that it is taken.
   */
  public static boolean areOpposed(String one, String other) {
    return isAgainst(one, other) || isAgainst(other, one);
  }

  private static boolean isAgainst(String one, String other) {
    boolean takesUp = TEST.contains(other) || other.equals("discuss");
    return LEAVE.contains(one) && takesUp || one.equals("avoid") && other.equals("stop");
  }
}
