package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Proof;
import org.homeostat.engine.Reach;
import org.homeostat.engine.Trace;
import org.homeostat.engine.WhyNot;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Interfering;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.rulebook.RuleQueries;

/** Counts what cases touch of a rule set. Thread-safe; the order of cases does not matter. */
public final class CoverageCounter {

  private final RuleBook ruleBook;
  private final RuleQueries queries;
  private final TableRows rows;
  private final Map<String, List<String>> sources = new HashMap<>();
  private final Map<String, int[]> held = new TreeMap<>();
  private final Map<String, int[]> stopped = new TreeMap<>();
  private final Map<RowPlace, Integer> used = new HashMap<>();
  private final Map<RowPlace, int[]> compared = new HashMap<>();
  private int cases;

  /** Counts for the rules of a rule book. */
  public CoverageCounter(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
    this.queries = ruleBook.queries();
    this.rows = new TableRows(ruleBook.knowledge().tables(), queries.rowLines());
    ruleBook.descriptions().forEach((id, rule) -> sources.put(id, rule.source()));
    queries
        .outlines()
        .forEach(
            (id, rule) -> {
              held.put(id, new int[rule.conditions().size()]);
              stopped.put(id, new int[rule.conditions().size()]);
            });
  }

  /** Counts one case. */
  public void add(Trace trace) {
    List<Reach> reaches = new ArrayList<>();
    Set<RowPlace> touched = new HashSet<>();
    Map<RowPlace, Set<WhyNot.Side>> sides = new HashMap<>();
    try (WhyNot whyNot = WhyNot.ofAll(ruleBook, trace)) {
      for (String rule : queries.outlines().keySet()) {
        Reach reach = whyNot.reach(rule);
        reaches.add(reach);
        if (reach.holds()) {
          sources.get(rule).forEach(id -> touched.addAll(rows.of("sources", id)));
        }
        whyNot.rowsMatched(reach).forEach(row -> touched.addAll(rows.of(row)));
        for (WhyNot.Comparison c : whyNot.comparisons(reach)) {
          for (RowPlace row : rows.of(c.cutoff())) {
            sides.computeIfAbsent(row, r -> new HashSet<>()).add(c.side());
          }
        }
      }
    }
    trace.facts().stream()
        .filter(Interfering.class::isInstance)
        .forEach(fact -> touched.addAll(rows.of((Interfering) fact)));
    cited(trace.advisory(), touched);
    count(reaches, touched, sides);
  }

  private synchronized void count(
      List<Reach> reaches, Set<RowPlace> touched, Map<RowPlace, Set<WhyNot.Side>> sides) {
    cases++;
    for (Reach reach : reaches) {
      for (int i = 0; i < reach.held(); i++) {
        held.get(reach.rule().id())[i]++;
      }
      if (!reach.holds()) {
        stopped.get(reach.rule().id())[reach.held()]++;
      }
      for (int i = 0; i < reach.held(); i++) {
        if (reach.isThinnedBy(i)) {
          stopped.get(reach.rule().id())[i]++;
        }
      }
    }
    touched.forEach(row -> used.merge(row, 1, Integer::sum));
    sides.forEach(
        (row, seen) ->
            seen.forEach(side -> compared.computeIfAbsent(row, r -> new int[3])[side.ordinal()]++));
  }

  private void cited(Advisory advisory, Set<RowPlace> touched) {
    advisory.tier().reasons().forEach(reason -> touched.addAll(rows.of("policies", reason.id())));
    advisory.evidence().forEach(evidence -> cited(evidence, touched));
    advisory.proofs().forEach(proof -> cited(proof, touched));
  }

  private void cited(Evidence evidence, Set<RowPlace> touched) {
    touched.addAll(rows.of("guidance", evidence.guidance()));
    if (evidence.card() != null) {
      touched.addAll(rows.of("cards", evidence.card()));
    }
    evidence.citations().forEach(citation -> touched.addAll(rows.of("sources", citation.id())));
  }

  private void cited(Proof proof, Set<RowPlace> touched) {
    if (proof instanceof Proof.Step step) {
      step.guidance().forEach(id -> touched.addAll(rows.of("guidance", id)));
      step.from().forEach(premise -> cited(premise, touched));
    } else if (proof instanceof Proof.Row row) {
      row.source().forEach(id -> touched.addAll(rows.of("sources", id)));
    }
  }

  /** What was counted so far. */
  public synchronized Coverage coverage() {
    List<Coverage.RuleCount> rules = new ArrayList<>();
    for (RuleOutline rule : queries.outlines().values()) {
      int[] holds = held.get(rule.id());
      int[] stops = stopped.get(rule.id());
      List<Coverage.ConditionCount> conditions = new ArrayList<>();
      for (int i = 0; i < holds.length; i++) {
        conditions.add(new Coverage.ConditionCount(rule.conditions().get(i), holds[i], stops[i]));
      }
      rules.add(
          new Coverage.RuleCount(
              rule, holds.length == 0 ? 0 : holds[holds.length - 1], List.copyOf(conditions)));
    }
    List<Coverage.RowCount> counted =
        rows.all().stream()
            .map(row -> new Coverage.RowCount(row, used.getOrDefault(row, 0)))
            .toList();
    List<Coverage.CutoffCount> cutoffs =
        rows.all().stream()
            .filter(row -> row.file().equals(TableRows.fileOf(Cutoff.TABLE)))
            .map(row -> cutoff(row, compared.getOrDefault(row, new int[3])))
            .toList();
    return new Coverage(cases, List.copyOf(rules), counted, cutoffs);
  }

  private static Coverage.CutoffCount cutoff(RowPlace row, int[] sides) {
    return new Coverage.CutoffCount(row, sides[0], sides[1], sides[2]);
  }
}
