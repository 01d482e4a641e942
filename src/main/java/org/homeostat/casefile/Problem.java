package org.homeostat.casefile;

/**
 * Something wrong in a case file.
 *
 * @param at JSON Pointer of the place; empty for the whole file
 * @param message the offending value and the way out
 */
public record Problem(String at, String message) {

  @Override
  public String toString() {
    return at.isEmpty() ? message : at + ": " + message;
  }
}
