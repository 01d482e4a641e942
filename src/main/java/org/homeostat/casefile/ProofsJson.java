package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Proof;

/** What stands behind a line of an advisory, as JSON: proofs, and evidence with its citations. */
final class ProofsJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ProofsJson() {}

  static ObjectNode proof(Proof proof) {
    ObjectNode json = JSON.objectNode();
    if (proof instanceof Proof.Step step) {
      json.put("rule", step.rule()).put("text", step.text());
      json.set("guidance", texts(step.guidance()));
      if (!step.policy().isEmpty()) {
        json.put("policy", step.policy());
      }
      json.set("source", texts(step.source()));
      if (!step.margins().isEmpty()) {
        json.set("margins", array(step.margins(), ProofsJson::margin));
      }
      json.set("from", array(step.from(), ProofsJson::proof));
    } else if (proof instanceof Proof.Fact fact) {
      json.put("fact", fact.at()).put("text", fact.text());
    } else if (proof instanceof Proof.Row row) {
      json.put("table", row.table()).put("text", row.text());
      json.set("source", texts(row.source()));
    } else {
      json.put("absent", proof.text());
    }
    return json;
  }

  private static ObjectNode margin(Margin margin) {
    ObjectNode json =
        JSON.objectNode()
            .put("value", margin.value())
            .put("limit", margin.limit())
            .put("distance", margin.distance())
            .put("side", margin.side());
    if (margin.near() != null) {
      json.put("near", margin.near());
      json.set("source", texts(margin.source()));
    }
    return json;
  }

  static ObjectNode evidence(Evidence evidence) {
    ObjectNode json =
        JSON.objectNode()
            .put("guidance", evidence.guidance())
            .put("statement", evidence.statement())
            .put("document", evidence.document())
            .put("card", evidence.card())
            .put("grade", evidence.grade())
            .put("verdict", evidence.verdict())
            .put("note", evidence.note());
    json.set("citations", array(evidence.citations(), ProofsJson::citation));
    return json;
  }

  static ObjectNode citation(Citation citation) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", citation.id())
            .put("text", citation.text())
            .put("doi", citation.doi())
            .put("pmid", citation.pmid())
            .put("verification", citation.verification());
    return citation.slip() == null ? json : json.put("slip", citation.slip());
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  static <T> ArrayNode array(List<T> items, Function<T, JsonNode> writer) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(writer.apply(item)));
    return array;
  }
}
