package org.homeostat.casefile;

/** A place in a text as an editor names it. */
final class TextPlace {

  private TextPlace() {}

  /** The place of the character that follows the given text. */
  static String after(String before) {
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
  }
}
