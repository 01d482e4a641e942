package org.homeostat.fact;

/**
 * Something that makes an assay unreliable for this patient on the day of the advice, so that
 * measuring would not help.
 *
 * @param analyte test code
 * @param partly whether a value above the range counts all the same
 */
public record Interfering(String analyte, boolean partly, String note, String source)
    implements TableRow {

  @Override
  public String table() {
    return "interferences";
  }

  @Override
  public String text() {
    return note;
  }
}
