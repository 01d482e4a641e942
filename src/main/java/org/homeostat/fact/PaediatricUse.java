package org.homeostat.fact;

import org.homeostat.quantity.Quantity;

/**
 * A use of an agent that is approved under 18.
 *
 * @param indication condition it is for
 * @param fromAge least age
 */
public record PaediatricUse(
    String agent, String indication, Quantity fromAge, String note, String source)
    implements TableRow {

  /** Whether a patient of that age is old enough. */
  public boolean isOldEnough(Quantity age) {
    return age.compare(fromAge) >= 0;
  }

  @Override
  public String table() {
    return "paediatric-uses";
  }

  @Override
  public String text() {
    return note;
  }
}
