package org.homeostat.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What proofs rest on. */
final class Leaves {

  private Leaves() {}

  /** Everything that is no rule. */
  static Stream<Proof> of(List<Proof> proofs) {
    return proofs.stream()
        .flatMap(proof -> proof instanceof Proof.Step step ? of(step.from()) : Stream.of(proof));
  }

  /** The facts of the case, each once. */
  static Set<Proof.Fact> facts(List<Proof> proofs) {
    Set<Proof.Fact> facts = new LinkedHashSet<>();
    of(proofs).filter(Proof.Fact.class::isInstance).forEach(leaf -> facts.add((Proof.Fact) leaf));
    return facts;
  }

  /** What was looked for and is not there, in words. */
  static List<String> absences(List<Proof> proofs) {
    return of(proofs).filter(Proof.Absence.class::isInstance).map(Proof::text).distinct().toList();
  }
}
