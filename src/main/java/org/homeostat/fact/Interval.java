package org.homeostat.fact;

import java.time.LocalDate;

/**
 * A span of time that lies ahead, counted from the day of the advice.
 *
 * @param code such as {@code igf-1-repeat}
 * @param fromWeeks weeks until it begins
 * @param toWeeks weeks until it ends; null: it has no end
 * @param notBefore its first day
 * @param due its last day; null: it has none
 */
public record Interval(
    String code,
    Integer fromWeeks,
    Integer toWeeks,
    LocalDate notBefore,
    LocalDate due,
    String note,
    String source)
    implements TableRow {

  @Override
  public String table() {
    return "intervals";
  }

  @Override
  public String text() {
    return note;
  }
}
