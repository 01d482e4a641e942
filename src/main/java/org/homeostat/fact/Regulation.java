package org.homeostat.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * What is recorded of an agent at a place, as of a day; no legal verdict.
 *
 * @param place such as {@code EU}; {@code sport} for anti-doping rules
 * @param status {@code authorised}, {@code diagnostic}, {@code none} or {@code prohibited}
 * @param indications indications that it is authorised for
 * @param day day up to which the record was read
 * @param assumed whether the place was not said and is assumed
 */
public record Regulation(
    String agent,
    String place,
    String status,
    List<String> indications,
    LocalDate day,
    boolean assumed,
    String note,
    String source)
    implements TableRow {

  public Regulation {
    indications = List.copyOf(indications);
  }

  /** Whether a product of the agent is authorised, if only for diagnosis. */
  public boolean isAuthorised() {
    return status.equals("authorised") || status.equals("diagnostic");
  }

  /** Whether the agent is authorised for the indication. */
  public boolean approves(String indication) {
    return indications.contains(indication);
  }

  @Override
  public String table() {
    return "regulation";
  }

  @Override
  public String text() {
    return note
        + " (recorded up to "
        + day
        + (assumed ? "; no country was stated, this place is assumed)" : ")");
  }
}
