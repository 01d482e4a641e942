package org.homeostat.fact;

import java.util.Objects;

/**
 * An examination and its result.
 *
 * @param date {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param result may be null
 */
public record Examination(String at, String code, String date, String result) {

  public Examination {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(date, "date");
  }
}
