package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something wrong in a case file.
 *
 * @param at JSON Pointer of the place; empty for the whole file
 * @param message the offending value and the way out
 */
public record Problem(String at, String message) {

  private static final int LONGEST = 40;

  @Override
  public String toString() {
    return at.isEmpty() ? message : at + ": " + message;
  }

  /** The JSON Pointer of a member, whose name may be any text. */
  public static String place(String at, String name) {
    return at + "/" + brief(name).replace("~", "~0").replace("/", "~1");
  }

  /** A JSON value as a message shows it. */
  static String shown(JsonNode node) {
    return brief(node.toString());
  }

  /** Text as a message shows it: not whole where it is long. */
  public static String brief(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
