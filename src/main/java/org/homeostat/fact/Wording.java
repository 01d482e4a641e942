package org.homeostat.fact;

/** How codes and names read in a sentence. */
public final class Wording {

  private Wording() {}

  /** The words of a code: {@code type-2-diabetes} reads {@code type 2 diabetes}. */
  public static String words(String code) {
    return code.replace('-', ' ');
  }

  /** The text with a capital at its start. */
  public static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
