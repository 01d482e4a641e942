package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.advice.Tier;
import org.homeostat.engine.Trace;
import org.homeostat.rulebook.RuleBook;

/** Says of each mismatch of a case why it came to it. */
final class MismatchReasons {

  private static final Set<String> OF_RECOMMENDATIONS =
      Set.of("recommends", "recommendsNot", "only", "urgency", "due", "dueNotBefore");

  private final WhyLines why;
  private final Tier tier;

  private MismatchReasons(WhyLines why, Tier tier) {
    this.why = why;
    this.tier = tier;
  }

  /** The same mismatches, each with the proof or the rules that stopped. */
  static List<Mismatch> explain(List<Mismatch> mismatches, RuleBook ruleBook, Trace trace) {
    try (WhyLines why = new WhyLines(ruleBook, trace)) {
      MismatchReasons reasons = new MismatchReasons(why, trace.advisory().tier());
      Set<String> told = new HashSet<>();
      List<Mismatch> explained = new ArrayList<>();
      for (Mismatch mismatch : mismatches) {
        boolean first = told.add(mismatch.kind() + " " + subject(mismatch));
        explained.add(mismatch.because(first ? reasons.of(mismatch) : List.of("as said above")));
      }
      return explained;
    }
  }

  /** What a mismatch asks after: a recommendation that is missing is missing for its dates too. */
  private static String subject(Mismatch mismatch) {
    return OF_RECOMMENDATIONS.contains(mismatch.member())
        ? mismatch.id()
        : mismatch.member() + " " + mismatch.id();
  }

  private List<String> of(Mismatch mismatch) {
    boolean missing = mismatch.kind() == Mismatch.Kind.MISSING;
    String id = mismatch.id();
    if (OF_RECOMMENDATIONS.contains(mismatch.member())) {
      return missing ? why.missingRecommendation(id) : why.recommendation(id);
    }
    return switch (mismatch.member()) {
      case "tier" -> tier(mismatch.expected());
      case "reasons", "reasonsNot" -> missing ? why.missingReason(id) : why.reason(id);
      case "disagreements" -> why.missingDisagreement(id);
      case "proofs" -> missing ? why.missingRule(id) : why.rule(id);
      default -> List.of();
    };
  }

  private List<String> tier(String expected) {
    List<String> lines = new ArrayList<>();
    String got = tier.level().code();
    lines.add("why " + got + ":");
    tier.reasons().stream()
        .map(Tier.Reason::id)
        .filter(id -> why.level(id).equals(got))
        .flatMap(id -> why.reason(id).stream())
        .forEach(line -> lines.add("  " + line));
    boolean there =
        tier.reasons().stream().map(Tier.Reason::id).map(why::level).anyMatch(expected::equals);
    lines.add(there ? "there are reasons for " + expected + " too" : "why not " + expected + ":");
    if (!there) {
      why.missingTier(expected).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
