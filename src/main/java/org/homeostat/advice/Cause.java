package org.homeostat.advice;

import java.util.Locale;

/** Why a line of an advisory is other than it was. */
public record Cause(Kind kind, String text) {

  /** What sort of cause it is, the ones that proofs show first. */
  public enum Kind {
    /** A fact that the earlier inputs did not have. */
    NEW("new"),
    /** A fact that was given before, and reasons something only now. */
    COUNTS_NOW("counts now"),
    /** A fact that is no longer among the inputs. */
    NO_LONGER_GIVEN("no longer given"),
    /** A new input that bears on what the earlier line rested on. */
    NOW_GIVEN("now given"),
    /** A fact that is given as before, and reasons nothing any more. */
    SET_ASIDE("set aside now"),
    /** A stronger recommendation in place of this one. */
    SUPERSEDED("superseded by"),
    /** A stronger recommendation that stood in place of this one. */
    NO_LONGER_SUPERSEDED("no longer superseded by"),
    /** A reason of the tier that is gone, and on whose absence this line rests. */
    IN_PLACE_OF("in place of"),
    /** A new reason of the tier, on whose absence this line rested. */
    GAVE_WAY("gave way to"),
    /** A new recommendation that ends the agent on which this one rested. */
    ENDED("now under"),
    /** Another day, where the inputs explain nothing. */
    TIME("time"),
    /** Another rule set, where the inputs explain nothing. */
    RULES("rules"),
    /** Another version of this program, where the inputs explain nothing. */
    PROGRAM("program"),
    /** Nothing was found that explains it. */
    NONE("cause"),
    /** Inputs that differ, of which no proof shows that they bear on this. */
    OTHER_INPUTS("not excluded");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The code of the contract: {@code no-longer-given}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** As a sentence reads: {@code new: HbA1c 6.6 % on 2026-11-01}. */
  public String sentence() {
    return kind.words + ": " + text;
  }
}
