package org.homeostat.fact;

import java.util.Objects;
import java.util.Set;

/**
 * A diagnosis of a blood relative.
 *
 * @param condition condition code of the vocabulary
 * @param relation such as {@code mother}
 * @param ageAtDiagnosis in years; may be null
 */
public record FamilyMember(String at, String condition, String relation, Integer ageAtDiagnosis)
    implements CaseFact {

  private static final Set<String> FIRST_DEGREE =
      Set.of("mother", "father", "sister", "brother", "child");

  public FamilyMember {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(relation, "relation");
  }

  /** Whether the relative is a parent, sibling or child. */
  public boolean isFirstDegree() {
    return FIRST_DEGREE.contains(relation);
  }

  @Override
  public String text() {
    return Wording.words(condition)
        + " in "
        + relation
        + (ageAtDiagnosis == null ? "" : " at age " + ageAtDiagnosis);
  }
}
