package org.homeostat.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeostat.advice.WhatIf;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.SourceAttributes;

/**
 * An advisory as one HTML page that needs nothing beside it: no network, no script. The same case,
 * rules and day give the same bytes.
 */
public final class HtmlReport {

  private final RuleBook ruleBook;
  private final Knowledge knowledge;
  private final SourceAttributes attributes;

  /** Something that the rule set says of itself, such as its intended use. */
  public record Attribute(String name, String text) {}

  /** A writer of pages on advisories that the rules of the book give. */
  public HtmlReport(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
    this.knowledge = ruleBook.knowledge();
    this.attributes = SourceAttributes.of(ruleBook);
  }

  private List<Attribute> attributes() {
    return Stream.concat(
            attributes.intendedUse().stream().map(part -> new Attribute(part.name(), part.text())),
            attributes.ofRuleSet().stream()
                .map(one -> new Attribute(one.number() + ". " + one.name(), one.text())))
        .toList();
  }

  /**
   * The page.
   *
   * @param trace what happened on the case
   * @param whatIf what would change the advisory; null where nobody asked
   */
  public String write(PatientCase patientCase, Trace trace, WhatIf whatIf) {
    List<Treatment> treatments =
        trace.facts().stream()
            .filter(Treatment.class::isInstance)
            .map(Treatment.class::cast)
            .toList();
    List<Period> periods = Period.of(treatments, knowledge::name);
    AdvisoryPage page =
        new AdvisoryPage(
            patientCase,
            trace.advisory(),
            whatIf,
            attributes(),
            RuleNote.of(trace.advisory(), ruleBook, attributes),
            periods,
            Timeline.of(trace.advisory(), code -> AdvisoryPage.name(code, knowledge)),
            Trends.of(trace, periods, knowledge),
            new Told(),
            knowledge);
    return InertText.page(HtmlTemplate.fill("advisory.jte", Map.of("page", page))).strip() + "\n";
  }
}
