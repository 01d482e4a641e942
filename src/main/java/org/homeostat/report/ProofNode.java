package org.homeostat.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Proof;

/**
 * A node of a proof as it is shown: a part that stands above already is named and not told again.
 *
 * @param kind {@code rule}, {@code case}, {@code table} or {@code absent}
 * @param note id of the rule, place in the case, or table with its sources; empty for none
 * @param isTold whether what is below stands above already
 */
public record ProofNode(
    String kind,
    String text,
    String note,
    List<Margin> margins,
    boolean isTold,
    List<ProofNode> from) {

  public ProofNode {
    margins = List.copyOf(margins);
    from = List.copyOf(from);
  }

  /** Whole proofs, each once, each part of them once. */
  public static List<ProofNode> of(List<Proof> because) {
    Set<Proof> told = new HashSet<>();
    return because.stream().distinct().map(root -> of(root, told)).toList();
  }

  private static ProofNode of(Proof node, Set<Proof> told) {
    if (node instanceof Proof.Step step) {
      boolean isTold = !told.add(step);
      return new ProofNode(
          "rule",
          step.text(),
          step.rule(),
          isTold ? List.of() : step.margins(),
          isTold,
          isTold
              ? List.of()
              : step.from().stream().distinct().map(child -> of(child, told)).toList());
    }
    if (node instanceof Proof.Fact fact) {
      return leaf("case", fact.text(), fact.at());
    }
    if (node instanceof Proof.Row row) {
      return leaf("table", row.text(), row.table() + ": " + String.join(", ", row.source()));
    }
    return leaf("absent", node.text(), "");
  }

  private static ProofNode leaf(String kind, String text, String note) {
    return new ProofNode(kind, text, note, List.of(), false, List.of());
  }
}
