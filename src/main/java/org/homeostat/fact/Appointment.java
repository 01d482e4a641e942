package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * A day by which a test is due.
 *
 * @param kind {@code scheduled}, {@code after-stopping}, or {@code undated}: the schedule names no
 *     number
 * @param code test, examination or topic
 * @param opens first day whose value counts; null when undated
 * @param due last day; null when undated
 */
public record Appointment(String kind, String code, LocalDate opens, LocalDate due)
    implements Derived {

  private static final Set<String> KINDS = Set.of("scheduled", "after-stopping", "undated");

  public Appointment {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "'" + kind + "' is none of " + new TreeSet<>(KINDS) + "; write one of them");
    }
  }

  /** One that the schedule does not date. */
  public Appointment(String kind, String code) {
    this(kind, code, null, null);
  }

  /** One without a last day. */
  public Appointment(String kind, String code, LocalDate opens) {
    this(kind, code, opens, null);
  }
}
