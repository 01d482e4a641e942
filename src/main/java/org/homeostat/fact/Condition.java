package org.homeostat.fact;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A diagnosis.
 *
 * @param code condition code of the vocabulary
 * @param status {@code active}, {@code history} or {@code resolved}
 * @param onset {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; may be null
 * @param note free text; may be null; shown and never judged
 */
public record Condition(String at, String code, String status, String onset, String note)
    implements CaseFact {

  public Condition {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    status = status == null ? "active" : status;
  }

  /** The same diagnosis under the code it counts as. */
  public Condition as(String otherCode) {
    return new Condition(at, otherCode, status, onset, note);
  }

  /** Whether its onset lies after the day for certain. */
  public boolean beganAfter(LocalDate day) {
    return onset != null && PartialDate.firstDay(onset).isAfter(day);
  }

  @Override
  public String text() {
    return Wording.words(code)
        + (status.equals("active") ? "" : " (" + status + ")")
        + (onset == null ? "" : ", onset " + onset)
        + (note == null ? "" : ": " + note);
  }
}
