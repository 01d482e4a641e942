package org.homeostat.fact;

import java.util.Objects;

/**
 * A symptom that the patient reports.
 *
 * @param code symptom code of the vocabulary
 */
public record Symptom(String at, String code) implements CaseFact {

  public Symptom {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
  }

  /** Whether its code follows the other, so that a pair of symptoms is looked at once. */
  public boolean isListedAfter(String other) {
    return code.compareTo(other) > 0;
  }

  @Override
  public String text() {
    return Wording.words(code);
  }
}
