package org.homeostat.casefile;

import java.util.List;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Proof;

/** What stands behind a line of a written advisory: proofs, and evidence with its citations. */
final class WrittenProofs {

  private WrittenProofs() {}

  /** A node of a proof tree, told by the member that it has. */
  static Proof proof(Members m) {
    if (m.has("rule")) {
      String policy = m.text("policy");
      List<Margin> margins = m.list("margins", WrittenProofs::margin);
      return new Proof.Step(
          Required.text(m, "rule"),
          Required.text(m, "text"),
          Required.texts(m, "guidance"),
          policy == null ? "" : policy,
          Required.texts(m, "source"),
          margins == null ? List.of() : margins,
          Required.objects(m, "from", WrittenProofs::proof));
    }
    if (m.has("fact")) {
      return new Proof.Fact(Required.text(m, "fact"), Required.text(m, "text"));
    }
    if (m.has("table")) {
      return new Proof.Row(
          Required.text(m, "table"), Required.text(m, "text"), Required.texts(m, "source"));
    }
    if (m.has("absent")) {
      return new Proof.Absence(Required.text(m, "absent"));
    }
    m.skipAll();
    m.problem(m.at(), "a node of a proof has 'rule', 'fact', 'table' or 'absent'; it has none");
    return null;
  }

  private static Margin margin(Members m) {
    List<String> source = m.sentences("source");
    return new Margin(
        Required.text(m, "value"),
        Required.text(m, "limit"),
        Required.text(m, "distance"),
        Required.text(m, "side"),
        m.text("near"),
        source == null ? List.of() : source);
  }

  static Evidence evidence(Members m) {
    return new Evidence(
        Required.text(m, "guidance"),
        Required.text(m, "statement"),
        Required.textOrNull(m, "document"),
        Required.textOrNull(m, "card"),
        Required.text(m, "grade"),
        Required.text(m, "verdict"),
        Required.text(m, "note"),
        Required.objects(m, "citations", WrittenProofs::citation));
  }

  static Citation citation(Members m) {
    return new Citation(
        Required.text(m, "id"),
        Required.text(m, "text"),
        Required.textOrNull(m, "doi"),
        Required.textOrNull(m, "pmid"),
        m.text("slip"),
        Required.text(m, "verification"));
  }
}
