package org.homeostat.fact;

import java.time.LocalDate;

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

  /** One that the schedule does not date. */
  public Appointment(String kind, String code) {
    this(kind, code, null, null);
  }

  /** One without a last day. */
  public Appointment(String kind, String code, LocalDate opens) {
    this(kind, code, opens, null);
  }
}
