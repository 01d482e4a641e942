package org.homeostat.catalogue;

import java.util.List;
import org.homeostat.knowledge.Knowledge;

/**
 * What a rule set says, for people and programs: rows that all have the same columns.
 *
 * @param title what the rows are
 * @param note what a reader has to know of all of them
 * @param sections what is told before the rows
 * @param records whether a row is read by itself, one column below the other; else rows are
 *     compared
 * @param columns what a row tells
 */
public record Sheet(
    String title,
    String note,
    List<Section> sections,
    boolean records,
    List<Column> columns,
    List<Row> rows) {

  public Sheet {
    sections = List.copyOf(sections);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whom a column is for. */
  public enum Readers {
    ALL,
    PEOPLE,
    PROGRAMS
  }

  /**
   * A part of what is told before the rows.
   *
   * @param key its name for programs
   * @param heading its name for people
   */
  public record Section(String key, String heading, List<String> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A column.
   *
   * @param key its name for programs
   * @param heading its name for people
   * @param many whether a cell can have several entries
   * @param readers whom it is for
   */
  public record Column(String key, String heading, boolean many, Readers readers) {

    static Column one(String key, String heading) {
      return new Column(key, heading, false, Readers.ALL);
    }

    static Column list(String key, String heading) {
      return new Column(key, heading, true, Readers.ALL);
    }

    /** The same for some readers only. */
    Column only(Readers readers) {
      return new Column(key, heading, many, readers);
    }

    /** Whether people read it. */
    public boolean isShown() {
      return readers != Readers.PROGRAMS;
    }

    /** Whether programs read it. */
    public boolean isData() {
      return readers != Readers.PEOPLE;
    }
  }

  /**
   * A row.
   *
   * @param id what it is found by; unique where rows are records
   * @param cells for each column its entries; none where there is nothing to tell
   */
  public record Row(String id, List<List<String>> cells) {
    public Row {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /** A source with the mark of how it was read. */
  static String source(String id, Knowledge knowledge) {
    return id + " [" + knowledge.citation(id).verification() + "]";
  }
}
