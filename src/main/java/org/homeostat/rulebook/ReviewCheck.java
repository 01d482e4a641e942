package org.homeostat.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds rules whose last review is too long ago. */
final class ReviewCheck {

  private final RuleFolder folder;
  private final LocalDate today;

  ReviewCheck(RuleFolder folder, LocalDate today) {
    this.folder = folder;
    this.today = today;
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RuleLogic rule : folder.rules()) {
      Reviews.overdue(rule.shape().metadata("reviewed"), today)
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
}
