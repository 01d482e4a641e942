package org.homeostat.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.PatientGoal;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.fact.Wording;

/** An advisory as plain text for a terminal, in the order in which a clinician reads. */
public final class TextReport {

  private final boolean unfolded;
  private final int width;

  /**
   * A report writer.
   *
   * @param unfolded whether whole proofs are shown; else what they begin with
   * @param width columns of a line
   */
  public TextReport(boolean unfolded, int width) {
    this.unfolded = unfolded;
    this.width = width;
  }

  /** The report, ending with a line end. */
  public String write(Advisory advisory) {
    return write(advisory, null);
  }

  /**
   * The report, ending with a line end.
   *
   * @param since what changed since an earlier one; null where nobody asked
   */
  public String write(Advisory advisory, Changes since) {
    Page page = new Page(width);
    ArgumentText arguments = new ArgumentText(page);
    page.line(
        0,
        "Case "
            + advisory.caseId()
            + ", advice for "
            + advisory.asOf()
            + (advisory.asOfDefaulted() ? " (today; the case names no day)" : ""));
    tier(page, arguments, advisory);
    if (since != null) {
      new SinceText(page, unfolded).write(since);
    }
    for (Urgency urgency : Urgency.values()) {
      List<Recommendation> lines = ReadingOrder.of(advisory, urgency);
      if (!lines.isEmpty()) {
        page.heading(heading(urgency));
        lines.forEach(r -> recommendation(page, arguments, r, advisory));
      }
    }
    if (!advisory.goals().isEmpty()) {
      page.heading("Goals of the patient");
      advisory.goals().forEach(goal -> goal(page, goal));
    }
    new CourseText(page, unfolded).write(advisory);
    if (!advisory.tier().missing().isEmpty()) {
      page.heading("Missing, stale or not reliable");
      advisory.tier().missing().forEach(m -> page.item(m.code() + ": " + m.why()));
    }
    if (!advisory.dataQuality().isEmpty()) {
      page.heading("Data quality");
      advisory
          .dataQuality()
          .forEach(q -> page.item(q.code() + ": " + q.message() + " [" + q.at() + "]"));
    }
    if (!advisory.disagreements().isEmpty()) {
      page.heading("Disagreements");
      advisory.disagreements().forEach(d -> dispute(page, d));
    }
    page.heading("Inputs");
    inputs(page, advisory.inputs());
    page.heading("Sources");
    sources(page, advisory.sources());
    page.heading("Limits");
    advisory.limits().forEach(page::item);
    Advisory.RuleSet rules = advisory.ruleSet();
    page.blank();
    page.line(
        0,
        "Rules "
            + rules.version()
            + " ("
            + rules.sha256().substring(0, 12)
            + "), evidence up to "
            + rules.evidenceDate()
            + ", Homeostat "
            + rules.engine()
            + (unfolded ? "" : ". Proofs are folded: --trace unfolds them."));
    return page.text();
  }

  private static String heading(Urgency urgency) {
    return switch (urgency) {
      case CRITICAL -> "Act now";
      case WARNING -> "Attend to";
      case INFO -> "Consider";
    };
  }

  private void tier(Page page, ArgumentText arguments, Advisory advisory) {
    Tier tier = advisory.tier();
    page.blank();
    page.line(0, tier(tier));
    page.heading("Why");
    for (Tier.Reason reason : tier.reasons()) {
      page.item(reason.id() + ": " + reason.summary());
      argue(page, arguments, Argument.of(reason, advisory), reason.because());
    }
  }

  /** The tier in a line. */
  static String tier(Tier tier) {
    return "METABOLIC RISK TIER: "
        + tier.level().name()
        + (tier.atLeast() == null ? "" : " (at least " + tier.atLeast().code() + ")")
        + (tier.level() == TierLevel.INDETERMINATE ? ": what is known does not settle it" : "");
  }

  /** A recommendation in a line. */
  static String head(Recommendation line) {
    return line.summary()
        + " ["
        + line.id()
        + (line.notBefore() == null ? "" : ", not before " + line.notBefore())
        + (line.due() == null ? "" : ", due " + line.due())
        + "]";
  }

  private void recommendation(
      Page page, ArgumentText arguments, Recommendation recommendation, Advisory advisory) {
    page.item(head(recommendation));
    if (!recommendation.detail().isEmpty()) {
      page.line(2, recommendation.detail());
    }
    argue(page, arguments, Argument.of(recommendation, advisory), recommendation.because());
    new OptionText(page, unfolded).write(recommendation.options());
    if (!recommendation.supersedes().isEmpty()) {
      page.line(2, "takes the place of " + String.join(", ", recommendation.supersedes()));
    }
  }

  private void argue(Page page, ArgumentText arguments, Argument argument, List<Proof> because) {
    arguments.write(2, argument);
    if (unfolded) {
      page.line(2, "proof:");
      page.proofs(2, ProofNode.of(because));
    }
  }

  private void evidence(Page page, List<Evidence> evidence) {
    for (Evidence e : evidence) {
      String head =
          "evidence for "
              + e.guidance()
              + " ("
              + (e.document() == null ? "not in the documents" : e.document())
              + "): "
              + e.verdict()
              + ", grade "
              + e.grade();
      if (unfolded) {
        page.line(2, head + ". Statement: " + e.statement() + " Evidence: " + e.note());
        e.citations().forEach(c -> page.line(3, citation(c)));
      } else {
        page.line(2, head + ". " + e.statement() + " " + e.note());
      }
    }
  }

  private void goal(Page page, PatientGoal goal) {
    page.item(Wording.words(goal.code()) + ": " + goal.says());
    List<String> bearing =
        Stream.concat(goal.recommendations().stream(), goal.options().stream()).toList();
    page.line(
        2,
        bearing.isEmpty()
            ? "nothing else in this advisory bears on it"
            : "bears on it: " + String.join(", ", bearing));
    if (unfolded) {
      evidence(page, goal.evidence());
    }
  }

  private void sources(Page page, List<Citation> sources) {
    if (unfolded) {
      sources.forEach(source -> page.item(citation(source)));
    } else {
      page.item(
          sources.stream()
              .map(source -> source.id() + " [" + source.verification() + "]")
              .collect(Collectors.joining("; ")));
    }
  }

  private static String citation(Citation source) {
    return source.id()
        + ": "
        + source.text()
        + (source.doi() == null ? "" : ", doi " + source.doi())
        + (source.pmid() == null ? "" : ", PMID " + source.pmid())
        + " ["
        + source.verification()
        + "]"
        + (source.slip() == null ? "" : "; " + source.slip());
  }

  private void dispute(Page page, Advisory.Dispute dispute) {
    page.item(dispute.topic() + " (" + dispute.kind() + ")");
    dispute.sides().forEach(side -> page.line(2, side.source() + ": " + side.says()));
    page.line(2, dispute.leans());
    if (unfolded) {
      evidence(page, dispute.evidence());
      page.proofs(2, ProofNode.of(dispute.because()));
    }
  }

  private void inputs(Page page, List<Advisory.Input> inputs) {
    String counts =
        List.of("judged", "shown", "set-aside").stream()
            .map(use -> inputs.stream().filter(i -> i.use().equals(use)).count() + " " + use)
            .collect(Collectors.joining(", "));
    page.item(inputs.size() + " given: " + counts);
    for (Advisory.Input input : inputs) {
      if (unfolded || !input.use().equals("judged")) {
        page.line(
            2,
            input.use()
                + (input.finding() == null ? "" : " (" + input.finding() + ")")
                + ": "
                + input.text()
                + " ["
                + input.at()
                + "]");
      }
    }
  }
}
