package org.homeostat.advice;

import java.util.List;

/**
 * How far a value lies from a limit that a rule compared it with, in the unit of both.
 *
 * @param value what was compared: {@code 5.9 %}, or {@code a rise of 12 mg/dL}
 * @param limit the limit: {@code prediabetes cut-off of 5.7 % (ADA)}
 * @param distance how far apart they are: {@code 0.2 percentage points}; {@code 0 mg/dL} at the
 *     limit
 * @param side where the value lies: {@code below}, {@code at} or {@code above}
 * @param near why one measurement does not tell it from the limit; null where it does, or where no
 *     table knows how the test varies
 * @param source ids of the sources that {@code near} rests on
 */
public record Margin(
    String value, String limit, String distance, String side, String near, List<String> source) {

  public Margin {
    source = List.copyOf(source);
  }

  /** In one line: {@code 5.9 % is 0.2 percentage points above the prediabetes cut-off of 5.7 %}. */
  public String text() {
    return value
        + (side.equals("at") ? " is at the " : " is " + distance + " " + side + " the ")
        + limit
        + (near == null ? "" : "; " + near);
  }
}
