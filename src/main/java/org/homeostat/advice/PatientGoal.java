package org.homeostat.advice;

import java.util.List;

/**
 * A goal of the patient.
 *
 * @param says what evidence says of agents and this goal
 * @param recommendations ids of the recommendations that bear on it
 * @param options codes of the options that bear on it and that something speaks for
 */
public record PatientGoal(
    String code,
    String says,
    List<String> recommendations,
    List<String> options,
    List<Evidence> evidence,
    List<Proof> because) {

  public PatientGoal {
    recommendations = List.copyOf(recommendations);
    options = List.copyOf(options);
    evidence = List.copyOf(evidence);
    because = List.copyOf(because);
  }
}
