package org.homeostat.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Evidence;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The page says all that the advisory says, in the order of a reader, and nothing escapes it. */
class HtmlReportTest {

  @SuppressWarnings("unused") // read by its name
  private static final List<String> CASES = Pages.CASES;

  private static Document page(String html) {
    return Jsoup.parse(html);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void sections_stand_in_the_order_in_which_a_clinician_thinks(String id) {
    Document page = page(Pages.of(id));

    assertThat(page.select("main > section").eachAttr("id"))
        .isSubsetOf(SECTIONS)
        .isSortedAccordingTo((a, b) -> SECTIONS.indexOf(a) - SECTIONS.indexOf(b))
        .contains("tier", "actions", "trends", "missing", "inputs", "evidence", "about");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4, h5")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  private static final List<String> SECTIONS =
      List.of(
          "tier",
          "actions",
          "monitoring",
          "trends",
          "response",
          "missing",
          "change",
          "inputs",
          "disagreements",
          "goals",
          "evidence",
          "about");

  @ParameterizedTest
  @FieldSource("CASES")
  void everything_of_the_advisory_is_in_the_page(String id) {
    PatientCase patientCase = TestData.wholeCase(id);
    Advisory advisory = Pages.trace(patientCase).advisory();
    Document page = page(Pages.of(patientCase, null));
    String text = page.text();

    advisory.tier().reasons().forEach(r -> assertThat(text).contains(r.id(), plain(r.summary())));
    advisory.tier().missing().forEach(m -> assertThat(text).contains(plain(m.why())));
    advisory
        .recommendations()
        .forEach(
            r -> {
              assertThat(text).contains(plain(r.summary()), plain(r.detail()), r.id());
              r.because().forEach(proof -> assertThat(text).contains(plain(proof.text())));
              if (r.due() != null) {
                assertThat(text).contains(r.due().toString());
              }
            });
    advisory
        .options()
        .forEach(
            option -> {
              option.pro().forEach(point -> assertThat(text).contains(plain(point)));
              option.against().forEach(point -> assertThat(text).contains(plain(point)));
            });
    advisory.monitoring().forEach(line -> assertThat(text).contains(plain(line.why())));
    advisory.inputs().forEach(i -> assertThat(text).contains(plain(i.text()), i.at()));
    advisory.dataQuality().forEach(q -> assertThat(text).contains(plain(q.message())));
    advisory
        .disagreements()
        .forEach(
            dispute -> {
              dispute.sides().forEach(side -> assertThat(text).contains(plain(side.says())));
              assertThat(text).contains(plain(dispute.leans()));
            });
    advisory.evidence().map(Evidence::note).forEach(n -> assertThat(text).contains(plain(n)));
    advisory
        .sources()
        .forEach(
            source ->
                assertThat(page.getElementById("source-" + source.id()).text())
                    .contains(plain(source.text()), source.verification()));
    advisory.limits().forEach(limit -> assertThat(text).contains(plain(limit)));
    assertThat(text).contains(advisory.ruleSet().sha256());
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void every_link_of_the_page_leads_to_one_place_in_it(String id) {
    Document page = page(Pages.of(id));

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("a").eachAttr("href"))
        .allSatisfy(
            href -> {
              assertThat(href).startsWith("#");
              assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
            });
    assertThat(page.select("script, link, img, iframe, object, form")).isEmpty();
    assertThat(page.select("[src], [onclick], [style]")).isEmpty();
  }

  @Test
  void evidence_on_a_statement_is_written_once() {
    Document page = page(Pages.of(Pages.CASES.get(1)));

    assertThat(page.select(".statements > li[id]").eachText()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void two_runs_give_equal_bytes() {
    for (String id : Pages.CASES) {
      assertThat(Pages.of(id)).isEqualTo(Pages.of(id));
    }
  }

  @Test
  void hostile_text_stays_text() {
    PatientCase hostile = Pages.hostile();
    String html = Pages.of(hostile, null);
    Document page = page(html);

    assertThat(html).doesNotContain("<script", "\u202e").contains("&lt;script&gt;alert(1)");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("h1").text()).hasSizeLessThan(200).contains(Pages.SCRIPT, "\ufffd");
    assertThat(page.select("header details").text()).contains("x".repeat(10_000));
    Advisory advisory = Pages.trace(hostile).advisory();
    advisory
        .inputs()
        .forEach(
            i -> assertThat(page.text()).contains(plain(i.text().replace('\u202e', '\ufffd'))));
  }

  @Test
  void what_would_change_is_told_where_it_was_asked() {
    PatientCase patientCase = TestData.wholeCase(Pages.CASES.get(2));
    Document page = page(Pages.of(patientCase, Pages.whatIf()));

    assertThat(page.getElementById("change").text())
        .contains(
            "HbA1c <datum>",
            "5.6 % or less",
            "0.2 percentage points lower",
            "within the variation of one measurement",
            "tier indeterminate, at least moderate; 3 lines change",
            "tier indeterminate (at least moderate) instead of high",
            "Hold y <changed>",
            "MOD-1",
            "HIGH-4",
            "Measure TSH <gained>",
            "Hold x <lost>",
            "Height <untouched>",
            "Weight <untried>",
            "42 times");
    assertThat(page.getElementById("missing").text())
        .contains("visceral fat area", "below 130 cm2", "130 cm2 or more");
    assertThat(page(Pages.of(patientCase, null)).select("#change table")).isEmpty();
  }

  @Test
  void a_point_stands_where_its_day_and_value_say() {
    PatientCase patientCase = TestData.wholeCase(Pages.CASES.get(2));
    Trace trace = Pages.trace(patientCase);
    Document page = page(Pages.of(patientCase, null));
    Trend trend =
        Trends.of(trace, List.of(), TestData.BUNDLED.knowledge()).drawn().stream()
            .filter(drawn -> drawn.code().equals("fasting-glucose"))
            .findFirst()
            .orElseThrow();

    // values 92, 98 and 106 mg/dL, drawn with the cut-offs 70, 100 and 126: the axis goes from
    // 70 - 0.08 * 56 to 126 + 0.08 * 56, and from the first value to the day of the advice
    assertThat(trend.points())
        .extracting(p -> p.y().toPlainString())
        .containsExactly("78.2", "66.0", "49.7");
    assertThat(trend.points())
        .extracting(p -> p.x().toPlainString())
        .containsExactly("5.0", "51.7", "89.2");
    assertThat(trend.levels())
        .extracting(level -> level.y().toPlainString())
        .containsExactly("9.1", "61.9", "122.9");
    Element chart = page.select(".chart").first();
    assertThat(chart.select("figcaption").text()).contains("Fasting glucose", "106 mg/dL");
    assertThat(chart.select("circle.point").eachAttr("cy")).containsExactly("78.2", "66.0");
    assertThat(chart.select(".frame").attr("aria-label"))
        .contains("92 mg/dL on 2026-05-20", "106 mg/dL on 2026-11-09 (prediabetes)");
  }

  @Test
  void cut_offs_of_changes_and_differences_are_not_drawn() {
    for (String id : Pages.CASES) {
      Trace trace = Pages.trace(TestData.wholeCase(id));
      for (Trend trend : Trends.of(trace, List.of(), TestData.BUNDLED.knowledge()).drawn()) {
        assertThat(trend.levels())
            .extracting(Trend.Level::text)
            .noneMatch(text -> text.matches(".*(rise|fall|contradiction|discordance|defined).*"));
      }
    }
  }

  @Test
  void each_line_of_the_plan_has_a_row_in_the_drawing_and_one_in_the_table() {
    Advisory advisory = Pages.trace(TestData.wholeCase(Pages.CASES.get(1))).advisory();
    Document page = page(Pages.of(Pages.CASES.get(1)));

    assertThat(page.select(".timeline .row:not(.axis)")).hasSameSizeAs(advisory.monitoring());
    assertThat(page.select("#monitoring tbody tr.has-more")).hasSameSizeAs(advisory.monitoring());
    assertThat(page.select(".timeline .row .word").eachText())
        .allMatch(word -> word.matches("(overdue|due|planned|done).*"));
  }
}
