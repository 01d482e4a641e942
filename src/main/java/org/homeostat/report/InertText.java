package org.homeostat.report;

/** Text that came from outside, made fit for a terminal. */
public final class InertText {

  private InertText() {}

  /** The text with control and direction marks made visible, so that it cannot steer a terminal. */
  public static String of(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]", "\uFFFD");
  }
}
