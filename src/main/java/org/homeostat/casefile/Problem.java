package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;

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

  /** A JSON value as a message shows it. */
  static String shown(JsonNode node) {
    return brief(node.toString());
  }

  /** Text as a message shows it: not whole where it is long. */
  static String brief(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
