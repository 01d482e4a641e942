package org.homeostat.fact;

/**
 * An id of the tier policy.
 *
 * @param id such as {@code STOP-6}
 * @param level the level it gives, such as {@code stop}
 * @param meaning what it is about
 */
public record PolicyLevel(String id, String level, String meaning, String source)
    implements TableRow {

  @Override
  public String table() {
    return "policies";
  }

  @Override
  public String text() {
    return id + " (" + meaning + ")";
  }
}
