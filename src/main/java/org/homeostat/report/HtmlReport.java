package org.homeostat.report;

import java.util.List;
import java.util.Map;
import org.homeostat.advice.WhatIf;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.Knowledge;

/**
 * An advisory as one HTML page that needs nothing beside it: no network, no script. The same case,
 * rules and day give the same bytes.
 */
public final class HtmlReport {

  private final Knowledge knowledge;
  private final List<Attribute> attributes;
  private final List<String> overdue;

  /** Something that the rule set says of itself, such as its intended use. */
  public record Attribute(String name, String text) {}

  /**
   * A writer of pages.
   *
   * @param attributes what the rule set says of itself, in the order in which it is shown
   * @param overdue rules whose review is due, in words
   */
  public HtmlReport(Knowledge knowledge, List<Attribute> attributes, List<String> overdue) {
    this.knowledge = knowledge;
    this.attributes = List.copyOf(attributes);
    this.overdue = List.copyOf(overdue);
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
            attributes,
            overdue,
            periods,
            Timeline.of(trace.advisory(), code -> AdvisoryPage.name(code, knowledge)),
            Trends.of(trace, periods, knowledge),
            new Told(),
            knowledge);
    return InertText.page(HtmlTemplate.fill("advisory.jte", Map.of("page", page))).strip() + "\n";
  }
}
