package org.homeostat.engine;

import java.util.List;
import org.homeostat.advice.Proof;
import org.homeostat.rulebook.RuleDescription;

/**
 * One way in which a fact is derived.
 *
 * @param rule the rule that gives it
 * @param step its proof
 * @param summary the rule's summary with its places filled
 * @param detail the rule's detail with its places filled
 * @param matched the facts that it matched
 */
record Derivation(
    RuleDescription rule, Proof.Step step, String summary, String detail, List<Object> matched) {}
