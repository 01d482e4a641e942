package org.homeostat.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.advice.Evidence;
import org.homeostat.knowledge.Knowledge;

/** Evidence for what rules derived: a statement is graded for the agents that it is applied to. */
final class EvidenceLines {

  private EvidenceLines() {}

  /** One entry for each statement and claim card of several ways. */
  static List<Evidence> of(List<Derivation> why, Knowledge knowledge) {
    return Derivation.guidance(why).stream()
        .flatMap(id -> knowledge.evidence(id, agents(id, why)).stream())
        .toList();
  }

  private static Set<String> agents(String statement, List<Derivation> why) {
    Set<String> agents = new TreeSet<>();
    why.stream()
        .filter(derivation -> derivation.guidance().contains(statement))
        .forEach(derivation -> agents.addAll(derivation.agents()));
    return agents;
  }
}
