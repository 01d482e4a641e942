package org.homeostat.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What comes out for one case.
 *
 * @param asOf day the advice is for
 * @param asOfDefaulted whether nobody named that day
 * @param monitoring when each test is due; empty where nothing is planned, taken or just stopped
 * @param response how tests moved from the patient's own baseline
 * @param inputs everything the case gave, and what was done with it
 * @param statements evidence on the statements that lines of the monitoring plan name, once each
 * @param goals what the patient hopes for, with what bears on it
 * @param sources everything that is cited, by id: evidence, rows of tables and rules
 * @param limits what this advisory is not, and what it does not judge
 */
public record Advisory(
    String caseId,
    LocalDate asOf,
    boolean asOfDefaulted,
    RuleSet ruleSet,
    List<Input> inputs,
    Tier tier,
    List<Recommendation> recommendations,
    List<Monitored> monitoring,
    Response response,
    List<DataQuality> dataQuality,
    List<Dispute> disagreements,
    List<Evidence> statements,
    List<PatientGoal> goals,
    List<Citation> sources,
    List<String> limits) {

  public Advisory {
    inputs = List.copyOf(inputs);
    recommendations = List.copyOf(recommendations);
    monitoring = List.copyOf(monitoring);
    dataQuality = List.copyOf(dataQuality);
    disagreements = List.copyOf(disagreements);
    statements = List.copyOf(statements);
    goals = List.copyOf(goals);
    sources = List.copyOf(sources);
    limits = List.copyOf(limits);
  }

  /** All evidence that is shown. */
  public Stream<Evidence> evidence() {
    return Stream.of(
            tier.reasons().stream().map(Tier.Reason::evidence),
            recommendations.stream().map(Recommendation::evidence),
            options().map(TreatmentOption::evidence),
            Stream.of(statements),
            response.markers().values().stream().map(Response.Marker::evidence),
            disagreements.stream().map(Dispute::evidence),
            goals.stream().map(PatientGoal::evidence))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  /** All options that are put side by side. */
  public Stream<TreatmentOption> options() {
    return recommendations.stream().flatMap(recommendation -> recommendation.options().stream());
  }

  /**
   * The same with everything that it cites, and a limit that tells how much of it was read.
   *
   * @param citations the citation of a source id
   */
  public Advisory withSources(Function<String, Citation> citations) {
    SortedMap<String, Citation> cited = new TreeMap<>();
    evidence()
        .flatMap(entry -> entry.citations().stream())
        .forEach(citation -> cited.put(citation.id(), citation));
    proofs()
        .flatMap(Advisory::sourcesOf)
        .distinct()
        .forEach(id -> cited.computeIfAbsent(id, citations));
    List<String> counted = new ArrayList<>(limits);
    counted.add(verification(cited.values()));
    return new Advisory(
        caseId,
        asOf,
        asOfDefaulted,
        ruleSet,
        inputs,
        tier,
        recommendations,
        monitoring,
        response,
        dataQuality,
        disagreements,
        statements,
        goals,
        List.copyOf(cited.values()),
        counted);
  }

  private static Stream<String> sourcesOf(Proof proof) {
    if (proof instanceof Proof.Step step) {
      return Stream.concat(
          Stream.concat(
              step.source().stream(),
              step.margins().stream().flatMap(margin -> margin.source().stream())),
          step.from().stream().flatMap(Advisory::sourcesOf));
    }
    return proof instanceof Proof.Row row ? row.source().stream() : Stream.empty();
  }

  private static String verification(Collection<Citation> cited) {
    long read = cited.stream().filter(c -> c.verification().equals("found")).count();
    long judgement = cited.stream().filter(c -> c.verification().equals("judgement")).count();
    return "Sources cited here: "
        + cited.size()
        + "; read: "
        + read
        + "; not verified in the original: "
        + (cited.size() - read - judgement)
        + "; conventions of this project: "
        + judgement
        + ".";
  }

  /** All proof trees, each by its root. */
  public Stream<Proof> proofs() {
    return Stream.of(
            tier.reasons().stream().map(Tier.Reason::because),
            recommendations.stream().map(Recommendation::because),
            options().map(TreatmentOption::because),
            monitoring.stream().map(Monitored::because),
            response.markers().values().stream().map(Response.Marker::because),
            disagreements.stream().map(Dispute::because),
            goals.stream().map(PatientGoal::because))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  /**
   * Which rules answered.
   *
   * @param sha256 over the rule folder, the same for bundled and run-time rules
   * @param engine version of this program
   * @param evidenceDate day up to which evidence was read
   */
  public record RuleSet(String version, String sha256, String engine, LocalDate evidenceDate) {}

  /**
   * A datum of the case.
   *
   * @param at JSON Pointer
   * @param use {@code judged}, {@code shown} or {@code set-aside}
   * @param finding data-quality code of what was set aside; else null
   */
  public record Input(String at, String text, String use, String finding) {}

  /** Something about the data that a reader must know. */
  public record DataQuality(String code, String at, String message) {}

  /**
   * Two sources that say different things about this case.
   *
   * @param leans which way independent evidence, or caution, leans
   */
  public record Dispute(
      String topic,
      String kind,
      List<Side> sides,
      String leans,
      List<Evidence> evidence,
      List<Proof> because) {
    public Dispute {
      evidence = List.copyOf(evidence);
      sides = List.copyOf(sides);
      because = List.copyOf(because);
    }
  }

  /** One side of a dispute. */
  public record Side(String source, String says) {}
}
