package org.homeostat.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.engine.Reach;
import org.homeostat.engine.Stop;
import org.homeostat.engine.Trace;
import org.homeostat.engine.WhyNot;
import org.homeostat.fact.Advice;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.rulebook.RuleWords;

/**
 * Why something is not in an advisory, for a clinician: for each rule that could give it the
 * condition at which it stopped, what was found there, and by how much it misses. The engine
 * answers; nothing is guessed. To be closed.
 */
public final class WhyNotText implements AutoCloseable {

  /** How many rules that feed a condition are told, and how deep. */
  private static final int FEEDERS = 3;

  private static final int DEPTH = 4;

  /** As many facts as a reader takes in. */
  private static final int MOST_FOUND = 5;

  /** What is nearest to holding first. */
  private static final Comparator<Reach> FURTHEST =
      Comparator.comparing((Reach r) -> r.rule().conditions().size() - r.held())
          .thenComparing(r -> -r.held())
          .thenComparing(r -> r.rule().id());

  private final RuleBook ruleBook;
  private final PatientCase given;
  private final Trace trace;
  private final WhyNot whyNot;
  private final RuleWords words;
  private final Page page;
  private final Set<String> told = new HashSet<>();

  /**
   * Asks about a case that was traced with the rules of the book.
   *
   * @param width columns of a line
   */
  public WhyNotText(RuleBook ruleBook, PatientCase given, Trace trace, int width) {
    this.ruleBook = ruleBook;
    this.given = given;
    this.trace = trace;
    this.whyNot = WhyNot.ofSome(ruleBook, trace);
    this.words = RuleWords.of(ruleBook.knowledge());
    this.page = new Page(width);
  }

