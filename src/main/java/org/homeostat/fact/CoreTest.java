package org.homeostat.fact;

/**
 * A datum without which the tier cannot be low.
 *
 * @param code observation code, {@code family-history} or {@code lifestyle}
 * @param name its name in a sentence
 * @param measured whether it is measured; else it is asked
 * @param anyAge whether one value of any age is enough
 * @param blocksLow whether the tier cannot be low without it
 * @param why what it decides
 */
public record CoreTest(
    String code,
    String name,
    boolean measured,
    boolean anyAge,
    boolean blocksLow,
    String why,
    String source)
    implements TableRow {

  @Override
  public String table() {
    return "core-tests";
  }

  @Override
  public String text() {
    return name + " is core data: " + why;
  }
}
