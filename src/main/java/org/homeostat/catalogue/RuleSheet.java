package org.homeostat.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeostat.advice.Evidence;
import org.homeostat.catalogue.Sheet.Column;
import org.homeostat.catalogue.Sheet.Readers;
import org.homeostat.catalogue.Sheet.Row;
import org.homeostat.catalogue.Sheet.Section;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.Reviews;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.rulebook.RuleWords;
import org.homeostat.rulebook.SourceAttributes;
import org.homeostat.rulebook.SourceAttributes.Attribute;
import org.homeostat.ruletest.RuleCases;

/** The catalogue: each rule with what it says, what it rests on, and its cases. */
public final class RuleSheet {

  private static final List<Column> COLUMNS =
      List.of(
          Column.one("id", "Rule"),
          Column.one("file", "Stands in"),
          Column.one("concludes", "Concludes"),
          Column.one("conclusion", "In words"),
          Column.one("urgency", "Urgency"),
          Column.one("says", "Says"),
          Column.list("detail", "Detail"),
          Column.one("because", "Because"),
          Column.list("absent", "Not there"),
          Column.list("when", "When"),
          Column.list("drl", "Written as"),
          Column.one("policy", "Policy"),
          Column.list("statements", "Statements"),
          Column.list("evidence", "Evidence"),
          Column.list("sources", "Sources"),
          Column.one("reviewed", "Reviewed"),
          Column.one("review", "Review"),
          Column.list("attributes", "Attributes").only(Readers.PEOPLE),
          Column.list("sourceAttributes", "Source attributes").only(Readers.PROGRAMS),
          Column.list("firing", "Fires in"),
          Column.list("silent", "Silent in"));

  /** Numbers of the attributes that every rule has from the rule set. */
  private static final int DEVELOPER = 2;

  private static final int FUNDING = 3;

  private final RuleBook ruleBook;
  private final Knowledge knowledge;
  private final RuleCases cases;
  private final LocalDate day;
  private final RuleWords words;
  private final SourceAttributes attributes;

  private RuleSheet(RuleBook ruleBook, RuleCases cases, LocalDate day) {
    this.ruleBook = ruleBook;
    this.knowledge = ruleBook.knowledge();
    this.cases = cases;
    this.day = day;
    this.words = RuleWords.of(knowledge);
    this.attributes = SourceAttributes.of(ruleBook);
  }

  /**
   * Every rule, by file and line.
   *
   * @param day day for which reviews are overdue or not
   */
  public static Sheet of(RuleBook ruleBook, RuleCases cases, LocalDate day) {
    RuleSheet sheet = new RuleSheet(ruleBook, cases, day);
    List<Row> rows =
        ruleBook.queries().outlines().values().stream()
            .sorted(Comparator.comparing(RuleOutline::file).thenComparingInt(RuleOutline::line))
            .map(sheet::row)
            .toList();
    return new Sheet(
        "Rules of rule set " + ruleBook.knowledge().tables().ruleset().version(),
        rows.size()
            + " rules. A place such as {$value} is filled from the case. Where a rule names no"
            + " statement, it speaks for those of the tier reason or contraindication that it follows"
            + " from. "
            + RuleWords.GLOSSARY,
        sheet.sections(),
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
            List.of(words.conclusion(outline)),
            said(rule.urgency()),
            said(rule.summary()),
            RuleDescription.sentences(rule.detail()),
            said(rule.text()),
            rule.absent(),
            words.conditions(outline),
            outline.conditions().stream().map(RuleOutline.Asked::text).toList(),
            said(rule.policy()),
            rule.guidance().stream().map(this::statement).toList(),
            knowledge.evidence(rule.guidance()).stream().map(Evidence::line).toList(),
            rule.source().stream().map(id -> Sheet.source(id, knowledge)).toList(),
            said(rule.reviewed()),
            review(rule),
            folded(attributes.of(rule.id())),
            attributes.of(rule.id()).stream().map(RuleSheet::line).toList(),
            cases.firing(rule.id()),
            cases.silent(rule.id())));
  }

  private List<Section> sections() {
    List<String> overdue = ruleBook.overdueForReview(day);
    return List.of(
        new Section(
            "intendedUse",
            "Intended use",
            attributes.intendedUse().stream()
                .map(part -> part.name() + ": " + part.text())
                .toList()),
        new Section(
            "sourceAttributes",
            "Source attributes of the rule set (45 CFR 170.315(b)(11)(iv)(A))",
            attributes.ofRuleSet().stream().map(RuleSheet::line).toList()),
        new Section(
            "reviews",
            "Reviews on " + day,
            List.of(
                overdue.isEmpty()
                    ? "No rule is past the day by which its review was due"
                    : overdue.size()
                        + " of "
                        + ruleBook.descriptions().size()
                        + " rules are past the day by which their review was due: "
                        + String.join(", ", overdue))));
  }

  private List<String> review(RuleDescription rule) {
    String when =
        ruleBook.overdueForReview(day).contains(rule.id()) ? "OVERDUE since " : "due again by ";
    return Reviews.due(rule.reviewed()).map(due -> when + due).stream().toList();
  }

  private static String line(Attribute attribute) {
    return "(" + attribute.number() + ") " + attribute.name() + ": " + attribute.text();
  }

  /** Without what is the same for every rule; what is not used is named in one line. */
  private static List<String> folded(List<Attribute> attributes) {
    List<String> lines = new ArrayList<>();
    for (Attribute attribute : attributes) {
      if (attribute.number() == DEVELOPER) {
        lines.add("(2) (3) Developer and funding source: as of the rule set");
      } else if (attribute.used() && attribute.number() != FUNDING) {
        lines.add(line(attribute));
      }
    }
    String unused =
        attributes.stream()
            .filter(attribute -> !attribute.used())
            .map(attribute -> attribute.name().replaceFirst("^Use of ", ""))
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      lines.add("Not used: " + unused);
    }
    return lines;
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
