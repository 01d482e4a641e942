package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.fact.Contraindication;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Tables;

/** Finds statements of the guidance and ids of the policy that no rule encodes. */
final class EncodingCheck {

  private final RuleFolder folder;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  EncodingCheck(RuleFolder folder) {
    this.folder = folder;
  }

  List<Diagnostic> diagnostics() {
    Tables tables = folder.knowledge().tables();
    Set<String> statements = named("guidance");
    tables.contraindications().stream().map(Contraindication::guidance).forEach(statements::add);
    for (int i = 0; i < tables.guidance().size(); i++) {
      String id = tables.guidance().get(i).id();
      if (!statements.contains(id)) {
        missing(Check.STATEMENT_WITHOUT_RULE, "guidance", i, id, "statement", "guidance");
      }
    }
    Set<String> policies = named("policy");
    for (int i = 0; i < tables.policies().size(); i++) {
      String id = tables.policies().get(i).id();
      if (!policies.contains(id)) {
        missing(Check.POLICY_WITHOUT_RULE, "policies", i, id, "policy", "policy");
      }
    }
    return diagnostics;
  }

  private Set<String> named(String metadata) {
    Set<String> ids = new HashSet<>();
    folder.rules().forEach(rule -> ids.addAll(Ids.split(rule.shape().metadata(metadata))));
    return ids;
  }

  private void missing(
      Check check, String table, int row, String id, String what, String metadata) {
    diagnostics.add(
        folder.inRow(
            check,
            table,
            row,
            "no rule encodes " + what + " " + id,
            "add a rule with @" + metadata + "( \"" + id + "\" ), or take the row away"));
  }
}
