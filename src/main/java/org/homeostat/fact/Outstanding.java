package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * An appointment without a value so far.
 *
 * @param kind {@code open}, or {@code unreliable}: measuring would not help
 * @param code test, examination or topic
 * @param opens first day whose value counts; null when unreliable
 * @param due last day; null when unreliable
 */
public record Outstanding(String kind, String code, LocalDate opens, LocalDate due)
    implements Derived {

  private static final Set<String> KINDS = Set.of("open", "unreliable");

  public Outstanding {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "'" + kind + "' is none of " + new TreeSet<>(KINDS) + "; write one of them");
    }
  }

  /** One that is not worth measuring. */
  public Outstanding(String kind, String code) {
    this(kind, code, null, null);
  }
}
