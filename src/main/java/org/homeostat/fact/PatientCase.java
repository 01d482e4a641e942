package org.homeostat.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One case as it came in. A list or member that is null was not asked; an empty list was asked and
 * there is none.
 *
 * @param id lower-case words joined by hyphens
 * @param title may be null
 * @param asOf day the advice is for; null: the engine's today
 * @param familyHistoryUnknown whether it cannot be known; null where it was not said
 */
public record PatientCase(
    String id,
    String title,
    LocalDate asOf,
    Patient patient,
    Baseline baseline,
    List<Observation> observations,
    List<Condition> conditions,
    List<FamilyMember> familyHistory,
    Boolean familyHistoryUnknown,
    List<ProtocolEntry> protocol,
    List<Medication> medications,
    Lifestyle lifestyle,
    List<Examination> examinations,
    List<Symptom> symptoms,
    List<String> goals) {

  /** The form of case ids; possessive, for else a long id exhausts the stack. */
  public static final String ID = "[a-z0-9]++(-[a-z0-9]++)*+";

  public PatientCase {
    Objects.requireNonNull(id, "id");
    if (!id.matches(ID)) {
      throw new IllegalArgumentException(
          "id '" + id + "': use lower-case letters and digits joined by single hyphens");
    }
    Objects.requireNonNull(patient, "patient");
    observations = copy(observations);
    conditions = copy(conditions);
    familyHistory = copy(familyHistory);
    protocol = copy(protocol);
    medications = copy(medications);
    examinations = copy(examinations);
    symptoms = copy(symptoms);
    goals = copy(goals);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? null : List.copyOf(list);
  }
}
