package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.Tables.CutoffRow;
import org.homeostat.rulebook.RuleLogic.Demand;

/** The bands of cut-offs, whom they are for, and how rules read them. */
final class Bands {

  /**
   * A row with its place in the table.
   *
   * @param index from 0
   */
  record Row(int index, CutoffRow cutoff) {

    boolean isBelow() {
      return cutoff.side().equals("below");
    }

    boolean isOf(String code, String band, String uom) {
      return cutoff.code().equals(code) && cutoff.band().equals(band) && cutoff.uom().equals(uom);
    }
  }

  /** A kind of person, as far as cut-offs tell people apart. */
  record Person(String sex, String ancestry, boolean adult, boolean pregnant) {

    boolean has(CutoffRow row) {
      return row.isFor(sex, ancestry) && row.isAt(adult, pregnant);
    }

    @Override
    public String toString() {
      return sex
          + ", ancestry "
          + ancestry
          + (adult ? ", adult" : ", under age")
          + (pregnant ? ", pregnant" : "");
    }
  }

  private static final Pattern DIRECTLY =
      Pattern.compile("is(?:Not)?ReachedBy\\((@\\d+)\\.(\\w+)\\)");
  private static final Pattern OWN_RANGE = Pattern.compile("isReachedWithoutOwnRange\\(.*\\)");

  private final RuleFolder folder;
  private final List<Row> rows = new ArrayList<>();
  private final Map<CutoffRow, List<Reader>> readers = new HashMap<>();

  Bands(RuleFolder folder) {
    this.folder = folder;
    List<CutoffRow> cutoffs = folder.knowledge().tables().cutoffs();
    IntStream.range(0, cutoffs.size()).forEach(i -> rows.add(new Row(i, cutoffs.get(i))));
  }

  List<Row> rows() {
    return rows;
  }

  /** Everybody: a man is not pregnant. */
  List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (String sex : folder.knowledge().codes("sex")) {
      for (String ancestry : ancestries()) {
        for (boolean adult : new boolean[] {true, false}) {
          people.add(new Person(sex, ancestry, adult, false));
          if (sex.equals("female")) {
            people.add(new Person(sex, ancestry, adult, true));
          }
        }
      }
    }
    return people;
  }

  /** The ancestries that a patient may have, or not state. */
  List<String> ancestries() {
    List<String> ancestries = new ArrayList<>(folder.knowledge().codes("ancestry"));
    ancestries.add(Tables.UNSTATED);
    return ancestries;
  }

  /** The units in which values of a test are judged and can be told in each other. */
  Set<String> units(String code) {
    Set<String> units = new LinkedHashSet<>();
    Knowledge knowledge = folder.knowledge();
    Tables.AnalyteRow analyte = knowledge.analyte(code);
    if (analyte != null) {
      for (Tables.UnitRow unit : analyte.units()) {
        if (unit.as() == null && (unit.per() != null || unit == analyte.reference())) {
          units.add(unit.uom());
        }
      }
    }
    return units;
  }

  /** Whether a rule compares the band with a value as it was reported. */
  boolean isReadAsReported(CutoffRow row) {
    return readers(row).stream()
        .anyMatch(reader -> reader.ofValue() && reader.component().equals("value"));
  }

  /**
   * Whether rules ask where a value lies to the band: it is not about a change, a difference or
   * where a formula is defined.
   */
  boolean isLevel(CutoffRow row) {
    return readers(row).stream().anyMatch(reader -> reader.ofValue() && !reader.computes());
  }

  /** Whether any rule reads the band. */
  boolean isRead(CutoffRow row) {
    return !readers(row).isEmpty();
  }

  /** Whether a rule demands of one value that it lies in both bands. */
  boolean areReadTogether(CutoffRow one, CutoffRow other) {
    return folder.rules().stream().anyMatch(rule -> reads(rule, one) && reads(rule, other));
  }

  private static boolean reads(RuleLogic rule, CutoffRow row) {
    return rule.demands().stream()
        .anyMatch(
            demand ->
                isBand(demand, row)
                    && demand.tests().stream().anyMatch(test -> test.startsWith("isReachedBy(")));
  }

  /**
   * How a rule reads a band.
   *
   * @param ofValue whether it compares a value itself
   * @param component of the fact that has the value
   * @param computes whether it concludes something computed
   */
  private record Reader(boolean ofValue, String component, boolean computes) {}

  private List<Reader> readers(CutoffRow row) {
    return readers.computeIfAbsent(row, this::readersOf);
  }

  private List<Reader> readersOf(CutoffRow row) {
    List<Reader> readers = new ArrayList<>();
    for (RuleLogic rule : folder.rules()) {
      boolean computes =
          rule.conclusion().stream().anyMatch(e -> e.contains("(") && !e.startsWith("weeksAfter("));
      for (Demand demand : rule.demands()) {
        if (isBand(demand, row)) {
          demand.tests().forEach(test -> readers.add(reader(rule, test, computes)));
        }
      }
    }
    return readers;
  }

  private static Reader reader(RuleLogic rule, String test, boolean computes) {
    Matcher direct = DIRECTLY.matcher(test);
    if (!direct.matches()) {
      return new Reader(OWN_RANGE.matcher(test).matches(), "value", computes);
    }
    String type = rule.demand(RuleLogic.index(direct.group(1))).type();
    boolean reported = type.equals("UsableObservation") || type.equals("UnusableObservation");
    return new Reader(true, reported ? direct.group(2) : "computed", computes);
  }

  private static boolean isBand(Demand demand, CutoffRow row) {
    return demand.type().equals("Cutoff")
        && demand.literals().pass("code", row.code())
        && demand.literals().pass("band", row.band())
        && demand.literals().only().containsKey("band");
  }
}
