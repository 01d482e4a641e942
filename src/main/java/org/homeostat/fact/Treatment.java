package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Objects;
import org.homeostat.quantity.Quantity;

/**
 * An agent of the protocol as it stands on the day of the advice.
 *
 * @param agent agent code
 * @param status {@code planned}, {@code current} or {@code stopped}
 * @param start first day; null when planned without a date
 * @param stop day from which it is no longer taken; may be null
 * @param dose may be null
 * @param frequency may be null
 * @param timing time of day; may be null
 * @param route may be null
 * @param source where the product comes from; may be null
 * @param indication what it is for; may be null
 * @param effectUntil last day of its effect, which outlasts a long-acting agent; null while it is
 *     taken
 * @param lastDose day of the last dose; of a current agent the day of the advice where it was not
 *     said; else may be null
 * @param lastDoseChange may be null
 * @param requestedChange what is asked for; may be null
 */
public record Treatment(
    String at,
    String agent,
    String status,
    LocalDate start,
    LocalDate stop,
    LocalDate effectUntil,
    Quantity dose,
    String frequency,
    String timing,
    String route,
    String source,
    String indication,
    LocalDate lastDose,
    LocalDate lastDoseChange,
    String requestedChange,
    String text)
    implements CaseFact {

  public Treatment {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(status, "status");
  }

  /** Whether it is planned or current. */
  public boolean isActive() {
    return !status.equals("stopped");
  }

  /**
   * Whether it acted on the day; the day of the start is still one before it. What was stopped and
   * has no start began at an unknown time before.
   */
  public boolean covers(LocalDate day) {
    boolean begun = start == null ? status.equals("stopped") : start.isBefore(day);
    return begun && (effectUntil == null || !effectUntil.isBefore(day));
  }

  /** Whether it was begun on the given day or before. */
  public boolean isBegunBy(LocalDate day) {
    return start != null && !start.isAfter(day);
  }

  /** Whether it was begun no earlier than the other; of two begun together the one listed later. */
  public boolean isAddedTo(Treatment other) {
    return start != null
        && other.start != null
        && (start.isAfter(other.start) || start.equals(other.start) && isListedAfter(other));
  }

  /** Whether it can be injected: no other route is stated. */
  public boolean isInjected() {
    return route == null || route.equals("subcutaneous") || route.equals("intramuscular");
  }

  /** Whether it stands behind the other in the case, so that a pair is looked at once. */
  public boolean isListedAfter(Treatment other) {
    return at.compareTo(other.at) > 0;
  }

  /** Whether both are, or can be, taken at one time. */
  public boolean isConcurrentWith(Treatment other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  private boolean endsBefore(Treatment other) {
    boolean beginsLater =
        other.start == null
            ? status.equals("stopped") && other.status.equals("planned")
            : stop != null && !stop.isAfter(other.start);
    return stop != null && beginsLater;
  }

  /** Whether both say the same of one agent: equal start and dose. */
  public boolean repeats(Treatment other) {
    return agent.equals(other.agent)
        && Objects.equals(start, other.start)
        && (dose == null ? other.dose == null : other.dose != null && dose.isSameAs(other.dose));
  }

  /**
   * Whether the other is an earlier listed entry of the same agent and time that says otherwise.
   */
  public boolean contradicts(Treatment other) {
    return agent.equals(other.agent)
        && isListedAfter(other)
        && isConcurrentWith(other)
        && !repeats(other);
  }
}
