package org.homeostat.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.WhatIf;
import org.homeostat.advice.WhatIf.Alternative;
import org.homeostat.advice.WhatIf.Difference;
import org.homeostat.advice.WhatIf.Line;

/** What would change the advice, as plain text: first what changes the tier. */
public final class WhatIfText {

  private final boolean all;
  private final int width;

  /**
   * A writer.
   *
   * @param all whether changes are told that leave the tier as it is; else they are counted
   * @param width columns of a line
   */
  public WhatIfText(boolean all, int width) {
    this.all = all;
    this.width = width;
  }

  /** The text, ending with a line end. */
  public String write(Advisory advisory, WhatIf whatIf) {
    Page page = new Page(width);
    page.line(0, "Case " + advisory.caseId() + ", advice for " + advisory.asOf());
    page.line(0, TextReport.tier(advisory.tier()));
    if (!whatIf.missing().isEmpty()) {
      page.heading("What is missing or was not asked, and what each answer would decide");
      whatIf.missing().forEach(question -> question(page, question));
    }
    List<Alternative> ofTier = tierFirst(whatIf, true);
    page.heading("What would change the tier");
    if (ofTier.isEmpty()) {
      page.item("No change of a single value, date or answer that was tried.");
    }
    changes(page, ofTier);
    List<Alternative> others = tierFirst(whatIf, false);
    if (all) {
      page.heading("What would change recommendations alone");
      changes(page, others);
    }
    page.blank();
    page.line(
        0,
        "One thing was changed at a time, and the engine was asked "
            + whatIf.asked()
            + " times. "
            + (all || others.isEmpty()
                ? ""
                : others.size()
                    + (others.size() == 1 ? " change" : " changes")
                    + " of recommendations alone: --all tells more. ")
            + untouched(whatIf));
    return page.text();
  }

  private static String untouched(WhatIf whatIf) {
    String changesNothing =
        whatIf.unaffected().isEmpty()
            ? ""
            : "Of no bearing alone: " + String.join("; ", whatIf.unaffected()) + ". ";
    return changesNothing
        + (whatIf.untried().isEmpty()
            ? ""
            : "Not changed: " + String.join("; ", whatIf.untried()) + ".");
  }

  private static List<Alternative> tierFirst(WhatIf whatIf, boolean changesTier) {
    Comparator<Alternative> nearFirst = Comparator.comparing(change -> change.near() == null);
    return whatIf.changes().stream()
        .filter(change -> change.difference().changesTier() == changesTier)
        .sorted(nearFirst)
        .toList();
  }

  /** Each datum once; changes of it that do the same stand in one line. */
  private static void changes(Page page, List<Alternative> changes) {
    changes.stream()
        .map(Alternative::at)
        .distinct()
        .forEach(
            at -> {
              List<Alternative> ofDatum =
                  changes.stream().filter(change -> change.at().equals(at)).toList();
              page.item(ofDatum.get(0).datum());
              ofDatum.stream()
                  .map(Alternative::difference)
                  .distinct()
                  .forEach(difference -> change(page, ofDatum, difference));
            });
  }

  private static void change(Page page, List<Alternative> ofDatum, Difference difference) {
    List<Alternative> same =
        ofDatum.stream().filter(change -> change.difference().equals(difference)).toList();
    page.line(
        2,
        "if "
            + same.stream().map(WhatIfText::change).collect(Collectors.joining(" or "))
            + ": "
            + words(difference));
    same.stream()
        .map(Alternative::near)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(near -> page.line(3, "close: " + near));
  }

  private static String change(Alternative change) {
    return change.change() + (change.distance() == null ? "" : " (" + change.distance() + ")");
  }

  private void question(Page page, WhatIf.Question question) {
    page.item(question.name() + ": " + question.why());
    List<WhatIf.Possible> deciding =
        question.answers().stream().filter(a -> all || a.difference().changesTier()).toList();
    deciding.forEach(answer -> page.line(2, answer.answer() + ": " + words(answer.difference())));
    int rest = question.answers().size() - deciding.size();
    if (rest > 0) {
      page.line(
          2,
          (deciding.isEmpty() ? "no answer changes the tier" : "other answers leave the tier")
              + "; --all tells what they change");
    }
  }

  /** The tier that it would be, and what comes and goes. */
  static String words(Difference difference) {
    List<String> parts = new ArrayList<>();
    if (difference.changesTier()) {
      parts.add("tier " + tier(difference.tier(), difference.atLeast()));
    }
    if (!difference.reasonsGained().isEmpty() && difference.changesTier()) {
      parts.add("for " + String.join(", ", difference.reasonsGained()));
    }
    add(parts, "gained ", difference.gained().stream().map(Line::id).toList());
    add(parts, "lost ", difference.lost().stream().map(Line::id).toList());
    add(
        parts,
        "",
        difference.changed().stream()
            .map(line -> line.id() + " becomes " + line.urgency().code())
            .toList());
    return parts.isEmpty() ? "nothing changes" : String.join("; ", parts);
  }

  private static void add(List<String> parts, String head, List<String> ids) {
    if (!ids.isEmpty()) {
      parts.add(head + String.join(", ", ids));
    }
  }

  private static String tier(TierLevel level, TierLevel atLeast) {
    return level.name().toUpperCase(Locale.ROOT)
        + (atLeast == null ? "" : ", at least " + atLeast.code());
  }
}
