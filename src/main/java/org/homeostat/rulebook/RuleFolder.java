package org.homeostat.rulebook;

import java.util.List;
import org.homeostat.knowledge.Knowledge;

/**
 * What checks on meaning read: the rules, the tables, and where the rows of the tables stand.
 *
 * @param rules in the order of files and lines
 * @param tables the tables with their lines
 */
record RuleFolder(
    List<RuleLogic> rules, Knowledge knowledge, TableFacts tableFacts, TableFiles tables) {

  static RuleFolder of(List<RuleShape> shapes, TableFiles tables) {
    Knowledge knowledge = Knowledge.ofChecked(tables.json());
    List<RuleLogic> rules =
        shapes.stream().filter(rule -> rule.conclusion().isPresent()).map(RuleLogic::new).toList();
    return new RuleFolder(rules, knowledge, new TableFacts(knowledge), tables);
  }

  /** What is to be mended in a row of a table. */
  Diagnostic inRow(Check check, String table, int row, String message, String remedy) {
    return new Diagnostic(
        check, TableFiles.file(table), tables.line(table, "/" + row), "", message, remedy);
  }
}
