package org.homeostat.knowledge;

/**
 * What is wrong with a row of a table.
 *
 * @param table name of its file, such as {@code core-tests}
 * @param pointer JSON Pointer of the row or member in the table; empty where the whole table is
 *     meant
 * @param place table and row, for a person
 * @param message what is wrong
 */
public record TableProblem(String table, String pointer, String place, String message) {

  /** Place and what is wrong. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
