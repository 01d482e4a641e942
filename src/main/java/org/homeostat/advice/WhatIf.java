package org.homeostat.advice;

import java.util.List;

/**
 * What would change the advice, as the engine answered when it was asked again with one thing
 * changed.
 *
 * @param changes for each datum of the case the nearest change, in each direction or to each other
 *     answer, that changes the tier or the recommendations; in the order of the case
 * @param missing what is missing, with what each possible answer would decide
 * @param unaffected data of the case for which no change that was tried changes either
 * @param untried data of the case that were not changed: older values on which nothing rests, what
 *     was set aside, and what has no other answer to try
 * @param asked how often the engine was asked
 */
public record WhatIf(
    List<Alternative> changes,
    List<Question> missing,
    List<String> unaffected,
    List<String> untried,
    int asked) {

  public WhatIf {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
    unaffected = List.copyOf(unaffected);
    untried = List.copyOf(untried);
  }

  /** The changes that change the tier, or those that leave it as it is. */
  public List<Alternative> changes(boolean ofTier) {
    return changes.stream().filter(c -> c.difference().changesTier() == ofTier).toList();
  }

  /**
   * One change.
   *
   * @param kind {@code value}, {@code date}, {@code answer} or {@code absence}
   * @param at JSON Pointer of the datum
   * @param datum the datum as it was read: {@code HbA1c 5.9 % on 2026-11-10}
   * @param change what it would be instead: {@code 5.6 % or less}
   * @param distance how far that is: {@code 0.3 percentage points lower}; null where there is no
   *     measure
   * @param near why one measurement does not tell the two apart; null where it does, or where no
   *     table knows how the test varies
   */
  public record Alternative(
      String kind,
      String at,
      String datum,
      String change,
      String distance,
      String near,
      Difference difference) {}

  /**
   * Something that is missing.
   *
   * @param code code of {@link Tier.Missing}, or of the question
   * @param name as it reads in a sentence
   * @param why what it matters for
   */
  public record Question(String code, String name, String why, List<Possible> answers) {
    public Question {
      answers = List.copyOf(answers);
    }
  }

  /** One possible answer, such as {@code 5.7 to 6.4 %}, and what it would decide. */
  public record Possible(String answer, Difference difference) {}

  /**
   * What differs from the advisory.
   *
   * @param tier the tier that it would be
   * @param atLeast as in {@link Tier}
   * @param changesTier whether that is another one
   * @param reasonsGained ids of reasons that would be there
   * @param reasonsLost ids of reasons that would not
   * @param gained recommendations that would be there
   * @param lost recommendations that would not
   * @param changed recommendations that would have another urgency, with that
   */
  public record Difference(
      TierLevel tier,
      TierLevel atLeast,
      boolean changesTier,
      List<String> reasonsGained,
      List<String> reasonsLost,
      List<Line> gained,
      List<Line> lost,
      List<Line> changed) {
    public Difference {
      reasonsGained = List.copyOf(reasonsGained);
      reasonsLost = List.copyOf(reasonsLost);
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
      changed = List.copyOf(changed);
    }

    /** How many recommendations come, go or change. */
    public int count() {
      return gained.size() + lost.size() + changed.size();
    }

    /** Whether tier or recommendations differ; another reason for the same tier is none. */
    public boolean isAny() {
      return changesTier || count() > 0;
    }
  }

  /** A recommendation in short. */
  public record Line(String id, Urgency urgency, String summary) {}
}
