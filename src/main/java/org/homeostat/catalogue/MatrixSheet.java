package org.homeostat.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeostat.advice.Evidence;
import org.homeostat.catalogue.Sheet.Column;
import org.homeostat.catalogue.Sheet.Row;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.ruletest.RuleCases;

/**
 * The matrix: each statement of the guidance by the rules that name it, with a case in which the
 * rule fires, one in which it stays silent, and the sources.
 */
public final class MatrixSheet {

  private static final List<Column> COLUMNS =
      List.of(
          Column.one("statement", "Statement"),
          Column.one("says", "Says"),
          Column.one("section", "Document, section"),
          Column.list("verdict", "Evidence"),
          Column.one("rule", "Rule"),
          Column.one("firing", "Fires in"),
          Column.one("silent", "Silent in"),
          Column.list("sources", "Sources"));

  private MatrixSheet() {}

  /**
   * One row for each statement and rule; a statement that no rule names has a row without one.
   *
   * @param cases those that show the rules; where there are none, the row says so by its holes
   */
  public static Sheet of(RuleBook ruleBook, RuleCases cases) {
    Knowledge knowledge = ruleBook.knowledge();
    Map<String, List<RuleDescription>> byStatement = new TreeMap<>();
    ruleBook
        .descriptions()
        .values()
        .forEach(
            rule ->
                rule.guidance()
                    .forEach(
                        id -> byStatement.computeIfAbsent(id, i -> new ArrayList<>()).add(rule)));
    List<Row> rows = new ArrayList<>();
    for (Tables.StatementRow statement : knowledge.tables().guidance()) {
      List<RuleDescription> rules = byStatement.getOrDefault(statement.id(), List.of());
      if (rules.isEmpty()) {
        rows.add(row(statement, knowledge, List.of(), List.of(), List.of(), List.of()));
      }
      for (RuleDescription rule : rules) {
        rows.add(
            row(
                statement,
                knowledge,
                List.of(rule.id()),
                first(cases.firing(rule.id())),
                first(cases.silent(rule.id())),
                rule.source()));
      }
    }
    return new Sheet(
        "Statements by rule",
        knowledge.tables().guidance().size()
            + " statements. Of the cases of a rule the first is named; the catalogue names all.",
        List.of(),
        false,
        COLUMNS,
        rows);
  }

  private static Row row(
      Tables.StatementRow statement,
      Knowledge knowledge,
      List<String> rule,
      List<String> firing,
      List<String> silent,
      List<String> sources) {
    return new Row(
        statement.id(),
        List.of(
            List.of(statement.id()),
            List.of(statement.statement()),
            statement.document() == null
                ? List.of()
                : List.of(statement.document() + ", " + statement.section()),
            knowledge.evidence(List.of(statement.id())).stream()
                .map(MatrixSheet::verdict)
                .distinct()
                .toList(),
            rule,
            firing,
            silent,
            sources.stream().map(id -> Sheet.source(id, knowledge)).toList()));
  }

  private static String verdict(Evidence evidence) {
    return (evidence.card() == null ? "" : evidence.card() + " ")
        + evidence.verdict()
        + " "
        + evidence.grade();
  }

  private static List<String> first(List<String> paths) {
    return paths.isEmpty() ? List.of() : List.of(paths.get(0));
  }
}
