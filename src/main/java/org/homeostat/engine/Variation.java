package org.homeostat.engine;

import java.math.BigDecimal;
import java.util.Optional;
import org.homeostat.knowledge.BasisTables;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.quantity.Quantity;

/** Tells where a value lies nearer to a limit than one measurement of the test usually varies. */
final class Variation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Knowledge knowledge;

  Variation(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The row that says that one measurement varies as far; none where the value lies farther away,
   * or where no table knows how the test varies.
   *
   * @param distance from the limit, in its unit
   */
  Optional<BasisTables.VariationRow> near(String code, BigDecimal distance, Quantity limit) {
    return knowledge.tables().variations().stream()
        .filter(row -> row.isFor(code, limit.uom()))
        .filter(
            row ->
                distance.abs().multiply(HUNDRED).compareTo(limit.value().multiply(row.percent()))
                    <= 0)
        .findFirst();
  }

  /** The row in words. */
  static String words(BasisTables.VariationRow row) {
    return "nearer than one measurement usually varies (coefficient of variation "
        + row.percent().toPlainString()
        + " %; "
        + row.note()
        + ")";
  }
}
