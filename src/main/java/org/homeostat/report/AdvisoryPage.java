package org.homeostat.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Advisory.Dispute;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.Urgency;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;

/**
 * What the templates of one advisory show.
 *
 * @param whatIf what would change it; null where nobody asked
 * @param attributes what the rule set says of itself
 * @param rules those that speak in the advisory
 * @param told what evidence was told of already
 */
public record AdvisoryPage(
    PatientCase patientCase,
    Advisory advisory,
    WhatIf whatIf,
    List<HtmlReport.Attribute> attributes,
    List<RuleNote> rules,
    List<Period> periods,
    Timeline timeline,
    Trends trends,
    Told told,
    Knowledge knowledge) {

  private static final String AGE = "/patient/ageYears";

  /** How the page is called: the title of the case, else its id. */
  public String title() {
    return patientCase.title() == null || patientCase.title().isBlank()
        ? patientCase.id()
        : patientCase.title();
  }

  /** What the case says of the patient, in words. */
  public List<String> patient() {
    return advisory.inputs().stream()
        .filter(input -> input.at().startsWith("/patient/") && !input.at().equals(AGE))
        .map(Advisory.Input::text)
        .toList();
  }

  /** Age in years on the day of the advice. */
  public int age() {
    return patientCase.patient().ageOn(advisory.asOf());
  }

  /** The recommendations of an urgency. */
  public List<Recommendation> recommendations(Urgency urgency) {
    return ReadingOrder.of(advisory, urgency);
  }

  /** Whether a recommendation asks for what the tier misses. */
  public boolean settlesTier(Recommendation line) {
    return ReadingOrder.settlesTier(line, advisory);
  }

  /** The lines of the monitoring plan that are overdue. */
  public List<Monitored> overdue() {
    return advisory.monitoring().stream().filter(line -> line.status().equals("overdue")).toList();
  }

  /** What was not asked, where an answer could change the tier. */
  public List<WhatIf.Question> unaskedOfTier() {
    return unasked().stream().filter(question -> ofTier(question) > 0).toList();
  }

  /** The changes of the tier or of recommendations alone: values first, dates last. */
  public List<WhatIf.Alternative> changes(boolean ofTier) {
    List<String> kinds = List.of("value", "answer", "absence", "date");
    return whatIf.changes(ofTier).stream()
        .sorted(
            Comparator.comparing((WhatIf.Alternative change) -> change.near() == null)
                .thenComparing(change -> kinds.indexOf(change.kind())))
        .toList();
  }

  /** The first sentence of a text. */
  public String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  /** How a code reads at the beginning of a sentence. */
  public String name(String code) {
    return Wording.sentence(name(code, knowledge));
  }

  /** How a code reads within a sentence: by its name, else by its words. */
  static String name(String code, Knowledge knowledge) {
    String name = knowledge.name(code);
    return name.equals(code) ? Wording.words(code) : name;
  }

  /** How a recommendation's id reads: {@code Hold tesamorelin}. */
  public String line(String id) {
    String[] parts = id.split(":", 2);
    return Wording.sentence(Wording.words(parts[0])) + " " + name(parts[1], knowledge);
  }

  /** Id of the element of a recommendation. */
  public String anchor(String recommendation) {
    return "line-" + recommendation.replace(':', '-');
  }

  /** Whether the advisory holds a recommendation. */
  public boolean has(String recommendation) {
    return advisory.recommendations().stream().anyMatch(r -> r.id().equals(recommendation));
  }

  /** Id of the element of a disagreement. */
  public String anchor(Dispute dispute) {
    return "disagreement-" + (advisory.disagreements().indexOf(dispute) + 1);
  }

  /** Id of the element of a source. */
  public String anchor(Citation citation) {
    return "source-" + citation.id();
  }

  /** The sources with a mark. */
  public List<Citation> sources(String verification) {
    return advisory.sources().stream()
        .filter(source -> source.verification().equals(verification))
        .toList();
  }

  /** How many sources were not read in the original. */
  public long unverified() {
    return advisory.sources().stream()
        .filter(source -> !Set.of("found", "judgement").contains(source.verification()))
        .count();
  }

  /** What would be different, in a line. */
  public String brief(WhatIf.Difference difference) {
    if (!difference.isAny()) {
      return "changes nothing";
    }
    String tier =
        difference.tier().code()
            + (difference.atLeast() == null ? "" : ", at least " + difference.atLeast().code());
    int count = difference.count();
    return (difference.changesTier() ? "tier " + tier : "tier stays " + tier)
        + (count == 0 ? "" : "; " + count + (count == 1 ? " line changes" : " lines change"));
  }

  /** What the tier misses, with what each answer would decide where that was asked. */
  public List<WhatIf.Question> missing() {
    return advisory.tier().missing().stream()
        .map(
            datum ->
                questions()
                    .filter(question -> question.code().equals(datum.code()))
                    .findFirst()
                    .orElse(
                        new WhatIf.Question(
                            datum.code(), name(datum.code(), knowledge), datum.why(), List.of())))
        .toList();
  }

  /** What was not asked and would change something. */
  public List<WhatIf.Question> unasked() {
    Set<String> missing =
        advisory.tier().missing().stream().map(Tier.Missing::code).collect(Collectors.toSet());
    return questions().filter(question -> !missing.contains(question.code())).toList();
  }

  /** How many of the answers change the tier. */
  public long ofTier(WhatIf.Question question) {
    return question.answers().stream().filter(a -> a.difference().changesTier()).count();
  }

  private Stream<WhatIf.Question> questions() {
    return whatIf == null ? Stream.of() : whatIf.missing().stream();
  }

  /** How many inputs have a use. */
  public long inputs(String use) {
    return advisory.inputs().stream().filter(input -> input.use().equals(use)).count();
  }

  /** Every value of the advisory that one measurement does not tell from a limit, each once. */
  public Set<Margin> near() {
    Set<Margin> near = new LinkedHashSet<>();
    advisory.proofs().flatMap(AdvisoryPage::steps).forEach(step -> add(near, step.margins()));
    return near;
  }

  private static void add(Set<Margin> near, Collection<Margin> margins) {
    margins.stream().filter(margin -> margin.near() != null).forEach(near::add);
  }

  private static Stream<Proof.Step> steps(Proof proof) {
    return proof instanceof Proof.Step step
        ? Stream.concat(Stream.of(step), step.from().stream().flatMap(AdvisoryPage::steps))
        : Stream.of();
  }
}
