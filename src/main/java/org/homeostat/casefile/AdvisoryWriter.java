package org.homeostat.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.PatientGoal;
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
    json.set("inputs", ProofsJson.array(advisory.inputs(), AdvisoryWriter::input));
    json.set("tier", tier(advisory.tier()));
    json.set(
        "recommendations",
        ProofsJson.array(advisory.recommendations(), AdvisoryWriter::recommendation));
    json.set("monitoring", ProofsJson.array(advisory.monitoring(), AdvisoryWriter::monitored));
    json.set("response", response(advisory.response()));
    json.set(
        "dataQuality",
        ProofsJson.array(
            advisory.dataQuality(),
            finding ->
                JSON.objectNode()
                    .put("code", finding.code())
                    .put("at", finding.at())
                    .put("message", finding.message())));
    json.set("disagreements", ProofsJson.array(advisory.disagreements(), AdvisoryWriter::dispute));
    json.set("statements", ProofsJson.array(advisory.statements(), ProofsJson::evidence));
    json.set("goals", ProofsJson.array(advisory.goals(), AdvisoryWriter::goal));
    json.set("sources", ProofsJson.array(advisory.sources(), ProofsJson::citation));
    json.set("limits", ProofsJson.texts(advisory.limits()));
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
    json.set("reasons", ProofsJson.array(tier.reasons(), AdvisoryWriter::reason));
    json.set(
        "missing",
        ProofsJson.array(
            tier.missing(),
            missing -> JSON.objectNode().put("code", missing.code()).put("why", missing.why())));
    return json;
  }

  private static ObjectNode reason(Tier.Reason reason) {
    ObjectNode json = JSON.objectNode().put("id", reason.id()).put("summary", reason.summary());
    json.set("guidance", ProofsJson.texts(reason.guidance()));
    json.set("evidence", ProofsJson.array(reason.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(reason.because(), ProofsJson::proof));
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
    json.set("guidance", ProofsJson.texts(recommendation.guidance()));
    json.set("evidence", ProofsJson.array(recommendation.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(recommendation.because(), ProofsJson::proof));
    json.set("supersedes", ProofsJson.texts(recommendation.supersedes()));
    if (!recommendation.options().isEmpty()) {
      json.set("options", ProofsJson.array(recommendation.options(), AdvisoryWriter::option));
    }
    return json;
  }

  private static ObjectNode option(TreatmentOption option) {
    ObjectNode json =
        JSON.objectNode()
            .put("code", option.code())
            .put("name", option.name())
            .put("excluded", option.excluded());
    json.set("for", ProofsJson.texts(option.pro()));
    json.set("against", ProofsJson.texts(option.against()));
    json.set("evidence", ProofsJson.array(option.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(option.because(), ProofsJson::proof));
    return json;
  }

  private static ObjectNode goal(PatientGoal goal) {
    ObjectNode json = JSON.objectNode().put("code", goal.code()).put("says", goal.says());
    json.set("recommendations", ProofsJson.texts(goal.recommendations()));
    json.set("options", ProofsJson.texts(goal.options()));
    json.set("evidence", ProofsJson.array(goal.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(goal.because(), ProofsJson::proof));
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
    json.set("guidance", ProofsJson.texts(line.guidance()));
    json.set("because", ProofsJson.array(line.because(), ProofsJson::proof));
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
    json.set("guidance", ProofsJson.texts(marker.guidance()));
    json.set("evidence", ProofsJson.array(marker.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(marker.because(), ProofsJson::proof));
    return json;
  }

  private static ObjectNode dispute(Advisory.Dispute dispute) {
    ObjectNode json = JSON.objectNode().put("topic", dispute.topic()).put("kind", dispute.kind());
    json.set(
        "sides",
        ProofsJson.array(
            dispute.sides(),
            side -> JSON.objectNode().put("source", side.source()).put("says", side.says())));
    json.put("leans", dispute.leans());
    json.set("evidence", ProofsJson.array(dispute.evidence(), ProofsJson::evidence));
    json.set("because", ProofsJson.array(dispute.because(), ProofsJson::proof));
    return json;
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
