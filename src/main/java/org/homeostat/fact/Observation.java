package org.homeostat.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Objects;

/**
 * A laboratory value or measurement as it was reported.
 *
 * @param code observation code of the vocabulary
 * @param value the number; null only where {@code sds} is given
 * @param uom UCUM code; null where it was not reported
 * @param date day of the sample
 * @param collectedAt time of the sample; may be null
 * @param lastIntakeAt time of the last calories; may be null
 * @param fastingHours hours since the last calories; may be null
 * @param fastingStated whether the sample is flagged as fasting without hours
 * @param low lower end of the laboratory's own range; may be null
 * @param high upper end of the laboratory's own range; may be null
 * @param sds standard deviation score; may be null
 * @param method such as {@code ct} or an assay name; may be null
 */
public record Observation(
    String at,
    String code,
    BigDecimal value,
    String uom,
    LocalDate date,
    Temporal collectedAt,
    Temporal lastIntakeAt,
    BigDecimal fastingHours,
    boolean fastingStated,
    BigDecimal low,
    BigDecimal high,
    BigDecimal sds,
    String method) {

  public Observation {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(date, "date");
    if (value == null && sds == null) {
      throw new IllegalArgumentException(at + ": neither value nor sds is given; give one");
    }
    if (collectedAt != null
        && lastIntakeAt != null
        && collectedAt.getClass() != lastIntakeAt.getClass()) {
      throw new IllegalArgumentException(
          at + ": collectedAt and lastIntakeAt must both have an offset or both be local");
    }
  }

  /** The laboratory's own range, with the value beside it. */
  public LaboratoryRange range() {
    return new LaboratoryRange(value, uom, low, high);
  }

  /** Whether both samples were taken together. */
  public boolean isSameDraw(Observation other) {
    return new Draw(date, collectedAt).isSameAs(new Draw(other.date, other.collectedAt));
  }

  /**
   * What was said of it besides value and date, as it follows them.
   *
   * @param scored whether it was shown by its standard deviation score
   */
  public String details(boolean scored) {
    return (scored && value != null ? ", value " + value.toPlainString() : "")
        + (uom != null && (scored || value == null || uom.equals("1")) ? ", unit " + uom : "")
        + (scored || sds == null ? "" : ", SDS " + sds.toPlainString())
        + (fastingHours == null ? "" : ", fasted " + fastingHours.toPlainString() + " h")
        + (fastingStated ? ", stated as fasting" : "")
        + (collectedAt == null ? "" : ", collected " + collectedAt)
        + (lastIntakeAt == null ? "" : ", last intake " + lastIntakeAt)
        + (low == null ? "" : ", laboratory range from " + low.toPlainString())
        + (high == null ? "" : ", laboratory range to " + high.toPlainString())
        + (method == null ? "" : ", method " + method);
  }
}
