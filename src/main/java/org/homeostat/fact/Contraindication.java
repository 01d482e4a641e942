package org.homeostat.fact;

/**
 * A condition in which agents are excluded or need care.
 *
 * @param guidance id of the statement it belongs to, such as {@code X6}
 * @param agents agent code, class or group
 * @param subject who has the condition: {@code patient} or {@code family}
 * @param condition condition code
 * @param weight {@code excludes} or {@code caution}
 */
public record Contraindication(
    String guidance,
    String agents,
    String subject,
    String condition,
    String weight,
    String note,
    String source)
    implements TableRow {

  @Override
  public String table() {
    return "contraindications";
  }

  @Override
  public String text() {
    return note;
  }
}
