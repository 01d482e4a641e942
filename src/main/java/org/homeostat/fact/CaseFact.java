package org.homeostat.fact;

/** Something the case says. It is a leaf of proofs. */
public sealed interface CaseFact
    permits Answer,
        Condition,
        Course,
        Examination,
        FamilyMember,
        Goal,
        Medication,
        Symptom,
        Treatment,
        UnusableObservation,
        UsableObservation {

  /** Where the case says it: a JSON Pointer such as {@code /observations/3}. */
  String at();

  /** What it says, for a person: {@code HbA1c 5.9 % on 2026-02-20}. */
  String text();
}
