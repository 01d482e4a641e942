package org.homeostat.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.PatientCase;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.Reviews;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.kie.api.runtime.KieSession;

/**
 * Gives the advisory for a case. Thread-safe: each case has a session of its own, which is always
 * released. (Drools can pool sessions, but a session that was reset can miss a rule that ends on an
 * absence, so none is used twice.) The same case, rules and day give the same advisory in any
 * thread and any order of facts.
 *
 * <pre>{@code
 * try (AdvisoryEngine engine = AdvisoryEngine.bundled()) {
 *   Advisory advisory = engine.advise(patientCase);
 * }
 * }</pre>
 */
public final class AdvisoryEngine implements AutoCloseable {

  private static final int MOST_THREADS = 4;

  private final RuleBook ruleBook;
  private final Clock clock;
  private final FiringLimits firingLimits;
  private final UnaryOperator<List<Object>> arrangement;
  private final Advisory.RuleSet ruleSet;
  private final List<String> ruleSetLimits;
  private final List<LocalDate> reviewsDue;

  AdvisoryEngine(
      RuleBook ruleBook,
      Clock clock,
      FiringLimits firingLimits,
      UnaryOperator<List<Object>> arrangement) {
    this.ruleBook = ruleBook;
    this.clock = clock;
    this.firingLimits = firingLimits;
    this.arrangement = arrangement;
    this.ruleSet = ruleSet(ruleBook);
    this.ruleSetLimits = ruleSetLimits(ruleBook);
    this.reviewsDue =
        ruleBook.descriptions().values().stream()
            .map(rule -> Reviews.due(rule.reviewed()))
            .flatMap(Optional::stream)
            .toList();
  }

  /** An engine with the bundled rules. */
  public static AdvisoryEngine bundled() {
    return of(RuleBook.bundled());
  }

  /** An engine with the given rules. */
  public static AdvisoryEngine of(RuleBook ruleBook) {
    return of(ruleBook, Clock.systemDefaultZone(), FiringLimits.DEFAULT);
  }

  /**
   * An engine with the given rules.
   *
   * @param clock names today for cases that name no day
   * @param firingLimits how far one case may go
   */
  public static AdvisoryEngine of(RuleBook ruleBook, Clock clock, FiringLimits firingLimits) {
    return new AdvisoryEngine(ruleBook, clock, firingLimits, UnaryOperator.identity());
  }

