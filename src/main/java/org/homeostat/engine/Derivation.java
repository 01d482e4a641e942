package org.homeostat.engine;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.homeostat.advice.Proof;
import org.homeostat.rulebook.RuleDescription;

/**
 * One way in which a fact is derived.
 *
 * @param rule the rule that gives it
 * @param guidance statements it rests on: the rule's own, else those of the tier reasons it follows
 * @param step its proof
 * @param summary the rule's summary with its places filled
 * @param detail the rule's detail with its places filled
 * @param matched the facts that it matched
 * @param agents agents of the protocol that it is about
 */
record Derivation(
    RuleDescription rule,
    List<String> guidance,
    Proof.Step step,
    String summary,
    String detail,
    List<Object> matched,
    SortedSet<String> agents) {

  /** By rule, then by proof: the same in any order of facts. */
  static final Comparator<Derivation> ORDER =
      Comparator.comparing((Derivation d) -> d.step().rule())
          .thenComparing(d -> d.step().toString());

  /** The proofs of several ways. */
  static List<Proof> because(List<Derivation> why) {
    return why.stream().map(derivation -> (Proof) derivation.step()).toList();
  }

  /** The statements that several ways rest on. */
  static List<String> guidance(List<Derivation> why) {
    return why.stream().map(Derivation::guidance).flatMap(List::stream).distinct().toList();
  }
}
