package org.homeostat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Dispute;
import org.homeostat.advice.Advisory.Side;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Disagreement;
import org.homeostat.fact.Discrepancy;
import org.homeostat.fact.Finding;
import org.homeostat.fact.TierReason;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleDescription;

/** Makes of what the rules derived the tier, the disagreements and the findings on data. */
final class AdvisoryLines {

  private final ProofReader proofs;
  private final Knowledge knowledge;
  private final SessionFacts facts;

  AdvisoryLines(ProofReader proofs, Knowledge knowledge, SessionFacts facts) {
    this.proofs = proofs;
    this.knowledge = knowledge;
    this.facts = facts;
  }

  Tier tier() {
    Map<String, List<Derivation>> byPolicy = new TreeMap<>();
    Map<String, TierLevel> levels = new HashMap<>();
    proofs
        .of(TierReason.class)
        .forEach(
            (reason, why) -> {
              byPolicy.computeIfAbsent(reason.policy(), id -> new ArrayList<>()).addAll(why);
              levels.put(reason.policy(), TierLevel.of(reason.level()));
            });
    List<Tier.Reason> reasons = new ArrayList<>();
    byPolicy.forEach((policy, why) -> reasons.add(reason(policy, levels.get(policy), why)));
    reasons.sort(
        Comparator.comparing(Tier.Reason::level)
            .thenComparingInt(reason -> policyRank(reason.id())));
    if (reasons.isEmpty()) {
      throw new IllegalStateException("no tier rule held: the tier rules leave a gap");
    }
    TierLevel level = reasons.get(0).level();
    boolean moderate = reasons.stream().anyMatch(reason -> reason.level() == TierLevel.MODERATE);
    return new Tier(
        level,
        level == TierLevel.INDETERMINATE && moderate ? TierLevel.MODERATE : null,
        reasons,
        missing());
  }

  private Tier.Reason reason(String policy, TierLevel level, List<Derivation> unsorted) {
    List<Derivation> why = unsorted.stream().sorted(Derivation.ORDER).distinct().toList();
    return new Tier.Reason(
        policy,
        level,
        why.get(0).summary(),
        Derivation.guidance(why),
        EvidenceLines.of(why, knowledge),
        Derivation.because(why));
  }

  private int policyRank(String policy) {
    return knowledge.policies().indexOf(policy);
  }

  private List<Tier.Missing> missing() {
    Set<String> codes = new LinkedHashSet<>();
    proofs
        .facts(Finding.class)
        .forEach(
            finding -> {
              if (finding.code().equals("core-datum-missing")) {
                codes.add(finding.about());
              }
            });
    return facts
        .all(CoreTest.class)
        .filter(test -> codes.contains(test.code()))
        .map(test -> new Tier.Missing(test.code(), test.why()))
        .distinct()
        .toList();
  }

  /** One for each topic, kind and rule: two rules can tell of different sides. */
  List<Dispute> disputes() {
    List<Dispute> disputes = new ArrayList<>();
    proofs
        .of(Disagreement.class)
        .forEach(
            (disagreement, why) -> {
              Map<String, List<Derivation>> byRule = new TreeMap<>();
              why.forEach(
                  d -> byRule.computeIfAbsent(d.rule().id(), id -> new ArrayList<>()).add(d));
              byRule.values().forEach(ways -> disputes.add(dispute(disagreement, ways)));
            });
    return disputes;
  }

  private Dispute dispute(Disagreement disagreement, List<Derivation> why) {
    return new Dispute(
        disagreement.topic(),
        disagreement.kind(),
        sides(why.get(0).detail()),
        why.get(0).summary(),
        EvidenceLines.of(why, knowledge),
        Derivation.because(why));
  }

  /** Data-quality findings that rules derive. */
  List<DataQuality> discrepancies() {
    List<DataQuality> discrepancies = new ArrayList<>();
    proofs
        .of(Discrepancy.class)
        .forEach(
            (discrepancy, why) ->
                discrepancies.add(
                    new DataQuality(
                        discrepancy.code(), discrepancy.at(), why.get(0).step().text())));
    return discrepancies;
  }

  /** Sides as rules write them: {@code source: what it says | other source: what that says}. */
  private static List<Side> sides(String detail) {
    return RuleDescription.sentences(detail).stream()
        .map(side -> side.split(": ", 2))
        .map(side -> new Side(side[0], side[1]))
        .toList();
  }
}
