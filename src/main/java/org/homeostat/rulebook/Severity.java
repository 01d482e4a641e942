package org.homeostat.rulebook;

import java.util.Locale;

/** How much a diagnostic weighs, the heaviest first. */
public enum Severity {
  /** The rules must not be used as they are. */
  ERROR,
  /** Advice may be wrong, missing or doubled. */
  WARNING,
  /** Worth knowing; nothing is wrong with it. */
  NOTE;

  /** As it is written: {@code error}, {@code warning}, {@code note}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
