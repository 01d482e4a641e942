package org.homeostat.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.knowledge.Tables.CutoffRow;
import org.homeostat.rulebook.Bands.Person;
import org.homeostat.rulebook.Bands.Row;

/** Finds bands of cut-offs with holes, and bands that cannot both hold and do. */
final class BandCheck {

  private final RuleFolder folder;
  private final Bands bands;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();

  BandCheck(RuleFolder folder) {
    this.folder = folder;
    this.bands = new Bands(folder);
  }

  List<Diagnostic> diagnostics() {
    Set<String> seen = new HashSet<>();
    for (Row row : bands.rows()) {
      CutoffRow cutoff = row.cutoff();
      if (seen.add(cutoff.code() + " " + cutoff.band())) {
        units(row);
      }
      if (seen.add(cutoff.code() + " " + cutoff.band() + " " + cutoff.uom())) {
        people(row);
      }
    }
    for (Row row : bands.rows()) {
      for (Row other : bands.rows()) {
        if (row.index() < other.index() && row.cutoff().code().equals(other.cutoff().code())) {
          pair(row, other);
        }
      }
    }
    return diagnostics;
  }

  /** A unit in which values of the test are judged, and not by this band. */
  private void units(Row row) {
    CutoffRow cutoff = row.cutoff();
    Set<String> missing = new LinkedHashSet<>(bands.units(cutoff.code()));
    for (Row other : bands.rows()) {
      if (other.isOf(cutoff.code(), cutoff.band(), other.cutoff().uom())) {
        missing.remove(other.cutoff().uom());
      }
    }
    missing.removeIf(
        uom -> bands.rows().stream().noneMatch(r -> r.isOf(cutoff.code(), r.cutoff().band(), uom)));
    if (!missing.isEmpty() && bands.isReadAsReported(cutoff)) {
      gap(
          row,
          "has no row in " + String.join(", ", missing) + ": values reported so are in no band",
          "add the cut-off as it is published in that unit");
    }
  }

  /** People whom no row of the band is for, at no time of their lives. */
  private void people(Row row) {
    CutoffRow cutoff = row.cutoff();
    List<Row> same =
        bands.rows().stream()
            .filter(other -> other.isOf(cutoff.code(), cutoff.band(), cutoff.uom()))
            .toList();
    for (String sex : folder.knowledge().codes("sex")) {
      Set<String> without = new TreeSet<>();
      for (String ancestry : bands.ancestries()) {
        if (same.stream().noneMatch(other -> other.cutoff().isFor(sex, ancestry))) {
          without.add(ancestry);
        }
      }
      if (!without.isEmpty()) {
        boolean all = without.size() == bands.ancestries().size();
        gap(
            row,
            "has no row in "
                + cutoff.uom()
                + " for "
                + sex
                + (all ? "" : " patients of ancestry " + String.join(", ", without)),
            all
                ? "add the row; where the band is for one sex only, leave 'sex' out and let the"
                    + " rules ask for it"
                : "add the row, or add them to 'ancestry' of another");
      }
    }
  }

  private void pair(Row row, Row other) {
    boolean sameUnit = row.cutoff().uom().equals(other.cutoff().uom());
    for (Person person : bands.people()) {
      if (person.has(row.cutoff()) && person.has(other.cutoff())) {
        if (sameUnit && row.cutoff().band().equals(other.cutoff().band())) {
          twice(row, other, person);
        } else if (sameUnit && row.isBelow() != other.isBelow()) {
          opposite(row, other, person);
        }
        if (sameUnit) {
          otherUnits(row, other, person);
        }
      }
    }
  }

  private void twice(Row row, Row other, Person person) {
    overlap(
        other,
        "has two rows in "
            + row.cutoff().uom()
            + " for one patient ("
            + person
            + "): "
            + limit(row)
            + " and "
            + limit(other),
        "keep one of them, or tell people apart by 'sex', 'ancestry', 'adults' or pregnancy");
  }

