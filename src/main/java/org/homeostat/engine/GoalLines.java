package org.homeostat.engine;

import java.util.Comparator;
import java.util.List;
import org.homeostat.advice.PatientGoal;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.TreatmentOption;
import org.homeostat.fact.Finding;
import org.homeostat.fact.GoalGuide;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.Knowledge;

/** Names each goal of the patient with what of the advisory bears on it. */
final class GoalLines {

  /** The finding by which rules name a goal of the patient. */
  private static final String GOAL = "patient-goal";

  private final ProofReader proofs;
  private final Knowledge knowledge;
  private final SessionFacts facts;

  GoalLines(ProofReader proofs, Knowledge knowledge, SessionFacts facts) {
    this.proofs = proofs;
    this.knowledge = knowledge;
    this.facts = facts;
  }

  List<PatientGoal> goals(List<Recommendation> recommendations) {
    return proofs
        .facts(Finding.class)
        .filter(finding -> finding.code().equals(GOAL))
        .sorted(Comparator.comparing(Finding::about))
        .map(finding -> goal(finding.about(), proofs.why(finding), recommendations))
        .toList();
  }

  /** Whatever becomes of an agent bears on every goal that it is taken for. */
  private boolean isOnAgent(Recommendation line) {
    return knowledge.agent(line.target()) != null
        && (Actions.LEAVE.contains(line.action()) || line.action().equals("review"));
  }

  private PatientGoal goal(
      String code, List<Derivation> why, List<Recommendation> recommendations) {
    GoalGuide guide =
        facts
            .all(GoalGuide.class)
            .filter(row -> row.goal().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no row of goals for '" + code + "'"));
    return new PatientGoal(
        code,
        guide.note(),
        recommendations.stream()
            .filter(r -> guide.targets().contains(r.target()) || isOnAgent(r))
            .map(Recommendation::id)
            .toList(),
        recommendations.stream()
            .flatMap(r -> r.options().stream())
            .filter(option -> !option.pro().isEmpty() && guide.options().contains(option.code()))
            .map(TreatmentOption::code)
            .toList(),
        EvidenceLines.of(why, knowledge),
        Derivation.because(why));
  }
}
