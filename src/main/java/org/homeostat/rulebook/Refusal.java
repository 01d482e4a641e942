package org.homeostat.rulebook;

/** Ends the reading of an expression at the first thing that is wrong with it. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final String remedy;

  Refusal(Check check, String message, String remedy) {
    super(message, null, false, false);
    this.check = check;
    this.remedy = remedy;
  }

  void report(Place place, int line) {
    place.add(check, line, getMessage(), remedy);
  }
}
