package org.homeostat.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.homeostat.rulebook.Check;
import org.homeostat.rulebook.Diagnostic;
import org.homeostat.rulebook.RuleCheck;

/** What was found in a rule folder, for programs: as JSON of our own, or as SARIF 2.1.0. */
public final class CheckJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SARIF_SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final UnaryOperator<String> path;

  /**
   * A writer of JSON.
   *
   * @param path makes of a path in the rule folder one that the reader can open
   */
  public CheckJson(UnaryOperator<String> path) {
    this.path = path;
  }

  /** One object: how many rules and tables, and every diagnostic. */
  public String write(RuleCheck found) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("rules", found.rules()).put("tables", found.tables());
    ArrayNode diagnostics = root.putArray("diagnostics");
    for (Diagnostic diagnostic : found.diagnostics()) {
      ObjectNode node = diagnostics.addObject();
      node.put("code", diagnostic.check().code());
      node.put("severity", diagnostic.check().severity().code());
      node.put("file", diagnostic.file().isEmpty() ? null : path.apply(diagnostic.file()));
      node.put("line", diagnostic.line() == 0 ? null : diagnostic.line());
      node.put("rule", diagnostic.rule().isEmpty() ? null : diagnostic.rule());
      node.put("message", diagnostic.message());
      node.put("remedy", diagnostic.remedy());
    }
    return pretty(root);
  }

  /**
   * A SARIF log of one run, with every check as a rule of the tool.
   *
   * @param version of the tool
   */
  public String sarif(RuleCheck found, String version) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", SARIF_SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "homeostat").put("version", version);
    ArrayNode rules = driver.putArray("rules");
    for (Check check : Check.values()) {
      ObjectNode rule = rules.addObject();
      rule.put("id", check.code());
      rule.putObject("shortDescription").put("text", check.title());
      rule.putObject("help").put("text", check.page()).put("markdown", check.page());
      rule.putObject("defaultConfiguration").put("level", check.severity().code());
    }
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    found.diagnostics().forEach(diagnostic -> result(results.addObject(), diagnostic));
    return pretty(root);
  }

  private void result(ObjectNode result, Diagnostic diagnostic) {
    result.put("ruleId", diagnostic.check().code());
    result.put("ruleIndex", diagnostic.check().ordinal());
    result.put("level", diagnostic.check().severity().code());
    String rule = diagnostic.rule().isEmpty() ? "" : "rule '" + diagnostic.rule() + "': ";
    result
        .putObject("message")
        .put("text", rule + diagnostic.message() + "; " + diagnostic.remedy() + ".");
    ArrayNode locations = result.putArray("locations");
    if (!diagnostic.file().isEmpty()) {
      ObjectNode place = locations.addObject().putObject("physicalLocation");
      place.putObject("artifactLocation").put("uri", uri(path.apply(diagnostic.file())));
      if (diagnostic.line() > 0) {
        place.putObject("region").put("startLine", diagnostic.line());
      }
    }
  }

  /** A path as a URI reference. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
    }
    return path.startsWith("/") ? "file://" + uri : uri.toString();
  }

  private static String pretty(JsonNode node) {
    try {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
      printer.indentArraysWith(indenter);
      return MAPPER.writer(printer).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
