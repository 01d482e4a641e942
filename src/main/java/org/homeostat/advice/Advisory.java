package org.homeostat.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comes out for one case.
 *
 * @param asOf day the advice is for
 * @param asOfDefaulted whether nobody named that day
 * @param monitoring when each test is due; empty where nothing is planned, taken or just stopped
 * @param response how tests moved from the patient's own baseline
 * @param inputs everything the case gave, and what was done with it
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
    List<String> limits) {

  public Advisory {
    inputs = List.copyOf(inputs);
    recommendations = List.copyOf(recommendations);
    monitoring = List.copyOf(monitoring);
    dataQuality = List.copyOf(dataQuality);
    disagreements = List.copyOf(disagreements);
    limits = List.copyOf(limits);
  }

  /** All evidence that is shown. */
  public Stream<Evidence> evidence() {
    return Stream.of(
            tier.reasons().stream().map(Tier.Reason::evidence),
            recommendations.stream().map(Recommendation::evidence),
            response.markers().values().stream().map(Response.Marker::evidence))
        .flatMap(lists -> lists)
        .flatMap(List::stream);
  }

  /** All proof trees, each by its root. */
  public Stream<Proof> proofs() {
    return Stream.of(
            tier.reasons().stream().map(Tier.Reason::because),
            recommendations.stream().map(Recommendation::because),
            monitoring.stream().map(Monitored::because),
            response.markers().values().stream().map(Response.Marker::because),
            disagreements.stream().map(Dispute::because))
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
      String topic, String kind, List<Side> sides, String leans, List<Proof> because) {
    public Dispute {
      sides = List.copyOf(sides);
      because = List.copyOf(because);
    }
  }

  /** One side of a dispute. */
  public record Side(String source, String says) {}
}