  /** A band that lies below its limit, and one that lies above. */
  private void opposite(Row row, Row other, Person person) {
    Row below = row.isBelow() ? row : other;
    Row above = row.isBelow() ? other : row;
    int order = below.cutoff().value().compareTo(above.cutoff().value());
    if (order == 0 && above.cutoff().side().equals("above") && canBeLevels(below, above)) {
      gap(
          other,
          "leaves " + limit(below) + " itself in no band: " + both(below, above),
          "let the upper one begin 'at-or-above'");
    } else if (order > 0
        && bands.isLevel(below.cutoff())
        && bands.isLevel(above.cutoff())
        && !bands.areReadTogether(below.cutoff(), above.cutoff())) {
      overlap(
          other,
          "and the other hold for one value (" + person + "): " + both(below, above),
          "let the one end where the other begins");
    }
  }

  /** What no rule reads yet may be about where a value lies. */
  private boolean canBeLevels(Row below, Row above) {
    return Stream.of(below.cutoff(), above.cutoff())
        .allMatch(cutoff -> bands.isLevel(cutoff) || !bands.isRead(cutoff));
  }

  /** Two bands that stand in one order in this unit, and in another order in a later one. */
  private void otherUnits(Row row, Row other, Person person) {
    for (Row next : bands.rows()) {
      if (!next.isOf(row.cutoff().code(), row.cutoff().band(), next.cutoff().uom())
          || next.index() < row.index()
          || next.cutoff().uom().equals(row.cutoff().uom())
          || !person.has(next.cutoff())) {
        continue;
      }
      for (Row last : bands.rows()) {
        if (last.isOf(other.cutoff().code(), other.cutoff().band(), next.cutoff().uom())
            && person.has(last.cutoff())) {
          order(row, other, next, last);
        }
      }
    }
  }

  private void order(Row row, Row other, Row next, Row last) {
    if (next.index() < last.index()) {
      order(other, row, last, next);
      return;
    }
    int here = row.cutoff().value().compareTo(other.cutoff().value());
    int there = next.cutoff().value().compareTo(last.cutoff().value());
    boolean opposite = row.isBelow() != other.isBelow();
    if (here == there || !opposite && here * there == 0) {
      return;
    }
    String message =
        "does not stand to '"
            + last.cutoff().band()
            + "' as in "
            + row.cutoff().uom()
            + ": "
            + limit(row)
            + " and "
            + limit(other)
            + ", but "
            + limit(next)
            + " and "
            + limit(last);
    String remedy = "mend the value that is mistyped or converted wrongly";
    int gapSign = next.isBelow() ? -1 : 1;
    if (opposite && there == gapSign) {
      gap(next, message, remedy);
    } else {
      overlap(next, message, remedy);
    }
  }

  private static String both(Row below, Row above) {
    return "'"
        + below.cutoff().band()
        + "' lies below "
        + limit(below)
        + ", '"
        + above.cutoff().band()
        + "' "
        + (above.cutoff().side().equals("above") ? "above " : "at or above ")
        + limit(above);
  }

  private static String limit(Row row) {
    BigDecimal value = row.cutoff().value();
    return value.toPlainString() + " " + row.cutoff().uom();
  }

  private void gap(Row row, String message, String remedy) {
    report(Check.BAND_GAP, row, message, remedy);
  }

  private void overlap(Row row, String message, String remedy) {
    report(Check.BAND_OVERLAP, row, message, remedy);
  }

  private void report(Check check, Row row, String message, String remedy) {
    String whole = row.cutoff().code() + " '" + row.cutoff().band() + "' " + message;
    String person = whole.replaceAll(" \\(.*ancestry [^)]*\\)", "");
    if (reported.add(check + " " + row.index() + " " + person)) {
      diagnostics.add(folder.inRow(check, "cutoffs", row.index(), whole, remedy));
    }
  }
}
