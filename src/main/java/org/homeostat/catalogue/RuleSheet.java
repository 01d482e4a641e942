package org.homeostat.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeostat.advice.Evidence;
import org.homeostat.catalogue.Sheet.Column;
import org.homeostat.catalogue.Sheet.Row;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.ruletest.RuleCases;

/** The catalogue: each rule with what it says, what it rests on, and its cases. */
public final class RuleSheet {

  private static final List<Column> COLUMNS =
      List.of(
          Column.one("id", "Rule"),
          Column.one("file", "Stands in"),
          Column.one("concludes", "Concludes"),
          Column.one("urgency", "Urgency"),
          Column.one("says", "Says"),
          Column.list("detail", "Detail"),
          Column.one("because", "Because"),
          Column.list("absent", "Not there"),
          Column.list("when", "When"),
          Column.one("policy", "Policy"),
          Column.list("statements", "Statements"),
          Column.list("evidence", "Evidence"),
          Column.list("sources", "Sources"),
          Column.one("reviewed", "Reviewed"),
          Column.list("firing", "Fires in"),
          Column.list("silent", "Silent in"));

  private final RuleBook ruleBook;
  private final Knowledge knowledge;
  private final RuleCases cases;

  private RuleSheet(RuleBook ruleBook, RuleCases cases) {
    this.ruleBook = ruleBook;
    this.knowledge = ruleBook.knowledge();
    this.cases = cases;
  }

  /** Every rule, by file and line. */
  public static Sheet of(RuleBook ruleBook, RuleCases cases) {
    RuleSheet sheet = new RuleSheet(ruleBook, cases);
    List<Row> rows =
        ruleBook.queries().outlines().values().stream()
            .sorted(Comparator.comparing(RuleOutline::file).thenComparingInt(RuleOutline::line))
            .map(sheet::row)
            .toList();
    return new Sheet(
        "Rules of rule set " + ruleBook.knowledge().tables().ruleset().version(),
        rows.size()
            + " rules. A place such as {$value} is filled from the case. Where a rule names no"
            + " statement, it speaks for those of the tier reason or contraindication that it follows from.",
        true,
        COLUMNS,
        rows);
  }

  private Row row(RuleOutline outline) {
    RuleDescription rule = ruleBook.descriptions().get(outline.id());
    return new Row(
        rule.id(),
        List.of(
            List.of(rule.id()),
            List.of(outline.file() + ":" + outline.line()),
            List.of(conclusion(outline)),
            said(rule.urgency()),
            said(rule.summary()),
            RuleDescription.sentences(rule.detail()),
            said(rule.text()),
            rule.absent(),
            outline.conditions().stream().map(RuleOutline.Asked::text).toList(),
            said(rule.policy()),
            rule.guidance().stream().map(this::statement).toList(),
            knowledge.evidence(rule.guidance()).stream().map(Evidence::line).toList(),
            rule.source().stream().map(id -> Sheet.source(id, knowledge)).toList(),
            said(rule.reviewed()),
            cases.firing(rule.id()),
            cases.silent(rule.id())));
  }

  private static List<String> said(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** {@code Advice discuss:dual-pathway}; what a rule takes from the case is left open. */
  private static String conclusion(RuleOutline outline) {
    List<String> arguments = outline.arguments();
    int codes = outline.concludes().equals("Advice") ? 2 : arguments.size();
    return outline.concludes()
        + " "
        + arguments.stream()
            .limit(codes)
            .map(argument -> Objects.requireNonNullElse(argument, "…"))
            .filter(argument -> !argument.isEmpty())
            .collect(Collectors.joining(":"));
  }

  private String statement(String id) {
    Tables.StatementRow row = knowledge.statement(id);
    return id
        + " ("
        + (row.document() == null ? "not in the documents" : row.document() + ", " + row.section())
        + "): "
        + row.statement();
  }
}
