package org.homeostat.fact;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;

/**
 * Who the advice is for. Components may be null where they were not said; a birth date or an age is
 * needed.
 *
 * @param sex {@code female} or {@code male}
 * @param ancestry for body-size cut-offs only
 * @param pregnancy {@code pregnant}, {@code planning}, {@code breastfeeding} or {@code none}
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param hypersensitivity agent codes; null where it was not asked
 */
public record Patient(
    LocalDate birthDate,
    Integer ageYears,
    String sex,
    String ancestry,
    String pregnancy,
    String menopause,
    String jurisdiction,
    List<String> hypersensitivity,
    LocalDate lastMenses,
    Boolean contraception) {

  public Patient {
    Objects.requireNonNull(sex, "sex");
    if (birthDate == null && ageYears == null) {
      throw new IllegalArgumentException("/patient: give birthDate or ageYears");
    }
    hypersensitivity = hypersensitivity == null ? null : List.copyOf(hypersensitivity);
  }

  /** Age in full years on the given day; negative before the birth. */
  public int ageOn(LocalDate day) {
    if (birthDate == null) {
      return ageYears;
    }
    return birthDate.isAfter(day) ? -1 : Period.between(birthDate, day).getYears();
  }

  /** Whether the patient is stated to be pregnant. */
  public boolean isPregnant() {
    return "pregnant".equals(pregnancy);
  }
}
