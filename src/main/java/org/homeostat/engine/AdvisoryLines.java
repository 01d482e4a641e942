package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Dispute;
import org.homeostat.advice.Advisory.Side;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.fact.Advice;
import org.homeostat.fact.Agent;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Disagreement;
import org.homeostat.fact.Discrepancy;
import org.homeostat.fact.Finding;
import org.homeostat.fact.TierReason;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleDescription;

/** Makes one advisory's lines of what the rules derived: merged, superseded, dated and sorted. */
final class AdvisoryLines {

  private static final Map<String, List<String>> SUPERSEDES =
      Map.of(
          "avoid",
          List.of("hold", "review"),
          "stop",
          List.of("hold", "review"),
          "hold",
          List.of("review"));
  private static final Set<String> LEFT_OUT_WITH_ENDED_AGENTS =
      Set.of(
          "discuss:dual-pathway",
          "discuss:pulsatility",
          "discuss:off-label-use",
          "discuss:evidence-horizon",
          "review:dosing-schedule",
          "review:duplicate-class");
  private static final Set<String> DUE_ON_THE_DAY = Set.of("measure", "assess", "repeat");

  private final ProofReader proofs;
  private final Knowledge knowledge;
  private final LocalDate asOf;
  private final List<Object> facts;

  AdvisoryLines(ProofReader proofs, Knowledge knowledge, LocalDate asOf, List<Object> facts) {
    this.proofs = proofs;
    this.knowledge = knowledge;
    this.asOf = asOf;
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
        policy, level, why.get(0).summary(), guidance(why), evidence(why), because(why));
  }

  private int policyRank(String policy) {
    return knowledge.policies().indexOf(policy);
  }

  private List<Tier.Missing> missing() {
    Set<String> codes = new LinkedHashSet<>();
    proofs
        .of(Finding.class)
        .keySet()
        .forEach(
            finding -> {
              if (finding.code().equals("core-datum-missing")) {
                codes.add(finding.about());
              }
            });
    return facts(CoreTest.class)
        .filter(test -> codes.contains(test.code()))
        .map(test -> new Tier.Missing(test.code(), test.why()))
        .distinct()
        .toList();
  }

  List<Recommendation> recommendations() {
    Map<String, Map<Advice, List<Derivation>>> merged = new TreeMap<>();
    proofs
        .of(Advice.class)
        .forEach(
            (advice, why) ->
                merged
                    .computeIfAbsent(
                        advice.action() + ":" + advice.target(), id -> new LinkedHashMap<>())
                    .put(advice, why));
    Map<String, Recommendation> byId = new TreeMap<>();
    merged.forEach((id, reasons) -> byId.put(id, recommendation(reasons)));
    Set<String> superseded = new LinkedHashSet<>();
    byId.replaceAll((id, recommendation) -> superseding(recommendation, byId.keySet(), superseded));
    byId.keySet().removeAll(superseded);
    leaveOutWhatServesEndedAgents(byId);
    return byId.values().stream()
        .sorted(Comparator.comparing(Recommendation::urgency).thenComparing(Recommendation::id))
        .toList();
  }

  /** One line of all the reasons for it: the most urgent speaks, the earliest day counts. */
  private Recommendation recommendation(Map<Advice, List<Derivation>> reasons) {
    Advice advice = reasons.keySet().iterator().next();
    List<Derivation> why =
        reasons.values().stream()
            .flatMap(List::stream)
            .sorted(Derivation.ORDER)
            .distinct()
            .toList();
    Derivation first =
        why.stream()
            .min(
                Comparator.comparing((Derivation j) -> Urgency.of(j.rule().urgency()))
                    .thenComparing(j -> j.rule().id())
                    .thenComparing(Derivation::summary))
            .orElseThrow();
    LocalDate notBefore =
        reasons.keySet().stream()
            .map(Advice::notBefore)
            .filter(Objects::nonNull)
            .filter(day -> day.isAfter(asOf))
            .max(Comparator.naturalOrder())
            .orElse(null);
    LocalDate due =
        reasons.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream().map(derivation -> due(entry.getKey(), derivation)))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Recommendation(
        advice.action(),
        advice.target(),
        Urgency.of(first.rule().urgency()),
        due != null && notBefore != null && notBefore.isAfter(due) ? notBefore : due,
        notBefore,
        first.summary(),
        first.detail(),
        guidance(why),
        evidence(why),
        because(why),
        List.of());
  }

  private LocalDate due(Advice advice, Derivation derivation) {
    if (Urgency.of(derivation.rule().urgency()) == Urgency.CRITICAL) {
      return asOf;
    }
    if (advice.due() != null) {
      return advice.due();
    }
    if (advice.notBefore() != null) {
      return advice.notBefore().isAfter(asOf) ? advice.notBefore() : asOf;
    }
    return DUE_ON_THE_DAY.contains(advice.action()) ? dayOfTests() : null;
  }

  /** The day of the advice, or the first planned start where nothing is taken yet. */
  private LocalDate dayOfTests() {
    boolean onTreatment = treatments("current").findAny().isPresent();
    return treatments("planned")
        .map(Treatment::start)
        .filter(start -> start != null && !onTreatment)
        .min(Comparator.naturalOrder())
        .orElse(asOf);
  }

  private static Recommendation superseding(
      Recommendation recommendation, Set<String> ids, Set<String> superseded) {
    List<String> supersedes =
        SUPERSEDES.getOrDefault(recommendation.action(), List.of()).stream()
            .map(action -> action + ":" + recommendation.target())
            .filter(ids::contains)
            .toList();
    superseded.addAll(supersedes);
    return new Recommendation(
        recommendation.action(),
        recommendation.target(),
        recommendation.urgency(),
        recommendation.due(),
        recommendation.notBefore(),
        recommendation.summary(),
        recommendation.detail(),
        recommendation.guidance(),
        recommendation.evidence(),
        recommendation.because(),
        supersedes);
  }

  /**
   * Where every growth hormone axis agent is under avoid or stop, what would go with using it is
   * left out: discussions, reviews of the plan, and tests that are not urgent and serve no other
   * current agent.
   */
  private void leaveOutWhatServesEndedAgents(Map<String, Recommendation> byId) {
    Set<String> ghAxis = new LinkedHashSet<>();
    facts(Agent.class).filter(Agent::isGhAxis).forEach(agent -> ghAxis.add(agent.code()));
    List<String> active =
        facts(Treatment.class).filter(Treatment::isActive).map(Treatment::agent).toList();
    List<String> driving = active.stream().filter(ghAxis::contains).toList();
    if (driving.isEmpty() || !driving.stream().allMatch(agent -> isEnded(agent, byId))) {
      return;
    }
    List<String> others =
        treatments("current").map(Treatment::agent).filter(agent -> !isEnded(agent, byId)).toList();
    byId.keySet().removeAll(LEFT_OUT_WITH_ENDED_AGENTS);
    byId.values()
        .removeIf(
            r ->
                r.action().equals("measure")
                    && r.urgency() == Urgency.INFO
                    && others.stream().noneMatch(agent -> knowledge.needs(agent, r.target())));
  }

  private static boolean isEnded(String agent, Map<String, Recommendation> byId) {
    return byId.containsKey("avoid:" + agent) || byId.containsKey("stop:" + agent);
  }

  List<Dispute> disputes() {
    List<Dispute> disputes = new ArrayList<>();
    proofs
        .of(Disagreement.class)
        .forEach(
            (disagreement, why) ->
                disputes.add(
                    new Dispute(
                        disagreement.topic(),
                        disagreement.kind(),
                        sides(why.get(0).detail()),
                        why.get(0).summary(),
                        because(why))));
    return disputes;
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

  private Stream<Treatment> treatments(String status) {
    return facts(Treatment.class).filter(treatment -> treatment.status().equals(status));
  }

  private <T> Stream<T> facts(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }

  private static List<Proof> because(List<Derivation> why) {
    return why.stream().map(j -> (Proof) j.step()).toList();
  }

  private static List<String> guidance(List<Derivation> why) {
    return why.stream().map(Derivation::guidance).flatMap(List::stream).distinct().toList();
  }

  private List<Evidence> evidence(List<Derivation> why) {
    return knowledge.evidence(guidance(why));
  }
}
