package org.homeostat.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.WhatIf;

/**
 * What an answer of the engine comes to: the tier with the ids of its reasons, and the
 * recommendations in short.
 *
 * @param cited places of the case on which any of it rests
 */
record Outcome(
    TierLevel tier,
    TierLevel atLeast,
    Set<String> reasons,
    List<Tier.Missing> missing,
    List<WhatIf.Line> lines,
    Set<String> cited) {

  static Outcome of(Tier tier, List<Recommendation> recommendations) {
    Set<String> reasons = new LinkedHashSet<>();
    tier.reasons().forEach(reason -> reasons.add(reason.id()));
    return new Outcome(
        tier.level(),
        tier.atLeast(),
        reasons,
        tier.missing(),
        recommendations.stream()
            .map(line -> new WhatIf.Line(line.id(), line.urgency(), line.summary()))
            .toList(),
        cited(tier, recommendations));
  }

  private static Set<String> cited(Tier tier, List<Recommendation> recommendations) {
    Set<String> cited = new HashSet<>();
    Stream.concat(
            tier.reasons().stream().map(Tier.Reason::because),
            recommendations.stream().map(Recommendation::because))
        .flatMap(List::stream)
        .forEach(proof -> cite(proof, cited));
    return cited;
  }

  private static void cite(Proof proof, Set<String> cited) {
    if (proof instanceof Proof.Fact fact) {
      cited.add(fact.at());
    } else if (proof instanceof Proof.Step step) {
      step.from().forEach(premise -> cite(premise, cited));
    }
  }

  /** What differs in the other outcome. */
  WhatIf.Difference to(Outcome other) {
    return new WhatIf.Difference(
        other.tier,
        other.atLeast,
        tier != other.tier || atLeast != other.atLeast,
        without(other.reasons, reasons),
        without(reasons, other.reasons),
        without(other.lines, lines),
        without(lines, other.lines),
        other.lines.stream().filter(this::isOfOtherUrgency).toList());
  }

  private boolean isOfOtherUrgency(WhatIf.Line other) {
    return lines.stream()
        .anyMatch(line -> line.id().equals(other.id()) && line.urgency() != other.urgency());
  }

  private static List<String> without(Set<String> ids, Set<String> others) {
    return ids.stream().filter(id -> !others.contains(id)).toList();
  }

  private static List<WhatIf.Line> without(List<WhatIf.Line> lines, List<WhatIf.Line> others) {
    return lines.stream()
        .filter(line -> others.stream().noneMatch(other -> other.id().equals(line.id())))
        .toList();
  }
}
