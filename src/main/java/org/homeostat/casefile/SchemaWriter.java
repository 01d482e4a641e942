package org.homeostat.casefile;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.homeostat.knowledge.Knowledge;

/**
 * Writes the JSON Schemas (draft 2020-12) of case and advisory. Lists of codes come from the
 * tables: in the templates {@code "enum": "condition"} stands for the codes of that vocabulary
 * list, and {@code "enum": "country"} for the country codes.
 */
public final class SchemaWriter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final PrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private final Knowledge knowledge;

  /** A writer with the codes of the given tables. */
  public SchemaWriter(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The schema of case files. */
  public String caseSchema() {
    return schema("case.schema.json");
  }

  /** The schema of advisories. */
  public String advisorySchema() {
    return schema("advisory.schema.json");
  }

  private String schema(String name) {
    try (InputStream in = SchemaWriter.class.getResourceAsStream("/homeostat/" + name)) {
      JsonNode template = MAPPER.readTree(in);
      fillEnums(template);
      return MAPPER.writer(PRETTY).writeValueAsString(template);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private void fillEnums(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("enum").isTextual()) {
      String list = object.get("enum").textValue();
      ArrayNode codes = object.putArray("enum");
      CodeLists.codes(list, knowledge).forEach(codes::add);
    }
    node.forEach(this::fillEnums);
  }
}
