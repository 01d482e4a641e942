package org.homeostat.rulebook;

import java.util.List;
import org.homeostat.knowledge.Knowledge;

/**
 * What a rule asks and concludes, in English for a clinician who knows no rule language. The words
 * are made from the conditions as they are written and from the tables, so that they say what the
 * rule says.
 */
public final class RuleWords {

  /** What words of the conditions mean that a reader may not know. */
  public static final String GLOSSARY =
      "In conditions, a newest value is one of the last day on which that test was taken; a current"
          + " one is recent enough to count for that test; a cut-off is the row of the table that"
          + " holds for this patient, in the unit of the value; a finding is what another rule"
          + " concluded.";

  private final CodeWords codes;
  private final RowWords rows;

  private RuleWords(Knowledge knowledge) {
    this.codes = new CodeWords(knowledge);
    this.rows = new RowWords(knowledge);
  }

  /** Words that call codes, cut-offs and spans of time as these tables do. */
  public static RuleWords of(Knowledge knowledge) {
    return new RuleWords(knowledge);
  }

  /** A condition of a rule, counted from 0. */
  public String condition(RuleOutline rule, int index) {
    return conditions(rule).get(index);
  }

  /** The conditions of a rule, in order: {@code there is a newest, current value of HbA1c}. */
  public List<String> conditions(RuleOutline rule) {
    return words(rule).sentences();
  }

  /** What a rule concludes: {@code advice to hold the agent}. */
  public String conclusion(RuleOutline rule) {
    return ConclusionWords.of(rule, codes);
  }

  /** What a rule asks or concludes for which no phrase was written, so that it is told plainly. */
  List<String> unphrased(RuleOutline rule) {
    ConditionWords words = words(rule);
    words.sentences();
    return words.unphrased();
  }

  private ConditionWords words(RuleOutline rule) {
    return new ConditionWords(
        rule.conditions().stream().map(RuleOutline.Asked::text).toList(), codes, rows);
  }
}
