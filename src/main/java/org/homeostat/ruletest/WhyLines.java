package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.engine.Reach;
import org.homeostat.engine.Trace;
import org.homeostat.engine.WhyNot;
import org.homeostat.fact.Advice;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.rulebook.RuleOutline;

/**
 * Why something is in an advisory, or is missing from it: its proof, or for each rule that could
 * give it the condition at which it stopped. Lines are indented by two spaces a level. To be
 * closed.
 */
public final class WhyLines implements AutoCloseable {

  private static final int DEPTH = 3;
  private static final int FEEDERS = 3;

  /** What is nearest to holding first. */
  private static final Comparator<Reach> FURTHEST =
      Comparator.comparing((Reach r) -> r.rule().conditions().size() - r.held())
          .thenComparing(r -> -r.held())
          .thenComparing(r -> r.rule().id());

  private final RuleBook ruleBook;
  private final Trace trace;
  private final WhyNot whyNot;

  /** Asks about a case that was traced with the rules of the book. */
  public WhyLines(RuleBook ruleBook, Trace trace) {
    this.ruleBook = ruleBook;
    this.trace = trace;
    this.whyNot = WhyNot.ofSome(ruleBook, trace);
  }

  /** Why a recommendation such as {@code hold:tesamorelin} is missing. */
  public List<String> missingRecommendation(String id) {
    for (Recommendation other : trace.advisory().recommendations()) {
      if (other.supersedes().contains(id)) {
        return List.of(other.id() + " stands in its place");
      }
    }
    String[] parts = id.split(":", 2);
    Set<String> given =
        trace.facts().stream()
            .filter(Advice.class::isInstance)
            .map(Advice.class::cast)
            .map(advice -> advice.action() + ":" + advice.target())
            .collect(Collectors.toSet());
    if (given.contains(id)) {
      return List.of(
          "a rule gives it, and it is left out beside other lines: what goes with an agent that is"
              + " to be avoided or stopped is not said");
    }
    return stopped(
        rules(outline -> outline.canConclude("Advice", parts)), "it holds for another target only");
  }

  /** Why a tier reason such as {@code HIGH-2} is missing. */
  public List<String> missingReason(String policy) {
    return stopped(rules(outline -> description(outline.id()).policy().equals(policy)), "it holds");
  }

  /** Why no reason for a tier such as {@code high} is there: the rules that came furthest. */
  public List<String> missingTier(String level) {
    List<Reach> reaches =
        rules(outline -> outline.canConclude("TierReason", level)).stream()
            .map(whyNot::reach)
            .toList();
    List<String> lines = new ArrayList<>();
    furthest(reaches, 0, new HashSet<>(), lines);
    return lines;
  }

  /** Why a disagreement on a topic is missing. */
  public List<String> missingDisagreement(String topic) {
    return stopped(rules(outline -> outline.canConclude("Disagreement", topic)), "it holds");
  }

  /** Why a rule stands in no proof. */
  public List<String> missingRule(String rule) {
    return stopped(List.of(rule), "it holds, and what it derives bears on no line of the advisory");
  }

  /** The proofs of a recommendation. */
  public List<String> recommendation(String id) {
    return proofs(
        trace.advisory().recommendations().stream()
            .filter(r -> r.id().equals(id))
            .flatMap(r -> r.because().stream()));
  }

  /** The proofs of a tier reason. */
  public List<String> reason(String policy) {
    return proofs(
        trace.advisory().tier().reasons().stream()
            .filter(reason -> reason.id().equals(policy))
            .flatMap(reason -> reason.because().stream()));
  }

  /** The proofs in which a rule stands. */
  public List<String> rule(String rule) {
    return proofs(trace.advisory().proofs().distinct().filter(proof -> names(proof, rule)));
  }

  /** The level that a policy id gives. */
  String level(String policy) {
    return ruleBook.knowledge().level(policy);
  }

  private List<String> rules(Predicate<RuleOutline> wanted) {
    return ruleBook.queries().outlines().values().stream()
        .filter(wanted)
        .map(RuleOutline::id)
        .toList();
  }

  private List<String> stopped(List<String> rules, String otherwise) {
    List<String> lines = new ArrayList<>();
    for (Reach reach : rules.stream().map(whyNot::reach).sorted(FURTHEST).toList()) {
      if (reach.holds()) {
        RuleOutline rule = reach.rule();
        lines.add(place(rule, rule.line()) + " rule '" + rule.id() + "': " + otherwise);
      } else {
        explain(reach, 0, new HashSet<>(), lines);
      }
    }
    return lines.isEmpty() ? List.of("no rule can give it") : List.copyOf(lines);
  }

  private void explain(Reach reach, int depth, Set<String> path, List<String> lines) {
    RuleOutline.Asked stop = reach.stoppedAt();
    String indent = "  ".repeat(depth);
    lines.add(
        indent
            + place(reach.rule(), stop.line())
            + " rule '"
            + reach.rule().id()
            + "' stopped at condition "
            + (reach.held() + 1)
            + " of "
            + reach.rule().conditions().size()
            + ": "
            + stop.text());
    whyNot.obstacles(reach).forEach(fact -> lines.add(indent + "  in its way: " + fact));
    if (stop.derived() && !stop.absence() && depth + 1 < DEPTH && path.add(reach.rule().id())) {
      furthest(stop.feeders().stream().map(whyNot::reach).toList(), depth + 1, path, lines);
    }
  }

  /** The rules that came furthest; the others are counted. */
  private void furthest(List<Reach> reaches, int depth, Set<String> path, List<String> lines) {
    List<Reach> stopped =
        reaches.stream().filter(reach -> !reach.holds()).sorted(FURTHEST).toList();
    stopped.stream().limit(FEEDERS).forEach(reach -> explain(reach, depth, path, lines));
    if (stopped.size() > FEEDERS) {
      lines.add("  ".repeat(depth) + "and " + (stopped.size() - FEEDERS) + " other rules");
    }
  }

  private static boolean names(Proof proof, String rule) {
    return proof instanceof Proof.Step step
        && (step.rule().equals(rule) || step.from().stream().anyMatch(p -> names(p, rule)));
  }

  private List<String> proofs(Stream<Proof> proofs) {
    List<String> lines = new ArrayList<>();
    proofs.forEach(proof -> proof(proof, 0, lines));
    return List.copyOf(lines);
  }

  private void proof(Proof proof, int depth, List<String> lines) {
    String indent = "  ".repeat(depth);
    if (proof instanceof Proof.Step step) {
      RuleOutline outline = ruleBook.queries().outlines().get(step.rule());
      lines.add(
          indent + place(outline, outline.line()) + " rule '" + step.rule() + "': " + step.text());
      step.from().forEach(premise -> proof(premise, depth + 1, lines));
    } else if (proof instanceof Proof.Fact fact) {
      lines.add(indent + fact.at() + ": " + fact.text());
    } else if (proof instanceof Proof.Row row) {
      lines.add(indent + "table " + row.table() + ": " + row.text());
    } else if (proof instanceof Proof.Absence absence) {
      lines.add(indent + "not there: " + absence.text());
    }
  }

  private RuleDescription description(String rule) {
    return ruleBook.descriptions().get(rule);
  }

  private static String place(RuleOutline rule, int line) {
    return rule.file() + ":" + line;
  }

  @Override
  public void close() {
    whyNot.close();
  }
}
