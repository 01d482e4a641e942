package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeostat.advice.Response;
import org.homeostat.fact.Benchmark;
import org.homeostat.fact.Change;
import org.homeostat.fact.Course;
import org.homeostat.fact.Marker;
import org.homeostat.fact.ResponseClass;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.quantity.Quantity;

/** Makes the response to treatment of the classes that rules derived: one entry a test. */
final class ResponseLines {

  private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

  private final ProofReader proofs;
  private final Knowledge knowledge;
  private final SessionFacts facts;

  ResponseLines(ProofReader proofs, Knowledge knowledge, SessionFacts facts) {
    this.proofs = proofs;
    this.knowledge = knowledge;
    this.facts = facts;
  }

  Response response() {
    SortedMap<String, Candidate> byCode = new TreeMap<>();
    proofs
        .of(ResponseClass.class)
        .forEach(
            (found, why) ->
                changes(why)
                    .forEach(
                        change ->
                            byCode.merge(
                                found.code(),
                                new Candidate(
                                    found,
                                    change,
                                    why,
                                    speaker(found.code()),
                                    mainRank(found.scope())),
                                (a, b) -> CAUTIOUS_FIRST.compare(a, b) <= 0 ? a : b)));
    SortedMap<String, Response.Marker> markers = new TreeMap<>();
    byCode.forEach((code, candidate) -> markers.put(code, marker(candidate)));
    return new Response(markers, overall(markers));
  }

  /** A class with one of the changes that it was told of. */
  private record Candidate(
      ResponseClass found, Change change, List<Derivation> why, String speaker, int mainRank) {

    /**
     * The agents that the table names for the test speak first, then an agent with a trial of its
     * own, then the part of the protocol that it falls into.
     */
    int scopeRank() {
      return found.scope().equals(speaker) ? -2 : mainRank;
    }

    int classRank() {
      int rank = Response.VERDICTS.indexOf(found.name());
      return rank < 0
          ? Response.VERDICTS.size() + Response.NO_VERDICTS.indexOf(found.name())
          : rank;
    }

    boolean isWorsening() {
      return found.name().equals("worsening");
    }
  }

  /** A worsening anywhere wins; else the agent that has a trial; then the worse class. */
  private static final Comparator<Candidate> CAUTIOUS_FIRST =
      Comparator.comparing(Candidate::isWorsening)
          .reversed()
          .thenComparing(Candidate::scopeRank)
          .thenComparing(Candidate::classRank)
          .thenComparing(c -> c.change().now().value(), Comparator.reverseOrder())
          .thenComparing(c -> c.change().toString());

  /** The place of a part of the protocol in the order of the agents; -1 for what is none. */
  private int mainRank(String scope) {
    return knowledge.tables().agents().stream()
        .map(AgentTables.AgentRow::scope)
        .distinct()
        .toList()
        .indexOf(scope);
  }

  private String speaker(String code) {
    return facts
        .all(Marker.class)
        .filter(row -> row.code().equals(code))
        .map(Marker::scope)
        .findFirst()
        .orElse("");
  }

  private static Stream<Change> changes(List<Derivation> why) {
    return why.stream()
        .flatMap(derivation -> derivation.matched().stream())
        .flatMap(fact -> fact instanceof Change change ? Stream.of(change) : Stream.empty());
  }

  private Response.Marker marker(Candidate candidate) {
    Change change = candidate.change();
    List<String> guidance =
        facts
            .all(Marker.class)
            .filter(row -> row.code().equals(change.code()))
            .flatMap(row -> Ids.split(row.guidance()).stream())
            .toList();
    return new Response.Marker(
        about(change),
        on(change.before(), change.beforeDate()),
        on(change.now(), change.nowDate()),
        BigDecimal.valueOf(change.courseDays()).divide(DAYS_A_WEEK, 1, RoundingMode.DOWN),
        change.kind().equals("on-treatment") ? "start" : "stop",
        towardsZero(change.amount()).text(),
        change.percent() == null ? null : change.percent().setScale(1, RoundingMode.DOWN),
        benchmark(change),
        candidate.found().name(),
        guidance,
        knowledge.evidence(guidance),
        Derivation.because(candidate.why()));
  }

  /** What is shown never goes further than what was found. */
  private static Quantity towardsZero(Quantity amount) {
    return amount.value().scale() > 2
        ? new Quantity(amount.value().setScale(2, RoundingMode.DOWN), amount.uom())
        : amount;
  }

  private static String on(Quantity value, LocalDate day) {
    return value.shortText() + " on " + day;
  }

  private String about(Change change) {
    String status = change.kind().equals("on-treatment") ? "current" : "stopped";
    return facts
        .all(Course.class)
        .filter(c -> c.scope().equals(change.scope()) && c.status().equals(status))
        .map(Course::text)
        .findFirst()
        .orElseThrow();
  }

  private String benchmark(Change change) {
    return facts
        .all(Benchmark.class)
        .filter(row -> row.agent().equals(change.scope()) && row.code().equals(change.code()))
        .filter(row -> change.kind().equals("on-treatment"))
        .map(Benchmark::note)
        .findFirst()
        .orElse(null);
  }

  /** The worst verdict; else the commoner of what is none, and of both the one that waits. */
  private static String overall(Map<String, Response.Marker> markers) {
    List<String> classes = markers.values().stream().map(Response.Marker::name).toList();
    return Response.VERDICTS.stream()
        .filter(classes::contains)
        .findFirst()
        .or(
            () ->
                Response.NO_VERDICTS.stream()
                    .filter(classes::contains)
                    .max(
                        Comparator.comparing(
                                (String name) -> classes.stream().filter(name::equals).count())
                            .thenComparing(
                                Response.NO_VERDICTS::indexOf, Comparator.reverseOrder())))
        .orElse(null);
  }
}
