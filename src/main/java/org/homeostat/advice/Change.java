package org.homeostat.advice;

import java.util.List;
import java.util.Locale;

/**
 * A line of an advisory that is other than it was in an earlier one.
 *
 * @param id of the line among those of its sort
 * @param aspect what of the line is another, such as {@code urgency}; null where the line itself is
 *     new or gone
 * @param before what the aspect was; null for nothing
 * @param now what it is; null for nothing
 * @param text what the line says, or said; empty where its id says it all
 * @param causes at least one
 */
public record Change(
    Kind kind,
    About about,
    String id,
    String aspect,
    String before,
    String now,
    String text,
    List<Cause> causes) {

  public Change {
    causes = List.copyOf(causes);
  }

  /** Which way it changed, in the order in which changes are told. */
  public enum Kind {
    WORSE,
    NEW,
    CHANGED,
    BETTER,
    GONE;

    /** The code of the contract: {@code worse}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which sort of line it is, in the order in which changes are told. */
  public enum About {
    TIER,
    REASON,
    RECOMMENDATION,
    MISSING,
    MONITORING,
    RESPONSE;

    /** The code of the contract: {@code recommendation}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
