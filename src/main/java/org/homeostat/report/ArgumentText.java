package org.homeostat.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;

/**
 * Arguments of one report, one below the other: what was told of a statement and its evidence is
 * named from then on, and how far a value lies from a limit is told once.
 */
final class ArgumentText {

  private final Page page;
  private final Set<Object> told = new HashSet<>();

  ArgumentText(Page page) {
    this.page = page;
  }

  /**
   * One argument.
   *
   * @param depth of its lines
   */
  void write(int depth, Argument argument) {
    for (Argument.Finding finding : argument.findings()) {
      page.line(depth, "because: " + finding.text());
      finding.margins().stream()
          .filter(told::add)
          .forEach(margin -> page.line(depth + 1, margin.text()));
    }
    argument.statements().forEach(statement -> statement(depth, statement));
    against(depth, argument.against());
  }

  private void statement(int depth, Argument.Statement statement) {
    if (!told.add(statement)) {
      page.line(depth, "rests on " + statement.id() + ", told above");
      return;
    }
    page.line(
        depth,
        "rests on "
            + statement.id()
            + (statement.document() == null
                ? " (not in the documents): "
                : " (" + statement.document() + "): ")
            + statement.text());
    for (Evidence evidence : statement.evidence()) {
      page.line(
          depth + 1,
          "evidence: "
              + evidence.verdict()
              + ", grade "
              + evidence.grade()
              + ". "
              + evidence.note()
              + marks(evidence.citations()));
    }
  }

  private void against(int depth, Argument.Against against) {
    against.near().stream()
        .map(Margin::value)
        .distinct()
        .forEach(
            value -> page.line(depth, "against: one measurement does not settle it: " + value));
    against
        .data()
        .forEach(data -> page.line(depth, "against: " + data.code() + ": " + data.message()));
    String topics =
        against.disputes().stream()
            .map(dispute -> dispute.topic())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!topics.isEmpty()) {
      page.line(depth, "against: sources disagree on " + topics);
    }
  }

  /** The sources with how far each was read. */
  static String marks(List<Citation> citations) {
    return citations.isEmpty()
        ? ""
        : citations.stream()
            .map(citation -> citation.id() + ": " + citation.verification())
            .collect(Collectors.joining("; ", " [", "]"));
  }
}