  /**
   * The text, ending with a line end.
   *
   * @param id id of a rule, of a recommendation such as {@code hold:tesamorelin}, or of a tier
   *     reason
   * @throws IllegalArgumentException when no rule can give it, naming the nearest
   */
  public String write(String id) {
    Advisory advisory = trace.advisory();
    page.line(0, "Case " + advisory.caseId() + ", advice for " + advisory.asOf());
    page.line(0, TextReport.tier(advisory.tier()));
    page.heading("Why not " + id);
    if (there(id)) {
      page.line(1, "It is there. explain --why " + id + " tells why.");
      return page.text();
    }
    leftOut(id);
    List<String> rules = rules(id);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(unknown(id));
    }
    if (rules.size() > 1) {
      page.line(1, rules.size() + " rules can give it. The nearest first:");
    }
    rules.stream().map(whyNot::reach).sorted(FURTHEST).forEach(reach -> rule(1, reach, 0));
    return page.text();
  }

  private boolean there(String id) {
    Advisory advisory = trace.advisory();
    return advisory.recommendations().stream().map(Recommendation::id).anyMatch(id::equals)
        || advisory.tier().reasons().stream().map(Tier.Reason::id).anyMatch(id::equals);
  }

  /** A recommendation that rules give, and that others leave no room for. */
  private void leftOut(String id) {
    trace.advisory().recommendations().stream()
        .filter(other -> other.supersedes().contains(id))
        .forEach(other -> page.line(1, other.id() + " stands in its place."));
    boolean given =
        trace.facts().stream()
            .filter(Advice.class::isInstance)
            .map(Advice.class::cast)
            .anyMatch(advice -> (advice.action() + ":" + advice.target()).equals(id));
    if (given) {
      page.line(
          1,
          "A rule gives it, and it is left out: another line takes its place, or what goes with an"
              + " agent that is to be avoided or stopped is not said.");
    }
  }

  /** The rules that could give it. */
  private List<String> rules(String id) {
    if (ruleBook.queries().outlines().containsKey(id)) {
      return List.of(id);
    }
    return ruleBook.queries().outlines().values().stream()
        .filter(
            outline ->
                description(outline).policy().equals(id) || recommendations(outline).contains(id))
        .filter(outline -> !outline.concludes().isEmpty())
        .map(RuleOutline::id)
        .toList();
  }

  /**
   * The recommendations that a rule can give; one that does not name its target can give it of each
   * agent and test.
   */
  private List<String> recommendations(RuleOutline outline) {
    if (!outline.canConclude("Advice")) {
      return List.of();
    }
    String action = outline.arguments().get(0);
    String target = outline.arguments().get(1);
    Knowledge knowledge = ruleBook.knowledge();
    Stream<String> targets =
        target == null
            ? Stream.of("agent", "observation").map(knowledge::codes).flatMap(List::stream)
            : Stream.of(target);
    return targets.map(code -> action + ":" + code).toList();
  }

  private String unknown(String id) {
    Set<String> names = new TreeSet<>(ruleBook.queries().outlines().keySet());
    names.addAll(ruleBook.knowledge().policies());
    ruleBook.queries().outlines().values().forEach(rule -> names.addAll(recommendations(rule)));
    return "'"
        + id
        + "' is no rule, no recommendation that a rule can give, and no reason of the tier; the"
        + " nearest is '"
        + NearestName.of(id, names)
        + "', and homeostat rules lists them all";
  }

  private void rule(int depth, Reach reach, int level) {
    RuleDescription rule = description(reach.rule());
    page.line(
        depth,
        "Rule "
            + rule.id()
            + (rule.policy().isEmpty() ? "" : " (" + rule.policy() + ")")
            + ": "
            + words.conclusion(reach.rule()));
    if (reach.holds()) {
      page.line(
          depth + 1, "It holds" + (level == 0 ? " for something else, or bears on no line." : "."));
      return;
    }
    if (!told.add(rule.id())) {
      page.line(depth + 1, "It stopped as told above.");
      return;
    }
    int count = reach.rule().conditions().size();
    for (int i = 0; i < reach.held(); i++) {
      page.line(depth + 1, "holds: " + words.condition(reach.rule(), i));
    }
    page.line(
        depth + 1,
        "stopped at condition "
            + (reach.held() + 1)
            + " of "
            + count
            + ": "
            + words.condition(reach.rule(), reach.held()));
    stop(depth + 2, whyNot.stop(reach), level);
  }

  private void stop(int depth, Stop stop, int level) {
    RuleOutline.Asked asked = stop.reach().stoppedAt();
    stop.inItsWay().forEach(fact -> page.line(depth, "in its way: " + fact));
    stop.margins().stream()
        .limit(MOST_FOUND)
        .forEach(margin -> page.line(depth, "measured: " + margin.text()));
    if (stop.margins().isEmpty() && !asked.derived()) {
      stop.found().stream()
          .limit(MOST_FOUND)
          .forEach(fact -> page.line(depth, "found, and it does not fit: " + fact));
      if (stop.found().size() > MOST_FOUND) {
        page.line(depth, "and " + (stop.found().size() - MOST_FOUND) + " more");
      }
    }
    if (asked.absence()) {
      return;
    }
    if (stop.found().isEmpty() && !asked.derived()) {
      nothing(depth, asked);
    }
    if (asked.derived() && level + 1 < DEPTH) {
      feeders(depth, asked, level + 1);
    }
  }

  /**
   * Nothing of the kind is there: because nobody asked, because it was set aside, or not at all.
   */
  private void nothing(int depth, RuleOutline.Asked asked) {
    List<String> setAside =
        trace.facts().stream()
            .filter(UnusableObservation.class::isInstance)
            .map(UnusableObservation.class::cast)
            .filter(value -> asked.tests().contains("code == \"" + value.code() + "\""))
            .map(value -> "set aside: " + value.text())
            .sorted()
            .toList();
    if (asked.isAbout("UsableObservation") && !setAside.isEmpty()) {
      setAside.forEach(value -> page.line(depth, value));
    } else {
      page.line(
          depth,
          wasAsked(asked) ? "nothing of the kind is in the case" : "it was not asked in this case");
    }
  }

  private boolean wasAsked(RuleOutline.Asked asked) {
    return !(asked.isAbout("Condition") && given.conditions() == null
        || asked.isAbout("Medication") && given.medications() == null
        || asked.isAbout("Symptom") && given.symptoms() == null
        || asked.isAbout("FamilyMember") && given.familyHistory() == null
        || asked.isAbout("Treatment") && given.protocol() == null
        || asked.isAbout("Examination") && given.examinations() == null
        || asked.isAbout("Goal") && given.goals() == null
        || asked.isAbout("UsableObservation") && given.observations() == null);
  }

  private void feeders(int depth, RuleOutline.Asked asked, int level) {
    List<Reach> stopped =
        asked.feeders().stream()
            .map(whyNot::reach)
            .filter(reach -> !reach.holds())
            .sorted(FURTHEST)
            .toList();
    Stream<Reach> nearest = stopped.stream().limit(FEEDERS);
    nearest.forEach(reach -> rule(depth, reach, level));
    if (stopped.size() > FEEDERS) {
      page.line(depth, "and " + (stopped.size() - FEEDERS) + " other rules that could give it");
    }
  }

  private RuleDescription description(RuleOutline outline) {
    return ruleBook.descriptions().get(outline.id());
  }

  @Override
  public void close() {
    whyNot.close();
  }
}
