package org.homeostat.ruletest;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;

/** The rules that stand in the proofs of an advisory. */
final class ProvedRules {

  private final SortedSet<String> rules = new TreeSet<>();

  private ProvedRules() {}

  /** Their ids, sorted. */
  static SortedSet<String> of(Advisory advisory) {
    ProvedRules proved = new ProvedRules();
    proved.add(advisory.proofs().toList());
    return proved.rules;
  }

  private void add(List<Proof> proofs) {
    for (Proof proof : proofs) {
      if (proof instanceof Proof.Step step) {
        rules.add(step.rule());
        add(step.from());
      }
    }
  }
}
