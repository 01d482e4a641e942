package org.homeostat.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds rules whose last review is too long ago. */
final class ReviewCheck {

  private static final int WEEKS = 52;

  private final RuleFolder folder;
  private final LocalDate today;

  ReviewCheck(RuleFolder folder, LocalDate today) {
    this.folder = folder;
    this.today = today;
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RuleLogic rule : folder.rules()) {
      day(rule.shape().metadata("reviewed"))
          .map(reviewed -> reviewed.plusWeeks(WEEKS))
          .filter(due -> due.isBefore(today))
          .ifPresent(
              due ->
                  diagnostics.add(
                      Diagnostic.in(
                          rule.shape(),
                          Check.REVIEW_DUE,
                          rule.shape().line(),
                          "its review was due on " + due,
                          "read it against its sources, and write the day into @reviewed")));
    }
    return diagnostics;
  }

  /** The day; empty where it is none, which the check of metadata reports. */
  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
