package org.homeostat.fact;

/**
 * A reason not to put a class of agents forward.
 *
 * @param agentClass such as {@code incretin}
 * @param subject who has the condition: {@code patient} or {@code family}
 * @param condition condition code
 */
public record Contraindication(
    String agentClass, String subject, String condition, String note, String source)
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
