package org.homeostat.ruletest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.homeostat.ruletest.Outcome.Status;

/** A test run as one JSON object: the counts, and every case in the order given. */
public final class TestJsonReport {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TestJsonReport() {}

  /** The object over several lines. */
  public static String pretty(TestResult result, Optional<Coverage> coverage) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return write(MAPPER.writer(printer), result, coverage);
  }

  /** The object on one line. */
  public static String line(TestResult result, Optional<Coverage> coverage) {
    return write(MAPPER.writer(), result, coverage);
  }

  private static String write(ObjectWriter writer, TestResult result, Optional<Coverage> coverage) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode summary = root.putObject("summary");
    summary.put("cases", result.outcomes().size());
    summary.put("passed", result.count(Status.PASSED));
    summary.put("failed", result.count(Status.FAILED));
    summary.put("errors", result.count(Status.ERROR));
    summary.put("internalFailures", result.count(Status.INTERNAL_FAILURE));
    summary.put("notRun", result.count(Status.NOT_RUN));
    summary.put("toBeReviewed", result.toBeReviewed());
    ArrayNode cases = root.putArray("cases");
    result.outcomes().forEach(outcome -> add(cases.addObject(), outcome));
    coverage.ifPresent(counted -> add(root.putObject("coverage"), counted));
    try {
      return writer.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void add(ObjectNode node, Outcome outcome) {
    node.put("path", outcome.path());
    node.put("id", outcome.id().isEmpty() ? null : outcome.id());
    node.put("status", outcome.status().code());
    if (outcome.toBeReviewed()) {
      node.put("toBeReviewed", true);
    }
    if (!outcome.mismatches().isEmpty()) {
      ArrayNode mismatches = node.putArray("mismatches");
      for (Mismatch mismatch : outcome.mismatches()) {
        ObjectNode one = mismatches.addObject();
        one.put("member", mismatch.member())
            .put("kind", mismatch.kind().code())
            .put("id", mismatch.id().isEmpty() ? null : mismatch.id())
            .put("expected", mismatch.expected())
            .put("got", mismatch.got());
        mismatch.why().forEach(one.putArray("why")::add);
      }
    }
    if (!outcome.problems().isEmpty()) {
      ArrayNode problems = node.putArray("problems");
      outcome
          .problems()
          .forEach(p -> problems.addObject().put("at", p.at()).put("message", p.message()));
    }
  }

  private static void add(ObjectNode node, Coverage coverage) {
    node.put("cases", coverage.cases());
    for (Coverage.Share share : coverage.shares()) {
      node.putObject(share.of()).put("seen", share.seen()).put("outcomes", share.outcomes());
    }
    ArrayNode gaps = node.putArray("gaps");
    coverage
        .gaps()
        .forEach(gap -> gaps.addObject().put("place", gap.place()).put("what", gap.what()));
  }
}
