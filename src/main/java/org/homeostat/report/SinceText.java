package org.homeostat.report;

import java.util.List;
import org.homeostat.advice.Cause;
import org.homeostat.advice.Change;
import org.homeostat.advice.Changes;
import org.homeostat.fact.Wording;

/** What changed since an earlier advisory, as a section of the text report. */
final class SinceText {

  /** As many causes as a reader takes in; proofs and JSON have all. */
  private static final int MOST_CAUSES = 8;

  private final Page page;
  private final boolean unfolded;
  private List<Cause> above = List.of();

  /**
   * A writer of the section.
   *
   * @param unfolded whether every cause is shown where there are many
   */
  SinceText(Page page, boolean unfolded) {
    this.page = page;
    this.unfolded = unfolded;
  }

  void write(Changes changes) {
    if (!changes.hasEarlier()) {
      page.heading("Since the earlier advisory");
      page.item("There is no earlier advisory of this case.");
      return;
    }
    page.heading("Since " + changes.since());
    if (changes.changes().isEmpty()) {
      page.item("Nothing changed.");
    }
    changes.changes().stream().filter(SinceText::isOfTier).forEach(this::change);
    for (Change.Kind kind : Change.Kind.values()) {
      changes.of(kind).stream().filter(change -> !isOfTier(change)).forEach(this::change);
    }
  }

  private static boolean isOfTier(Change change) {
    return change.about() == Change.About.TIER;
  }

  private void change(Change change) {
    page.item(Wording.sentence(head(change)));
    List<Cause> causes = change.causes();
    if (causes.equals(above) && causes.size() > 1) {
      page.line(2, "causes as above");
      return;
    }
    above = causes;
    int most = unfolded || causes.size() <= MOST_CAUSES + 1 ? causes.size() : MOST_CAUSES;
    causes.subList(0, most).forEach(cause -> page.line(2, cause.sentence()));
    if (most < causes.size()) {
      page.line(2, "and " + (causes.size() - most) + " more: --trace shows them");
    }
  }

  /** What a datum that is missing would decide stands below, with those that still are. */
  private static String head(Change change) {
    StringBuilder head = new StringBuilder(change.kind().code());
    head.append(": ").append(change.about().code());
    if (!isOfTier(change)) {
      head.append(' ').append(change.id());
    }
    if (change.aspect() != null) {
      head.append(isOfTier(change) ? "" : ", " + change.aspect())
          .append(" from ")
          .append(shown(change.before()))
          .append(" to ")
          .append(shown(change.now()));
    }
    if (!change.text().isEmpty() && change.about() != Change.About.MISSING) {
      head.append(": ").append(change.text());
    }
    return head.toString();
  }

  private static String shown(String value) {
    return value == null ? "none" : value;
  }
}
