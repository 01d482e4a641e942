package org.homeostat.ruletest;

import java.io.IOException;

/**
 * A case that is to be run, not yet read.
 *
 * @param path what reports call it; its last name may say something of a rule
 */
public record TestInput(String path, Text text) {

  /** How to get at the text. */
  public interface Text {
    /**
     * The whole text as UTF-8.
     *
     * @throws IOException with the reason as its message
     */
    byte[] read() throws IOException;
  }
}
