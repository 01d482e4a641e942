package org.homeostat.rulebook;

import java.time.LocalDate;
import java.util.List;

/**
 * What a knowledge engineer says of a rule that is still to be written. Whatever is left out
 * becomes a placeholder in capitals.
 *
 * @param id name of the rule
 * @param file where it goes in the rule folder, such as {@code advice/sleep.drl}
 * @param kind {@code finding}, {@code tier}, {@code advice} or {@code disagreement}; null: what the
 *     folder of the file holds
 * @param on what it rests on, such as {@code symptom:snoring}
 * @param concludes what it inserts: {@code action:target}, a policy id, the code of a finding, or
 *     {@code topic:kind} of a disagreement; null: a placeholder
 * @param guidance ids of statements, separated by spaces; null: a placeholder
 * @param source ids of sources, separated by spaces; null: a placeholder
 * @param summary its line in the advisory; null: a placeholder
 * @param reviewed the day it is written
 */
public record RuleSketch(
    String id,
    String file,
    String kind,
    List<String> on,
    String concludes,
    String guidance,
    String source,
    String summary,
    LocalDate reviewed) {

  public RuleSketch {
    on = List.copyOf(on);
  }
}
