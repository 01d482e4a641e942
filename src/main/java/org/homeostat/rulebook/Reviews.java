package org.homeostat.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When a rule has to be read against its sources again. */
public final class Reviews {

  private static final int WEEKS = 52;

  private Reviews() {}

  /**
   * The last day by which a review holds.
   *
   * @param reviewed day of the last review, as the rule has it
   * @return empty where it is no day, which the check of metadata reports
   */
  public static Optional<LocalDate> due(String reviewed) {
    try {
      return Optional.of(LocalDate.parse(reviewed).plusWeeks(WEEKS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The day on which it was due, where that lies before the given day. */
  static Optional<LocalDate> overdue(String reviewed, LocalDate today) {
    return due(reviewed).filter(due -> due.isBefore(today));
  }
}
