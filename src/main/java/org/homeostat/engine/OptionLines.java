package org.homeostat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.TreatmentOption;
import org.homeostat.fact.Finding;
import org.homeostat.fact.GoalGuide;
import org.homeostat.fact.Option;
import org.homeostat.fact.OptionPoint;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.Knowledge;

/**
 * Puts the options that are in question side by side: exclusions first, then the points for and
 * against that rules derived. What the same advisory holds, stops or avoids has nothing that speaks
 * for it.
 */
final class OptionLines {

  private static final String IN_QUESTION = "option-in-question";

  private final Knowledge knowledge;
  private final SessionFacts facts;
  private final Map<String, List<Derivation>> questions = new HashMap<>();
  private final Map<String, Map<String, List<Derivation>>> points = new HashMap<>();

  OptionLines(ProofReader proofs, Knowledge knowledge, SessionFacts facts) {
    this.knowledge = knowledge;
    this.facts = facts;
    proofs
        .of(Finding.class)
        .forEach(
            (finding, why) -> {
              if (finding.code().equals(IN_QUESTION)) {
                questions.put(finding.about(), why);
              }
            });
    proofs
        .of(OptionPoint.class)
        .forEach(
            (point, why) ->
                points
                    .computeIfAbsent(point.option(), code -> new HashMap<>())
                    .computeIfAbsent(point.side(), side -> new ArrayList<>())
                    .addAll(why));
  }

  /** The recommendations, the carrier with its options. */
  List<Recommendation> with(List<Recommendation> recommendations) {
    Optional<String> carrier =
        knowledge.tables().ruleset().optionsStandIn().stream()
            .filter(id -> recommendations.stream().anyMatch(r -> r.id().equals(id)))
            .findFirst();
    if (carrier.isEmpty() || questions.isEmpty()) {
      return recommendations;
    }
    List<TreatmentOption> options = options(recommendations);
    return recommendations.stream()
        .map(r -> r.id().equals(carrier.get()) ? r.withOptions(options) : r)
        .toList();
  }

  /**
   * What can be taken up first, what the case restricts behind it; then by how many points of the
   * case speak for it, and by how many goals it bears on. The order of the table decides the rest.
   */
  private List<TreatmentOption> options(List<Recommendation> recommendations) {
    return facts
        .all(Option.class)
        .filter(row -> questions.containsKey(row.code()))
        .map(row -> option(row, recommendations))
        .sorted(
            Comparator.comparing((TreatmentOption o) -> o.pro().isEmpty())
                .thenComparing(TreatmentOption::excluded)
                .thenComparing(this::isRestricted)
                .thenComparing(o -> -o.pro().size())
                .thenComparing(o -> -goals(o)))
        .toList();
  }

  private boolean isRestricted(TreatmentOption option) {
    return points.getOrDefault(option.code(), Map.of()).containsKey("restricted");
  }

  private long goals(TreatmentOption option) {
    return facts
        .all(GoalGuide.class)
        .filter(guide -> guide.options().contains(option.code()))
        .count();
  }

  private TreatmentOption option(Option row, List<Recommendation> recommendations) {
    List<Derivation> excluded = side(row, "excluded");
    List<Recommendation> ended =
        recommendations.stream()
            .filter(r -> Actions.LEAVE.contains(r.action()) && row.agents().contains(r.target()))
            .toList();
    boolean open = excluded.isEmpty() && ended.isEmpty();
    List<Derivation> pro = open ? side(row, "for") : List.of();
    List<Derivation> against = new ArrayList<>(side(row, "restricted"));
    against.addAll(side(row, "against"));
    List<Derivation> all = new ArrayList<>(excluded);
    all.addAll(pro);
    all.addAll(against);
    return new TreatmentOption(
        row.code(),
        inProtocol(row) ? row.name() + ", in the protocol" : row.name(),
        !excluded.isEmpty(),
        texts(pro),
        Stream.of(
                texts(excluded).stream(),
                ended.stream().map(r -> r.summary() + " [" + r.id() + "]"),
                texts(against).stream())
            .flatMap(texts -> texts)
            .toList(),
        EvidenceLines.of(all, knowledge),
        Stream.concat(questions.get(row.code()).stream(), all.stream())
            .map(derivation -> (Proof) derivation.step())
            .distinct()
            .toList());
  }

  private boolean inProtocol(Option row) {
    return facts
        .all(Treatment.class)
        .anyMatch(treatment -> treatment.isActive() && row.agents().contains(treatment.agent()));
  }

  private List<Derivation> side(Option row, String side) {
    return points.getOrDefault(row.code(), Map.of()).getOrDefault(side, List.of());
  }

  private static List<String> texts(List<Derivation> why) {
    return why.stream().map(Derivation::summary).distinct().toList();
  }
}
