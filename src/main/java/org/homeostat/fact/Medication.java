package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A drug outside the protocol.
 *
 * @param code medication code of the vocabulary
 * @param start first day; null where it was not said: then it counts as current
 * @param stop last day; null while it is taken
 * @param doseStable whether the dose is stable; may be null
 */
public record Medication(
    String at, String code, LocalDate start, LocalDate stop, Boolean doseStable)
    implements CaseFact {

  public Medication {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    if (start != null && stop != null && stop.isBefore(start)) {
      throw new IllegalArgumentException(
          at + ": stop " + stop + " lies before start " + start + "; mend one of the dates");
    }
  }

  /** Whether it was begun on or before the day. */
  public boolean begunBy(LocalDate day) {
    return start == null || !start.isAfter(day);
  }

  @Override
  public String text() {
    return Wording.words(code)
        + (start == null ? "" : " since " + start)
        + (stop == null ? "" : " until " + stop)
        + (doseStable == null ? "" : doseStable ? ", dose stable" : ", dose not stable");
  }
}
