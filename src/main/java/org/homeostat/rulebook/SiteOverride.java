package org.homeostat.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table that a site has changed.
 *
 * @param table name of the table, such as {@code cutoffs}
 * @param row the key of the row, such as {@code hba1c diabetes %}; empty for a table of one row
 * @param changes at least one, in the order of the file of the site
 * @param source ids of the sources of the site; empty where rows of the table have none
 */
public record SiteOverride(String table, String row, List<Change> changes, String source) {

  private static final int LONGEST = 60;

  public SiteOverride {
    changes = List.copyOf(changes);
  }

  /**
   * A member of the row.
   *
   * @param before what the rule set says; empty where it says nothing
   * @param after what the site says; empty where it takes the member out
   */
  public record Change(String member, String before, String after) {

    String text() {
      if (before.length() > LONGEST || after.length() > LONGEST) {
        return member + " is another";
      }
      return member
          + " "
          + (before.isEmpty() ? "(not given)" : before)
          + " is "
          + (after.isEmpty() ? "left out" : after);
    }
  }

  /** What differs: {@code cutoffs hba1c diabetes %: value 6.5 is 6.6 here (source our-clinic)}. */
  public String text() {
    return table
        + (row.isEmpty() ? "" : " " + row)
        + ": "
        + changes.stream().map(Change::text).collect(Collectors.joining(", "))
        + " here"
        + (source.isEmpty() ? "" : " (source " + source + ")");
  }
}
