package org.homeostat.fact;

import java.util.Objects;
import org.homeostat.quantity.Quantity;

/**
 * A cut-off of the table, in the unit in which it is published.
 *
 * @param code test or index it belongs to
 * @param band what lies beyond it, such as {@code diabetes}
 * @param limit the published value
 * @param side which side lies beyond it: {@code at-or-above}, {@code above}, {@code below}
 * @param population whom it holds for; empty for everybody
 */
public record Cutoff(
    String code, String band, Quantity limit, String side, String population, String source)
    implements TableRow {

  /** Name of the table of cut-offs. */
  public static final String TABLE = "cutoffs";

  public Cutoff {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(limit, "limit");
    if (!side.equals("at-or-above") && !side.equals("above") && !side.equals("below")) {
      throw new IllegalArgumentException(
          "cut-off "
              + code
              + " "
              + band
              + ": side '"
              + side
              + "' is not at-or-above, above or below");
    }
  }

  /** Whether the value lies beyond the cut-off; false for a value in another unit. */
  public boolean isReachedBy(Quantity value) {
    if (!comparable(value)) {
      return false;
    }
    int order = value.compare(limit);
    return switch (side) {
      case "at-or-above" -> order >= 0;
      case "above" -> order > 0;
      default -> order < 0;
    };
  }

  /** Whether the value lies on the near side of the cut-off; false for a value in another unit. */
  public boolean isNotReachedBy(Quantity value) {
    return comparable(value) && !isReachedBy(value);
  }

  /** Whether the value lies beyond the cut-off and no own end of the laboratory replaces it. */
  public boolean isReachedWithoutOwnRange(UsableObservation observation) {
    return isReachedBy(observation.value())
        && !(side.equals("below") ? observation.hasOwnLow() : observation.hasOwnHigh());
  }

  /** Whether the value has risen from the earlier one by the cut-off. */
  public boolean isReachedByRise(UsableObservation before, UsableObservation now) {
    return now.hasUnitOf(before) && isReachedBy(now.riseFrom(before));
  }

  /** Whether the change goes up by the cut-off. */
  public boolean isReachedByRise(Change change) {
    return isReachedBy(change.amount());
  }

  /** Whether the change goes up to a side of the cut-off. */
  public boolean finds(String place, Change change) {
    return finds(place, change.amount());
  }

  /**
   * Whether the value lies on a side of the cut-off; false where they do not compare.
   *
   * @param place {@code below}, {@code at} or {@code above}
   */
  public boolean finds(String place, Quantity value) {
    return comparable(value) && place(value.compare(limit)).equals(place);
  }

  /** Whether a value that is judged here lies on a side of the cut-off. */
  public boolean finds(String place, UsableObservation observation) {
    return finds(place, observation.value());
  }

  /** Whether the rise from the earlier value lies on a side of the cut-off. */
  public boolean finds(String place, UsableObservation before, UsableObservation now) {
    return now.hasUnitOf(before) && finds(place, now.riseFrom(before));
  }

  private static String place(int order) {
    return order < 0 ? "below" : order == 0 ? "at" : "above";
  }

  private boolean comparable(Quantity value) {
    return value != null && value.uom().equals(limit.uom());
  }

  @Override
  public String table() {
    return TABLE;
  }

  @Override
  public String text() {
    return Wording.words(band)
        + " cut-off "
        + Wording.words(side)
        + " "
        + limit.text()
        + (population.isEmpty() ? "" : " (" + population + ")");
  }
}
