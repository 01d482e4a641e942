package org.homeostat.report;

import java.util.List;
import java.util.Map;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;

/** The sentences of the page that are the same for every case. */
public final class Phrases {

  private static final Map<String, String> VERDICTS =
      Map.of(
          "agrees", "evidence agrees with the statement",
          "weaker", "evidence for the statement is weaker than it says",
          "mixed", "evidence on the statement is mixed",
          "contradicts", "evidence contradicts the statement",
          "unsupported", "nothing was found for or against the statement",
          "not-in-document", "no document says this; it comes from elsewhere");

  private static final Map<String, String> VERIFICATIONS =
      Map.of(
          "found", "read in a stored page",
          "secondary", "read in a page that quotes it, not in the original",
          "recalled", "from general knowledge, not checked",
          "judgement", "a convention of this project, no publication");

  private static final Map<String, String> USES =
      Map.of(
          "judged", "read by rules",
          "shown", "shown only: no rule reads it here",
          "set-aside", "set aside: it proves nothing");

  /** A longer one is cut. */
  private static final int LONGEST_WORD = 40;

  private Phrases() {}

  /** The tier in a sentence. */
  public static String tier(Tier tier) {
    return switch (tier.level()) {
      case STOP -> "The metabolic risk tier is stop, the most urgent of all.";
      case HIGH -> "The metabolic risk tier is high.";
      case INDETERMINATE ->
          "The metabolic risk tier is indeterminate: what is known does not settle it."
              + (tier.atLeast() == null
                  ? " Unknown is not low."
                  : " It is at least " + tier.atLeast().code() + ".");
      case MODERATE -> "The metabolic risk tier is moderate.";
      case LOW -> "The metabolic risk tier is low: no reason for another was found.";
    };
  }

  /** The tiers as they stand side by side. */
  public static List<TierLevel> tiers() {
    return List.of(
        TierLevel.LOW, TierLevel.MODERATE, TierLevel.INDETERMINATE, TierLevel.HIGH, TierLevel.STOP);
  }

  /** Heading of the recommendations of an urgency. */
  public static String heading(Urgency urgency) {
    return switch (urgency) {
      case CRITICAL -> "Act now";
      case WARNING -> "Attend to";
      case INFO -> "Consider";
    };
  }

  /** What a verdict means. */
  public static String verdict(String verdict) {
    return VERDICTS.getOrDefault(verdict, verdict);
  }

  /** What a mark of a source means. */
  public static String verification(String mark) {
    return VERIFICATIONS.getOrDefault(mark, mark);
  }

  /** What was done with an input. */
  public static String use(String use) {
    return USES.getOrDefault(use, use);
  }

  /** The beginning of a text that is longer than so many letters, up to the end of a word. */
  public static String brief(String text, int most) {
    if (!isLong(text, most)) {
      return text;
    }
    String beginning = text.substring(0, text.offsetByCodePoints(0, most));
    int word = beginning.lastIndexOf(' ');
    return (word > beginning.length() - LONGEST_WORD ? beginning.substring(0, word) : beginning)
        + " …";
  }

  /** Whether a text is longer than so many letters. */
  public static boolean isLong(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }
}
