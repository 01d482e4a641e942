package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeostat.fact.TableRow;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeTables;
import org.homeostat.rulebook.RuleLogic.Demand;

/** Finds rows that nothing refers to, and what rests on sources that were not read. */
final class UsageCheck {

  private static final Set<String> NOT_VERIFIED = Set.of("recalled", "secondary");

  private final RuleFolder folder;
  private final Tables tables;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final TreeMap<String, Set<String>> citing = new TreeMap<>();

  UsageCheck(RuleFolder folder) {
    this.folder = folder;
    this.tables = folder.knowledge().tables();
  }

  List<Diagnostic> diagnostics() {
    folder
        .tables()
        .json()
        .properties()
        .forEach(
            table -> {
              if (!table.getKey().equals("sources")) {
                cited(table.getValue(), "a row of " + TableFiles.file(table.getKey()));
              }
            });
    for (RuleLogic rule : folder.rules()) {
      Ids.split(rule.shape().metadata("source"))
          .forEach(id -> cites(id, "rule '" + rule.shape().name() + "'"));
    }
    sources();
    cards();
    rowsOfRules();
    return diagnostics;
  }

  private void cited(JsonNode node, String by) {
    for (String member : List.of("source", "document")) {
      if (node.path(member).isTextual()) {
        Ids.split(node.get(member).textValue()).forEach(id -> cites(id, by));
      }
    }
    node.forEach(child -> cited(child, by));
  }

  private void cites(String source, String by) {
    citing.computeIfAbsent(source, id -> new TreeSet<>()).add(by);
  }

  private void sources() {
    for (int i = 0; i < tables.sources().size(); i++) {
      Tables.SourceRow row = tables.sources().get(i);
      Set<String> by = citing.getOrDefault(row.id(), Set.of());
      if (by.isEmpty()) {
        unused("sources", i, "nothing cites source " + row.id(), "cite it, or take it away");
      } else if (NOT_VERIFIED.contains(row.verification())) {
        String more = by.size() == 1 ? "" : " and " + (by.size() - 1) + " more";
        diagnostics.add(
            folder.inRow(
                Check.CITATION_NOT_VERIFIED,
                "sources",
                i,
                "source "
                    + row.id()
                    + " is "
                    + row.verification()
                    + "; it is cited by "
                    + by.iterator().next()
                    + more,
                "read the original, and write 'verification: found'"));
      }
    }
  }

  private void cards() {
    Set<String> shown = new HashSet<>();
    tables.guidance().forEach(row -> shown.addAll(row.cards()));
    for (int i = 0; i < tables.cards().size(); i++) {
      String id = tables.cards().get(i).id();
      if (!shown.contains(id)) {
        unused("cards", i, "no statement shows card " + id, "name it in a statement's 'cards'");
      }
    }
  }

  private void rowsOfRules() {
    for (int i = 0; i < tables.cutoffs().size(); i++) {
      Tables.CutoffRow row = tables.cutoffs().get(i);
      if (!isRead("Cutoff", TableFacts.cutoff(row)) && !row.band().equals(Knowledge.MINOR_BAND)) {
        String band = row.code() + " '" + row.band() + "' in " + row.uom();
        unused("cutoffs", i, "no rule reads the cut-off " + band, "let a rule read it");
      }
    }
    for (int i = 0; i < tables.windows().size(); i++) {
      TimeTables.WindowRow row = tables.windows().get(i);
      if (!isRead("Window", TableFacts.window(row))
          && !row.code().equals(Knowledge.PREGNANCY_WINDOW)) {
        unused("windows", i, "no rule reads the window " + row.code(), "let a rule read it");
      }
    }
    for (int i = 0; i < tables.intervals().size(); i++) {
      TimeTables.IntervalRow row = tables.intervals().get(i);
      if (!isRead("Interval", TableFacts.interval(row))
          && !row.code().equals(Knowledge.CLEARANCE_INTERVAL)) {
        unused("intervals", i, "no rule reads the interval " + row.code(), "let a rule read it");
      }
    }
  }

  private boolean isRead(String type, TableRow row) {
    return folder.rules().stream()
        .flatMap(rule -> rule.demands().stream())
        .filter(demand -> demand.type().equals(type))
        .map(Demand::literals)
        .anyMatch(literals -> TableFacts.passes(row, literals));
  }

  private void unused(String table, int row, String message, String remedy) {
    String away = remedy.endsWith("away") ? "" : ", or take the row away";
    diagnostics.add(folder.inRow(Check.UNUSED_ROW, table, row, message, remedy + away));
  }
}