  /** Version of this program. */
  public static String version() {
    try (InputStream in =
        AdvisoryEngine.class.getResourceAsStream("/homeostat/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
  }

  /**
   * The advisory for the day that the case names; without one for today, and the advisory says so.
   *
   * @throws IllegalArgumentException when the case uses a code that the rules do not know
   * @throws RuleFailure when the rules do not finish; other cases are not touched by it
   */
  public Advisory advise(PatientCase patientCase) {
    return advise(patientCase, null);
  }

  /**
   * The advisory for the given day, which wins over the day that the case names.
   *
   * @param asOf the day; null: as {@link #advise(PatientCase)}
   */
  public Advisory advise(PatientCase patientCase, LocalDate asOf) {
    return run(patientCase, asOf, (advisory, proofs, session) -> advisory);
  }

  /**
   * As {@link #advise(PatientCase, LocalDate)}, with what {@link WhyNot} needs to tell how far
   * rules came.
   */
  public Trace trace(PatientCase patientCase, LocalDate asOf) {
    return run(
        patientCase,
        asOf,
        (advisory, proofs, session) ->
            new Trace(advisory, List.copyOf(session.getObjects()), proofs.matches()));
  }

  /**
   * What would change the advice: the engine is asked again and again with one datum changed.
   *
   * @param asOf as in {@link #advise(PatientCase, LocalDate)}
   */
  public WhatIf whatIf(PatientCase patientCase, LocalDate asOf) {
    LocalDate day = dayOf(patientCase, asOf);
    SessionFacts facts = facts(patientCase, day);
    Supplier<Rehearsal> rehearsals = () -> new Rehearsal(ruleBook, day, firingLimits);
    try {
      Outcome base;
      try (Rehearsal rehearsal = rehearsals.get()) {
        base = rehearsal.outcome(patientCase);
      }
      return new WhatIfSearch(
              PatientOnDay.of(patientCase, day, ruleBook.knowledge()),
              facts,
              base,
              () -> new Asker(rehearsals.get(), base),
              Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS))
          .run();
    } catch (RuleFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuleFailure(patientCase.id(), "a variant of it failed: " + e, e);
    }
  }

  /** What is wanted of a session that has fired. */
  private interface Reading<T> {
    T of(Advisory advisory, ProofReader proofs, KieSession session);
  }

  private <T> T run(PatientCase patientCase, LocalDate asOf, Reading<T> reading) {
    LocalDate day = dayOf(patientCase, asOf);
    SessionFacts facts = facts(patientCase, day);
    FiringGuard guard = new FiringGuard(patientCase.id(), firingLimits, facts.facts().size());
    KieSession session = ruleBook.rules().newKieSession();
    try {
      arrangement.apply(facts.facts()).forEach(session::insert);
      session.fireAllRules(guard);
      guard.checkTime();
      ProofReader proofs = new ProofReader(session, ruleBook);
      return reading.of(advisory(patientCase, asOf, day, facts, proofs), proofs, session);
    } catch (RuleFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuleFailure(
          patientCase.id(), "failed at or after rule " + guard.lastRule() + ": " + e, e);
    } finally {
      session.dispose();
    }
  }

  private LocalDate dayOf(PatientCase patientCase, LocalDate asOf) {
    return asOf != null
        ? asOf
        : patientCase.asOf() != null ? patientCase.asOf() : LocalDate.now(clock);
  }

  private SessionFacts facts(PatientCase patientCase, LocalDate day) {
    try {
      return SessionFacts.of(patientCase, day, ruleBook.knowledge());
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuleFailure(patientCase.id(), "its facts cannot be made: " + e, e);
    }
  }

  private Advisory advisory(
      PatientCase patientCase,
      LocalDate asOf,
      LocalDate day,
      SessionFacts facts,
      ProofReader proofs) {
    Knowledge knowledge = ruleBook.knowledge();
    AdvisoryLines lines = new AdvisoryLines(proofs, knowledge, facts);
    List<Recommendation> recommendations =
        new OptionLines(proofs, knowledge, facts)
            .with(new RecommendationLines(proofs, knowledge, day, facts).sorted());
    MonitoringLines plan = new MonitoringLines(proofs, day, facts, recommendations);
    List<Monitored> monitoring = plan.sorted();
    List<String> limits = new ArrayList<>();
    if (asOf != null && patientCase.asOf() != null && !asOf.equals(patientCase.asOf())) {
      limits.add(
          "The day " + asOf + " was asked for; the case itself names " + patientCase.asOf() + ".");
    }
    limits.addAll(facts.limits());
    limits.addAll(ruleSetLimits);
    long overdue = reviewsDue.stream().filter(due -> due.isBefore(day)).count();
    if (overdue > 0) {
      limits.add("Rules past the day by which their review was due: " + overdue + ".");
    }
    Advisory advisory =
        new Advisory(
            patientCase.id(),
            day,
            asOf == null && patientCase.asOf() == null,
            ruleSet,
            facts.inputs(),
            lines.tier(),
            recommendations,
            monitoring,
            new ResponseLines(proofs, knowledge, facts).response(),
            Stream.concat(facts.quality().stream(), lines.discrepancies().stream()).toList(),
            lines.disputes(),
            plan.statements(knowledge),
            new GoalLines(proofs, knowledge, facts).goals(recommendations),
            List.of(),
            limits);
    return advisory.withSources(knowledge::citation);
  }

  /** The tables that the engine's rules use; a reader of cases takes its codes from them. */
  public Knowledge knowledge() {
    return ruleBook.knowledge();
  }

  /** The rules that the engine runs. */
  public RuleBook ruleBook() {
    return ruleBook;
  }

  private static Advisory.RuleSet ruleSet(RuleBook ruleBook) {
    Tables.RuleSetRow row = ruleBook.knowledge().tables().ruleset();
    return new Advisory.RuleSet(row.version(), ruleBook.sha256(), version(), row.evidenceDate());
  }

  /** What no advisory of this rule set judges. */
  private static List<String> ruleSetLimits(RuleBook ruleBook) {
    Knowledge knowledge = ruleBook.knowledge();
    Set<String> encoded =
        ruleBook.descriptions().values().stream()
            .map(RuleDescription::policy)
            .collect(Collectors.toSet());
    List<String> judged = knowledge.policies().stream().filter(encoded::contains).toList();
    int open = knowledge.policies().size() - judged.size();
    List<String> sentences = new ArrayList<>();
    if (open > 0) {
      sentences.add(
          "Of the tier policy this rule set judges "
              + String.join(", ", judged)
              + "; "
              + open
              + " other policy ids have no rule yet, so the tier may be understated.");
    }
    ruleBook
        .overrides()
        .forEach(override -> sentences.add("Table of this site: " + override.text() + "."));
    sentences.addAll(knowledge.tables().ruleset().limits());
    return sentences;
  }

  /** Nothing is held between cases; an embedder may close the engine all the same. */
  @Override
  public void close() {}
}
