package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.WhatIf;

/** What would change an advisory, as JSON. */
public final class WhatIfWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * One object.
   *
   * @param pretty whether it takes several lines
   */
  public String write(Advisory advisory, WhatIf whatIf, boolean pretty) {
    ObjectNode json = JSON.objectNode();
    json.put("formatVersion", 1)
        .put("caseId", advisory.caseId())
        .put("asOf", advisory.asOf().toString());
    tier(json, advisory.tier().level(), advisory.tier().atLeast());
    ArrayNode changes = json.putArray("changes");
    whatIf.changes().forEach(change -> change(changes.addObject(), change));
    ArrayNode missing = json.putArray("missing");
    whatIf.missing().forEach(question -> question(missing.addObject(), question));
    texts(json, "unaffected", whatIf.unaffected());
    texts(json, "untried", whatIf.untried());
    json.put("asked", whatIf.asked());
    return AdvisoryWriter.write(json, pretty);
  }

  private static void change(ObjectNode json, WhatIf.Alternative change) {
    json.put("kind", change.kind())
        .put("at", change.at())
        .put("datum", change.datum())
        .put("change", change.change())
        .put("distance", change.distance())
        .put("near", change.near());
    json.set("difference", difference(change.difference()));
  }

  private static void question(ObjectNode json, WhatIf.Question question) {
    json.put("code", question.code()).put("name", question.name()).put("why", question.why());
    ArrayNode answers = json.putArray("answers");
    for (WhatIf.Possible possible : question.answers()) {
      answers
          .addObject()
          .put("answer", possible.answer())
          .set("difference", difference(possible.difference()));
    }
  }

  private static ObjectNode difference(WhatIf.Difference difference) {
    ObjectNode json = JSON.objectNode();
    tier(json, difference.tier(), difference.atLeast());
    json.put("changesTier", difference.changesTier());
    texts(json, "reasonsGained", difference.reasonsGained());
    texts(json, "reasonsLost", difference.reasonsLost());
    lines(json.putArray("gained"), difference.gained());
    lines(json.putArray("lost"), difference.lost());
    lines(json.putArray("changed"), difference.changed());
    return json;
  }

  private static void tier(ObjectNode json, TierLevel level, TierLevel atLeast) {
    json.put("tier", level.code()).put("atLeast", atLeast == null ? null : atLeast.code());
  }

  private static void lines(ArrayNode array, List<WhatIf.Line> lines) {
    for (WhatIf.Line line : lines) {
      array
          .addObject()
          .put("id", line.id())
          .put("urgency", line.urgency().code())
          .put("summary", line.summary());
    }
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    ArrayNode array = json.putArray(name);
    texts.forEach(array::add);
  }
}
