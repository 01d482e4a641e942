package org.homeostat.rulebook;

import java.util.List;

/**
 * Where a rule stands, what it asks, and what it concludes.
 *
 * @param id its permanent name
 * @param file relative path of its file, such as {@code tier/high.drl}
 * @param line line of its first word
 * @param conditions what it asks, in order
 * @param concludes name of the type that it derives, such as {@code Advice}
 * @param arguments literals of what it derives; null where an argument is no literal
 */
public record RuleOutline(
    String id,
    String file,
    int line,
    List<Asked> conditions,
    String concludes,
    List<String> arguments) {

  /**
   * A condition of a rule.
   *
   * @param text as it is written
   * @param absence whether it asks that something is not there
   * @param lookup whether it looks up a row that is there for every case, so that it cannot stop
   * @param derived whether it asks for what rules derive
   * @param compares whether it compares a value with a cut-off
   * @param compared names of the cut-off and of what is compared with it; of an observation that is
   *     held to its laboratory's own range its name alone; empty where nothing is compared, or
   *     where it is computed first
   * @param tests what a plain pattern asks of a fact, in the order in which {@link RuleQueries#cut}
   *     takes them; empty for others
   * @param feeders ids of the rules that can derive what it asks for, sorted
   */
  public record Asked(
      int line,
      String text,
      boolean absence,
      boolean lookup,
      boolean derived,
      boolean compares,
      List<String> compared,
      List<String> tests,
      List<String> feeders) {

    /** Whether it looks for facts of the type, such as {@code Condition}. */
    public boolean isAbout(String type) {
      return text.matches("(?s)(\\$\\w+\\s*:\\s*)?" + type + "\\s*\\(.*");
    }
  }

  /** Whether it can derive a fact of the type that begins with these codes. */
  public boolean canConclude(String type, String... codes) {
    if (!type.equals(concludes)) {
      return false;
    }
    for (int i = 0; i < codes.length; i++) {
      String argument = i < arguments.size() ? arguments.get(i) : null;
      if (argument != null && !argument.equals(codes[i])) {
        return false;
      }
    }
    return true;
  }
}
