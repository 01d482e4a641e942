package org.homeostat.advice;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The facts on which the steps of an advisory's proofs rest, by what a step speaks of first. */
final class StepFacts {

  private static final String NO_PLACE = "";

  private final Map<String, Set<Proof.Fact>> byCode = new HashMap<>();
  private final Set<String> seen = new TreeSet<>();
  private final Subjects subjects;

  StepFacts(Advisory advisory, Subjects subjects) {
    this.subjects = subjects;
    add(advisory.proofs().toList());
  }

  private void add(List<Proof> proofs) {
    for (Proof proof : proofs) {
      if (proof instanceof Proof.Step step && seen.add(step.text())) {
        subjects
            .of(new Advisory.Input(NO_PLACE, step.text(), "", null))
            .forEach(
                code ->
                    byCode
                        .computeIfAbsent(code, c -> new LinkedHashSet<>())
                        .addAll(Leaves.facts(step.from())));
        add(step.from());
      }
    }
  }

  /** The facts on which steps about one of the codes rest. */
  Set<Proof.Fact> under(Set<String> codes) {
    Set<Proof.Fact> facts = new LinkedHashSet<>();
    codes.forEach(code -> facts.addAll(byCode.getOrDefault(code, Set.of())));
    return facts;
  }
}
