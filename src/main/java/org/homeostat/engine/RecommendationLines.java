package org.homeostat.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Urgency;
import org.homeostat.fact.Advice;
import org.homeostat.fact.Agent;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.Knowledge;

/** Makes one advisory's recommendations of the advice that rules derived: merged, dated, sorted. */
final class RecommendationLines {

  private static final Set<String> DUE_ON_THE_DAY = Set.of("measure", "assess", "repeat");

  private final ProofReader proofs;
  private final Knowledge knowledge;
  private final LocalDate asOf;
  private final SessionFacts facts;

  RecommendationLines(ProofReader proofs, Knowledge knowledge, LocalDate asOf, SessionFacts facts) {
    this.proofs = proofs;
    this.knowledge = knowledge;
    this.asOf = asOf;
    this.facts = facts;
  }

  /** By urgency, then by id. */
  List<Recommendation> sorted() {
    Map<String, Map<Advice, List<Derivation>>> advised = new TreeMap<>();
    proofs
        .of(Advice.class)
        .forEach(
            (advice, why) ->
                advised
                    .computeIfAbsent(
                        advice.action() + ":" + advice.target(), id -> new LinkedHashMap<>())
                    .put(advice, why));
    Map<String, Recommendation> byId = new TreeMap<>();
    advised.forEach((id, reasons) -> byId.put(id, recommendation(reasons)));
    Map<String, Recommendation> merged = Map.copyOf(byId);
    byId.replaceAll((id, recommendation) -> superseding(recommendation, merged));
    Set<String> superseded = new LinkedHashSet<>();
    byId.values().forEach(r -> superseded.addAll(r.supersedes()));
    byId.keySet().removeAll(superseded);
    byId.values().removeIf(r -> servesAvoidedAgentsAlone(r, merged));
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
    Urgency urgency = Urgency.of(first.rule().urgency());
    boolean waits = notBefore != null && urgency != Urgency.CRITICAL;
    return new Recommendation(
        advice.action(),
        advice.target(),
        urgency,
        waits && due != null && notBefore.isAfter(due) ? notBefore : due,
        waits ? notBefore : null,
        first.summary(),
        first.detail(),
        Derivation.guidance(why),
        EvidenceLines.of(why, knowledge),
        Derivation.because(why),
        List.of(),
        List.of());
  }

  private LocalDate due(Advice advice, Derivation derivation) {
    if (Urgency.of(derivation.rule().urgency()) == Urgency.CRITICAL) {
      return asOf;
    }
    if (advice.due() != null) {
      return advice.due().isAfter(asOf) ? advice.due() : asOf;
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

  /**
   * A stronger line in place of weaker ones: it is as urgent as they were, and carries their
   * reasons beside its own.
   */
  private static Recommendation superseding(
      Recommendation line, Map<String, Recommendation> merged) {
    List<Recommendation> weaker =
        Actions.replaces(line.action()).stream()
            .map(action -> merged.get(action + ":" + line.target()))
            .filter(Objects::nonNull)
            .toList();
    List<Recommendation> moreUrgent =
        weaker.stream().filter(w -> w.urgency().compareTo(line.urgency()) < 0).toList();
    Recommendation first = moreUrgent.isEmpty() ? line : moreUrgent.get(0);
    return new Recommendation(
        line.action(),
        line.target(),
        first.urgency(),
        moreUrgent.isEmpty() ? line.due() : first.due(),
        line.notBefore(),
        line.summary(),
        line.detail(),
        joined(line, weaker, Recommendation::guidance),
        joined(line, weaker, Recommendation::evidence),
        joined(line, weaker, Recommendation::because),
        weaker.stream().map(Recommendation::id).toList(),
        List.of());
  }

  private static <T> List<T> joined(
      Recommendation line,
      List<Recommendation> others,
      Function<Recommendation, List<T>> component) {
    return Stream.concat(Stream.of(line), others.stream())
        .flatMap(r -> component.apply(r).stream())
        .distinct()
        .toList();
  }

  /** A test that only agents that are not to be begun would need. */
  private boolean servesAvoidedAgentsAlone(
      Recommendation line, Map<String, Recommendation> merged) {
    List<String> needing =
        facts
            .all(Treatment.class)
            .filter(Treatment::isActive)
            .map(Treatment::agent)
            .filter(agent -> knowledge.needsForItself(agent, line.target()))
            .toList();
    return line.action().equals("measure")
        && line.urgency() == Urgency.INFO
        && !needing.isEmpty()
        && needing.stream().allMatch(agent -> merged.containsKey("avoid:" + agent));
  }

  /**
   * Where every growth hormone axis agent is under avoid or stop, what would go with using it is
   * left out: discussions, reviews of the plan, and tests that are not urgent and serve no other
   * current agent.
   */
  private void leaveOutWhatServesEndedAgents(Map<String, Recommendation> byId) {
    Set<String> ghAxis = new LinkedHashSet<>();
    facts.all(Agent.class).filter(Agent::isGhAxis).forEach(agent -> ghAxis.add(agent.code()));
    List<String> active =
        facts.all(Treatment.class).filter(Treatment::isActive).map(Treatment::agent).toList();
    List<String> driving = active.stream().filter(ghAxis::contains).toList();
    if (driving.isEmpty() || !driving.stream().allMatch(agent -> isEnded(agent, byId))) {
      return;
    }
    List<String> others =
        treatments("current").map(Treatment::agent).filter(agent -> !isEnded(agent, byId)).toList();
    byId.keySet().removeAll(knowledge.tables().ruleset().leftOutWithEndedAgents());
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

  private Stream<Treatment> treatments(String status) {
    return facts.all(Treatment.class).filter(treatment -> treatment.status().equals(status));
  }
}
