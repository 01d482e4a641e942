package org.homeostat.ruletest;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeostat.casefile.Problem;
import org.homeostat.report.InertText;
import org.homeostat.ruletest.Outcome.Status;

/** A test run as JUnit XML, the form that build servers read: one suite for each folder. */
public final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document. */
  public static String write(TestResult result) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitReport(xml).document(result);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory can always be written", e);
    }
    return text.toString();
  }

  private void document(TestResult result) throws XMLStreamException {
    Map<String, List<Outcome>> suites = new LinkedHashMap<>();
    for (Outcome outcome : result.outcomes()) {
      suites.computeIfAbsent(folder(outcome.path()), f -> new ArrayList<>()).add(outcome);
    }
    xml.writeStartDocument("UTF-8", "1.0");
    open("testsuites", "homeostat test", result.outcomes());
    for (Map.Entry<String, List<Outcome>> suite : suites.entrySet()) {
      open("testsuite", suite.getKey(), suite.getValue());
      for (Outcome outcome : suite.getValue()) {
        testCase(suite.getKey(), outcome);
      }
      close();
    }
    close();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private void open(String element, String name, List<Outcome> outcomes) throws XMLStreamException {
    TestResult result = new TestResult(outcomes);
    start(element);
    attribute("name", name);
    attribute("tests", "" + outcomes.size());
    attribute("failures", "" + result.count(Status.FAILED));
    attribute("errors", "" + (result.count(Status.ERROR) + result.count(Status.INTERNAL_FAILURE)));
    attribute("skipped", "" + result.count(Status.NOT_RUN));
    attribute(
        "time",
        seconds(outcomes.stream().map(Outcome::time).reduce(Duration.ZERO, Duration::plus)));
  }

  private void testCase(String suite, Outcome outcome) throws XMLStreamException {
    start("testcase");
    attribute("classname", suite.replace('/', '.').replace('\\', '.'));
    attribute("name", name(outcome.path()));
    attribute("time", seconds(outcome.time()));
    switch (outcome.status()) {
      case FAILED ->
          detail(
              "failure",
              "expectation",
              outcome.mismatches().stream().map(Mismatch::sentence).toList(),
              outcome.mismatches().stream().flatMap(JUnitReport::lines).toList());
      case ERROR, INTERNAL_FAILURE -> {
        List<String> problems = outcome.problems().stream().map(Problem::toString).toList();
        detail("error", outcome.status().code(), problems, problems);
      }
      case NOT_RUN -> {
        start("skipped");
        attribute("message", "a case before it ended the run");
        close();
      }
      default -> {
        // a case without anything inside has passed
      }
    }
    close();
  }

  private static Stream<String> lines(Mismatch mismatch) {
    return Stream.of(
        mismatch.sentence(), "  expected " + mismatch.expected(), "  got " + mismatch.got());
  }

  private void detail(String element, String type, List<String> sentences, List<String> lines)
      throws XMLStreamException {
    start(element);
    attribute("type", type);
    attribute("message", String.join("; ", sentences));
    xml.writeCharacters(lines.stream().map(JUnitReport::legal).collect(Collectors.joining("\n")));
    close();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** The text without characters that XML has no way to write. */
  static String legal(String text) {
    return InertText.of(text)
        .codePoints()
        .map(c -> c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  private static String folder(String path) {
    int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return end <= 0 ? "cases" : path.substring(0, end);
  }

  private static String name(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
  }
}
