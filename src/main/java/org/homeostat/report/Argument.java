package org.homeostat.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Dispute;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Response;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TreatmentOption;
import org.homeostat.fact.Wording;

/**
 * Why a line of an advisory holds, and what speaks against it, as a reader weighs it: what was
 * found, what is stated of such findings, what evidence says of these statements, and what weakens
 * any of it. It says nothing that the advisory does not carry, and it leaves the words to those who
 * show it.
 *
 * @param findings what the line rests on, each sentence once
 * @param statements what documents, labels and guidelines state, each once with its evidence
 * @param sources everything that the statements and the proof cite, each once
 * @param against what weakens the line
 */
public record Argument(
    List<Finding> findings, List<Statement> statements, List<Citation> sources, Against against) {

  private static final Set<String> DOUBTFUL = Set.of("mixed", "contradicts", "unsupported");

  /** As many margins as a reader takes in at once. */
  private static final int BRIEF = 3;

  public Argument {
    findings = List.copyOf(findings);
    statements = List.copyOf(statements);
    sources = List.copyOf(sources);
  }

  /**
   * Something that was found in the case.
   *
   * @param text the sentence of the rule
   * @param margins how far the values that led to it lie from their limits, each once
   */
  public record Finding(String text, List<Margin> margins) {
    public Finding {
      margins = List.copyOf(margins);
    }
  }

  /**
   * A statement that the line rests on.
   *
   * @param id of the statement
   * @param document document and section that make it; null where no document does
   * @param evidence what independent evidence says of the statement; never a judgement of the line
   */
  public record Statement(String id, String text, String document, List<Evidence> evidence) {
    public Statement {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What weakens a line.
   *
   * @param disputes disagreements of sources that are about one of its statements
   * @param near values that one measurement does not tell from their limits
   * @param data what is known of the quality of the data it rests on
   * @param statements evidence that is mixed on, contradicts or does not support the statement of a
   *     document that it rests on: the verdict is about that statement, never about the line
   */
  public record Against(
      List<Dispute> disputes,
      List<Margin> near,
      List<DataQuality> data,
      List<Evidence> statements) {
    public Against {
      disputes = List.copyOf(disputes);
      near = List.copyOf(near);
      data = List.copyOf(data);
      statements = List.copyOf(statements);
    }

    /** Whether nothing in the advisory weakens the line. */
    public boolean isEmpty() {
      return disputes.isEmpty() && near.isEmpty() && data.isEmpty() && statements.isEmpty();
    }
  }

  /** The argument for a recommendation. */
  public static Argument of(Recommendation line, Advisory advisory) {
    return of(line.guidance(), line.evidence(), line.because(), advisory);
  }

  /** The argument for a reason of the tier. */
  public static Argument of(Tier.Reason line, Advisory advisory) {
    return of(line.guidance(), line.evidence(), line.because(), advisory);
  }

  /** The argument for an option: why it is shown, not why it should be taken. */
  public static Argument of(TreatmentOption line, Advisory advisory) {
    return of(List.of(), line.evidence(), line.because(), advisory);
  }

  /** The argument for how a test moved. */
  public static Argument of(Response.Marker line, Advisory advisory) {
    return of(line.guidance(), line.evidence(), line.because(), advisory);
  }

  /** The argument for a line of the monitoring plan. */
  public static Argument of(Monitored line, Advisory advisory) {
    List<Evidence> evidence =
        advisory.statements().stream()
            .filter(entry -> line.guidance().contains(entry.guidance()))
            .toList();
    return of(line.guidance(), evidence, line.because(), advisory);
  }

  /** How far the values behind all findings lie from their limits, each once. */
  public List<Margin> margins() {
    return findings.stream().flatMap(finding -> finding.margins().stream()).distinct().toList();
  }

  /** In some lines: how far each value lies from a limit; where there are none, what was found. */
  public List<String> brief() {
    List<String> texts =
        margins().isEmpty()
            ? findings.stream().map(Finding::text).limit(1).toList()
            : margins().stream()
                .collect(
                    Collectors.toMap(
                        Margin::value, Margin::text, (first, next) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .limit(BRIEF)
                .toList();
    return texts.stream().map(Wording::sentence).toList();
  }

  private static Argument of(
      List<String> guidance, List<Evidence> evidence, List<Proof> because, Advisory advisory) {
    Set<String> statements = new LinkedHashSet<>(guidance);
    evidence.forEach(entry -> statements.add(entry.guidance()));
    Set<Margin> near =
        margins(because).stream()
            .filter(margin -> margin.near() != null)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> facts = facts(because);
    return new Argument(
        findings(because),
        statements(evidence),
        sources(evidence, because, advisory),
        new Against(
            advisory.disagreements().stream()
                .filter(dispute -> isAbout(dispute, statements))
                .toList(),
            List.copyOf(near),
            advisory.dataQuality().stream().filter(q -> isOn(q, facts)).distinct().toList(),
            evidence.stream().filter(e -> DOUBTFUL.contains(e.verdict())).distinct().toList()));
  }

  private static List<Finding> findings(List<Proof> because) {
    Map<String, List<Proof>> bySentence = new LinkedHashMap<>();
    because.forEach(
        root -> bySentence.computeIfAbsent(root.text(), text -> new ArrayList<>()).add(root));
    return bySentence.entrySet().stream()
        .map(entry -> new Finding(entry.getKey(), List.copyOf(margins(entry.getValue()))))
        .toList();
  }

  /** The statements that evidence is about, each once. */
  public static List<Statement> statements(List<Evidence> evidence) {
    Map<String, List<Evidence>> byStatement = new LinkedHashMap<>();
    evidence.stream()
        .distinct()
        .forEach(
            entry ->
                byStatement.computeIfAbsent(entry.guidance(), id -> new ArrayList<>()).add(entry));
    return byStatement.values().stream()
        .map(
            entries ->
                new Statement(
                    entries.get(0).guidance(),
                    entries.get(0).statement(),
                    entries.get(0).document(),
                    entries))
        .toList();
  }

  private static List<Citation> sources(
      List<Evidence> evidence, List<Proof> because, Advisory advisory) {
    Map<String, Citation> cited = new LinkedHashMap<>();
    evidence.stream()
        .flatMap(entry -> entry.citations().stream())
        .forEach(citation -> cited.putIfAbsent(citation.id(), citation));
    Set<String> inProof = new LinkedHashSet<>();
    nodes(because).forEach(node -> inProof.addAll(sourcesOf(node)));
    advisory.sources().stream()
        .filter(citation -> inProof.contains(citation.id()))
        .forEach(citation -> cited.putIfAbsent(citation.id(), citation));
    return List.copyOf(cited.values());
  }

  private static List<String> sourcesOf(Proof node) {
    if (node instanceof Proof.Step step) {
      return step.source();
    }
    return node instanceof Proof.Row row ? row.source() : List.of();
  }

  private static boolean isAbout(Dispute dispute, Set<String> statements) {
    Stream<String> ids =
        Stream.concat(
            dispute.evidence().stream().map(Evidence::guidance),
            dispute.because().stream()
                .filter(Proof.Step.class::isInstance)
                .flatMap(root -> ((Proof.Step) root).guidance().stream()));
    return ids.anyMatch(statements::contains);
  }

  /** Whether it is on one of the facts, or on a member of one. */
  private static boolean isOn(DataQuality quality, Set<String> facts) {
    return facts.stream()
        .anyMatch(at -> quality.at().equals(at) || quality.at().startsWith(at + "/"));
  }

  /** The JSON Pointers of the facts of a proof, each once. */
  private static Set<String> facts(List<Proof> because) {
    return nodes(because)
        .filter(Proof.Fact.class::isInstance)
        .map(fact -> ((Proof.Fact) fact).at())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The margins of a proof, each once. */
  private static Set<Margin> margins(List<Proof> because) {
    return nodes(because)
        .filter(Proof.Step.class::isInstance)
        .flatMap(step -> ((Proof.Step) step).margins().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Proof> nodes(Collection<Proof> proofs) {
    return proofs.stream()
        .flatMap(
            proof ->
                proof instanceof Proof.Step step
                    ? Stream.concat(Stream.of(proof), nodes(step.from()))
                    : Stream.of(proof));
  }
}
