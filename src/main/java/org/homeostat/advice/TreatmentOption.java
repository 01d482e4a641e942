package org.homeostat.advice;

import java.util.List;

/**
 * One of the ways that are put side by side for discussion; none of them is advised.
 *
 * @param code such as {@code glp-1-agonist}
 * @param excluded whether the case excludes it: then nothing speaks for it, and what excludes it
 *     stands first under {@code against}
 * @param pro what speaks for it in this case
 * @param against what speaks against it in this case
 */
public record TreatmentOption(
    String code,
    String name,
    boolean excluded,
    List<String> pro,
    List<String> against,
    List<Evidence> evidence,
    List<Proof> because) {

  public TreatmentOption {
    pro = List.copyOf(pro);
    against = List.copyOf(against);
    evidence = List.copyOf(evidence);
    because = List.copyOf(because);
  }
}
