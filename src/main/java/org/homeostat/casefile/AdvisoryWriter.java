package org.homeostat.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.PatientGoal;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Response;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TreatmentOption;

/** Writes advisories as JSON, format version 1. Equal advisories give equal bytes. */
public final class AdvisoryWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** The advisory on one line, without a line end. */
  public String line(Advisory advisory) {
    return line(advisory, null);
  }

  /**
   * The advisory on one line, without a line end.
   *
   * @param since what changed since an earlier one; null where nobody asked
   */
  public String line(Advisory advisory, Changes since) {
    return write(advisory, since, false);
  }

  /** The advisory indented for people, without a line end. */
  public String pretty(Advisory advisory) {
    return pretty(advisory, null);
  }

  /**
   * The advisory indented for people, without a line end.
   *
   * @param since what changed since an earlier one; null where nobody asked
   */
  public String pretty(Advisory advisory, Changes since) {
    return write(advisory, since, true);
  }

  private static String write(Advisory advisory, Changes since, boolean pretty) {
    ObjectNode json = advisory(advisory);
    if (since != null) {
      json.set("since", ChangesJson.of(since));
    }
    return write(json, pretty);
  }

  /** A JSON tree as text, on one line or indented for people. */
  static String write(ObjectNode json, boolean pretty) {
    try {
      return (pretty ? PRETTY : MAPPER.writer()).writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }

  private static ObjectNode advisory(Advisory advisory) {
    ObjectNode json = JSON.objectNode();
    json.put("formatVersion", 1);
    json.put("caseId", advisory.caseId());
    json.put("asOf", advisory.asOf().toString());
    json.put("asOfDefaulted", advisory.asOfDefaulted());
    Advisory.RuleSet rules = advisory.ruleSet();
    json.putObject("ruleSet")
        .put("version", rules.version())
        .put("sha256", rules.sha256())
        .put("engine", rules.engine())
        .put("evidenceDate", rules.evidenceDate().toString());
    json.set("inputs", array(advisory.inputs(), AdvisoryWriter::input));
    json.set("tier", tier(advisory.tier()));
    json.set("recommendations", array(advisory.recommendations(), AdvisoryWriter::recommendation));
    json.set("monitoring", array(advisory.monitoring(), AdvisoryWriter::monitored));
    json.set("response", response(advisory.response()));
    json.set(
        "dataQuality",
        array(
            advisory.dataQuality(),
            finding ->
                JSON.objectNode()
                    .put("code", finding.code())
                    .put("at", finding.at())
                    .put("message", finding.message())));
    json.set("disagreements", array(advisory.disagreements(), AdvisoryWriter::dispute));
    json.set("statements", array(advisory.statements(), AdvisoryWriter::evidence));
    json.set("goals", array(advisory.goals(), AdvisoryWriter::goal));
    json.set("sources", array(advisory.sources(), AdvisoryWriter::citation));
    json.set("limits", texts(advisory.limits()));
    return json;
  }

  private static ObjectNode input(Advisory.Input input) {
    ObjectNode json =
        JSON.objectNode().put("at", input.at()).put("text", input.text()).put("use", input.use());
    return input.finding() == null ? json : json.put("finding", input.finding());
  }

  private static ObjectNode tier(Tier tier) {
    ObjectNode json = JSON.objectNode().put("level", tier.level().code());
    if (tier.atLeast() != null) {
      json.put("atLeast", tier.atLeast().code());
    }
    json.set("reasons", array(tier.reasons(), AdvisoryWriter::reason));
    json.set(
        "missing",
        array(
            tier.missing(),
            missing -> JSON.objectNode().put("code", missing.code()).put("why", missing.why())));
    return json;
  }

  private static ObjectNode reason(Tier.Reason reason) {
    ObjectNode json = JSON.objectNode().put("id", reason.id()).put("summary", reason.summary());
    json.set("guidance", texts(reason.guidance()));
    json.set("evidence", array(reason.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(reason.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode recommendation(Recommendation recommendation) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", recommendation.id())
            .put("action", recommendation.action())
            .put("target", recommendation.target())
            .put("urgency", recommendation.urgency().code())
            .put("due", text(recommendation.due()))
            .put("notBefore", text(recommendation.notBefore()))
            .put("summary", recommendation.summary())
            .put("detail", recommendation.detail());
    json.set("guidance", texts(recommendation.guidance()));
    json.set("evidence", array(recommendation.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(recommendation.because(), AdvisoryWriter::proof));
    json.set("supersedes", texts(recommendation.supersedes()));
    if (!recommendation.options().isEmpty()) {
      json.set("options", array(recommendation.options(), AdvisoryWriter::option));
    }
    return json;
  }

  private static ObjectNode option(TreatmentOption option) {
    ObjectNode json =
        JSON.objectNode()
            .put("code", option.code())
            .put("name", option.name())
            .put("excluded", option.excluded());
    json.set("for", texts(option.pro()));
    json.set("against", texts(option.against()));
    json.set("evidence", array(option.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(option.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode goal(PatientGoal goal) {
    ObjectNode json = JSON.objectNode().put("code", goal.code()).put("says", goal.says());
    json.set("recommendations", texts(goal.recommendations()));
    json.set("options", texts(goal.options()));
    json.set("evidence", array(goal.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(goal.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode monitored(Monitored line) {
    ObjectNode json =
        JSON.objectNode()
            .put("code", line.code())
            .put("lastDate", text(line.lastDate()))
            .put("lastValue", line.lastValue())
            .put("due", text(line.due()))
            .put("status", line.status())
            .put("everyWeeks", line.everyWeeks())
            .put("why", line.why())
            .put("provenance", line.provenance());
    json.set("guidance", texts(line.guidance()));
    json.set("because", array(line.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode response(Response response) {
    ObjectNode json = JSON.objectNode();
    ObjectNode markers = json.putObject("markers");
    response.markers().forEach((code, marker) -> markers.set(code, marker(marker)));
    return json.put("overall", response.overall());
  }

  private static ObjectNode marker(Response.Marker marker) {
    ObjectNode json =
        JSON.objectNode()
            .put("about", marker.about())
            .put("baseline", marker.baseline())
            .put("current", marker.current())
            .put("weeks", marker.weeks())
            .put("since", marker.since())
            .put("change", marker.change())
            .put("changePercent", marker.changePercent())
            .put("benchmark", marker.benchmark())
            .put("class", marker.name());
    json.set("guidance", texts(marker.guidance()));
    json.set("evidence", array(marker.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(marker.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode json =
        JSON.objectNode()
            .put("guidance", evidence.guidance())
            .put("statement", evidence.statement())
            .put("document", evidence.document())
            .put("card", evidence.card())
            .put("grade", evidence.grade())
            .put("verdict", evidence.verdict())
            .put("note", evidence.note());
    json.set("citations", array(evidence.citations(), AdvisoryWriter::citation));
    return json;
  }

  private static ObjectNode citation(Citation citation) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", citation.id())
            .put("text", citation.text())
            .put("doi", citation.doi())
            .put("pmid", citation.pmid())
            .put("verification", citation.verification());
    return citation.slip() == null ? json : json.put("slip", citation.slip());
  }

  private static ObjectNode dispute(Advisory.Dispute dispute) {
    ObjectNode json = JSON.objectNode().put("topic", dispute.topic()).put("kind", dispute.kind());
    json.set(
        "sides",
        array(
            dispute.sides(),
            side -> JSON.objectNode().put("source", side.source()).put("says", side.says())));
    json.put("leans", dispute.leans());
    json.set("evidence", array(dispute.evidence(), AdvisoryWriter::evidence));
    json.set("because", array(dispute.because(), AdvisoryWriter::proof));
    return json;
  }

  private static ObjectNode proof(Proof proof) {
    ObjectNode json = JSON.objectNode();
    if (proof instanceof Proof.Step step) {
      json.put("rule", step.rule()).put("text", step.text());
      json.set("guidance", texts(step.guidance()));
      if (!step.policy().isEmpty()) {
        json.put("policy", step.policy());
      }
      json.set("source", texts(step.source()));
      if (!step.margins().isEmpty()) {
        json.set("margins", array(step.margins(), AdvisoryWriter::margin));
      }
      json.set("from", array(step.from(), AdvisoryWriter::proof));
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

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static <T> ArrayNode array(List<T> items, Function<T, JsonNode> writer) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(writer.apply(item)));
    return array;
  }
}
