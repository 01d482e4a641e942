package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.homeostat.casefile.Problem;
import org.homeostat.ruletest.Mismatch.Kind;
import org.homeostat.ruletest.Outcome.Status;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What a build server reads. */
class JUnitReportTest {

  private static Outcome outcome(
      String path, Status status, List<Mismatch> mismatches, List<Problem> problems) {
    return new Outcome(
        path, "", status, mismatches, problems, false, null, Duration.ofMillis(1500));
  }

  private static Element parsed(Outcome... outcomes) throws Exception {
    String xml = JUnitReport.write(new TestResult(List.of(outcomes)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return document.getDocumentElement();
  }

  private static Element first(Element within, String name) {
    return (Element) within.getElementsByTagName(name).item(0);
  }

  @Test
  void each_folder_is_a_suite_with_its_counts() throws Exception {
    Element suites =
        parsed(
            outcome("a/b/one.json", Status.PASSED, List.of(), List.of()),
            outcome("c/two.json", Status.NOT_RUN, List.of(), List.of()),
            outcome(
                "a/b/three.json",
                Status.FAILED,
                List.of(new Mismatch("tier", Kind.DIFFERS, "", "low", "high")),
                List.of()),
            outcome(
                "a/b/four.json", Status.ERROR, List.of(), List.of(new Problem("", "is empty"))));

    assertThat(suites.getTagName()).isEqualTo("testsuites");
    assertThat(suites.getAttribute("tests")).isEqualTo("4");
    assertThat(suites.getAttribute("time")).isEqualTo("6.000");
    Element suite = first(suites, "testsuite");
    assertThat(suite.getAttribute("name")).isEqualTo("a/b");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    Element testCase = first(suite, "testcase");
    assertThat(testCase.getAttribute("classname")).isEqualTo("a.b");
    assertThat(testCase.getAttribute("name")).isEqualTo("one");
    assertThat(testCase.getAttribute("time")).isEqualTo("1.500");
    assertThat(testCase.getChildNodes().getLength()).isZero();
    assertThat(first(suites, "failure").getAttribute("message"))
        .isEqualTo("tier: expected low, got high");
    assertThat(first(suites, "error").getAttribute("message")).isEqualTo("is empty");
    assertThat(first(suites, "skipped").getParentNode().getParentNode())
        .satisfies(n -> assertThat(((Element) n).getAttribute("name")).isEqualTo("c"));
  }

  @Test
  void text_of_a_case_is_escaped_and_freed_of_what_xml_cannot_hold() throws Exception {
    String hostile = "<&\"'>]]> \u0000\u001b[2J\uFFFE\uD800 \uD83D\uDE00";
    Element suites =
        parsed(
            outcome(
                hostile + "/" + hostile + ".json",
                Status.ERROR,
                List.of(),
                List.of(new Problem("/" + hostile, hostile))));

    String clean = "<&\"'>]]> \uFFFD\uFFFD[2J\uFFFD\uFFFD \uD83D\uDE00";
    assertThat(first(suites, "testcase").getAttribute("name")).isEqualTo(clean);
    assertThat(first(suites, "error").getAttribute("message"))
        .isEqualTo("/" + clean + ": " + clean);
    assertThat(first(suites, "error").getTextContent()).isEqualTo("/" + clean + ": " + clean);
  }
}
