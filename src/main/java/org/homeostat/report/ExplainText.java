package org.homeostat.report;

import java.util.List;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.engine.Trace;

/** Why the tier and each recommendation hold: arguments with whole proofs, drawn as trees. */
public final class ExplainText {

  private final Trace trace;
  private final Page page;
  private final ArgumentText arguments;

  /**
   * An explanation of an advisory.
   *
   * @param width columns of a line
   */
  public ExplainText(Trace trace, int width) {
    this.trace = trace;
    this.page = new Page(width);
    this.arguments = new ArgumentText(page);
  }

  /**
   * The text, ending with a line end.
   *
   * @param id id of a recommendation, tier reason or rule; null: all of it
   * @throws IllegalArgumentException when the advisory has nothing of that id
   */
  public String write(String id) {
    Advisory advisory = trace.advisory();
    page.line(0, "Case " + advisory.caseId() + ", advice for " + advisory.asOf());
    page.line(0, TextReport.tier(advisory.tier()));
    List<Tier.Reason> reasons =
        advisory.tier().reasons().stream().filter(r -> id == null || r.id().equals(id)).toList();
    List<Recommendation> lines =
        advisory.recommendations().stream().filter(r -> id == null || r.id().equals(id)).toList();
    List<Proof> ofRule = id == null ? List.of() : ofRule(advisory.proofs(), id);
    if (reasons.isEmpty() && lines.isEmpty() && ofRule.isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + id
              + "' stands nowhere in this advisory; explain --why-not "
              + id
              + " tells why, and explain without an id tells all");
    }
    for (Tier.Reason reason : reasons) {
      page.heading(reason.id() + ": " + reason.summary());
      explain(Argument.of(reason, advisory), reason.because());
    }
    for (Recommendation line : lines) {
      page.heading(TextReport.head(line));
      if (!line.detail().isEmpty()) {
        page.line(1, line.detail());
      }
      explain(Argument.of(line, advisory), line.because());
    }
    if (!ofRule.isEmpty()) {
      page.heading("Rule " + id + " holds");
      page.proofs(1, ProofNode.of(ofRule));
    }
    return page.text();
  }

  private void explain(Argument argument, List<Proof> because) {
    arguments.write(1, argument);
    page.line(1, "proof:");
    page.proofs(2, ProofNode.of(because));
  }

  private static List<Proof> ofRule(Stream<Proof> proofs, String rule) {
    return proofs.flatMap(proof -> find(proof, rule)).distinct().toList();
  }

  private static Stream<Proof> find(Proof proof, String rule) {
    if (!(proof instanceof Proof.Step step)) {
      return Stream.empty();
    }
    return step.rule().equals(rule)
        ? Stream.of(step)
        : step.from().stream().flatMap(premise -> find(premise, rule));
  }
}
