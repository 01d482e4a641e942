package org.homeostat.report;

/** Text that came from outside, made fit for a terminal or a page. */
public final class InertText {

  private static final String STEERING = "\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}";

  private InertText() {}

  /** The text with control and direction marks made visible, so that it cannot steer a terminal. */
  public static String of(String text) {
    return text.replaceAll("[" + STEERING + "]", "\uFFFD");
  }

  /** The same for a text of many lines: their ends are kept. */
  public static String page(String text) {
    return text.replaceAll("[" + STEERING + "&&[^\n]]", "\uFFFD");
  }
}
