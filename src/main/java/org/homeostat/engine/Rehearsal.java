package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.TableRow;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleBook;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Answers for variants of one case, one after the other, in one session: only the facts that differ
 * are taken out and put in, and the truth-maintenance system takes back what no longer follows. To
 * be closed; not thread-safe.
 */
final class Rehearsal implements AutoCloseable {

  private final RuleBook ruleBook;
  private final LocalDate day;
  private final FiringLimits limits;
  private final KieSession session;
  private List<Object> facts = List.of();
  private List<FactHandle> handles = List.of();
  private PatientCase rowsOf;
  private List<TableRow> rows;

  Rehearsal(RuleBook ruleBook, LocalDate day, FiringLimits limits) {
    this.ruleBook = ruleBook;
    this.day = day;
    this.limits = limits;
    this.session = ruleBook.rules().newKieSession();
  }

  /** What the engine says of the case. */
  Outcome outcome(PatientCase given) {
    Knowledge knowledge = ruleBook.knowledge();
    SessionFacts wanted = SessionFacts.of(PatientOnDay.of(given, day, knowledge), this::rows);
    exchange(wanted.facts());
    session.fireAllRules(new FiringGuard(given.id(), limits, wanted.facts().size()));
    ProofReader proofs = new ProofReader(session, ruleBook);
    return Outcome.of(
        new AdvisoryLines(proofs, knowledge, wanted).tier(),
        new RecommendationLines(proofs, knowledge, day, wanted).sorted());
  }

  /** Mostly the same rows hold as for the variant before. */
  private List<TableRow> rows(PatientOnDay variant) {
    PatientCase given = variant.given();
    if (rowsOf == null
        || rowsOf.patient() != given.patient()
        || rowsOf.protocol() != given.protocol()
        || rowsOf.conditions() != given.conditions()
        || rowsOf.examinations() != given.examinations()
        || rowsOf.goals() != given.goals()) {
      rowsOf = given;
      rows = RowSelection.of(variant);
    }
    return rows;
  }

  /** Mostly one fact differs, so that what both have at the beginning and at the end stays. */
  private void exchange(List<Object> wanted) {
    int shorter = Math.min(facts.size(), wanted.size());
    int first = 0;
    while (first < shorter && facts.get(first).equals(wanted.get(first))) {
      first++;
    }
    int last = 0;
    while (last < shorter - first && isSameFromEnd(wanted, last)) {
      last++;
    }
    Map<Object, Deque<FactHandle>> spare = new HashMap<>();
    for (int i = first; i < facts.size() - last; i++) {
      spare.computeIfAbsent(facts.get(i), fact -> new ArrayDeque<>()).add(handles.get(i));
    }
    FactHandle[] middle = new FactHandle[wanted.size() - first - last];
    for (int i = 0; i < middle.length; i++) {
      Deque<FactHandle> same = spare.getOrDefault(wanted.get(first + i), new ArrayDeque<>());
      middle[i] = same.poll();
    }
    spare.values().forEach(unwanted -> unwanted.forEach(session::delete));
    for (int i = 0; i < middle.length; i++) {
      middle[i] = middle[i] == null ? session.insert(wanted.get(first + i)) : middle[i];
    }
    List<FactHandle> present = new ArrayList<>(handles.subList(0, first));
    present.addAll(Arrays.asList(middle));
    present.addAll(handles.subList(handles.size() - last, handles.size()));
    facts = wanted;
    handles = present;
  }

  private boolean isSameFromEnd(List<Object> wanted, int back) {
    return facts.get(facts.size() - 1 - back).equals(wanted.get(wanted.size() - 1 - back));
  }

  @Override
  public void close() {
    session.dispose();
  }
}
