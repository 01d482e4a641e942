package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.homeostat.advice.Change;
import org.homeostat.advice.Changes;

/** What changed since an earlier advisory, as the member {@code since} of the present one. */
final class ChangesJson {

  private ChangesJson() {}

  /** The day of the earlier advisory, null for none, and a list for each way to change. */
  static ObjectNode of(Changes changes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", changes.hasEarlier() ? changes.since().toString() : null);
    for (Change.Kind kind : Change.Kind.values()) {
      ArrayNode list = json.putArray(kind.code());
      changes.of(kind).forEach(change -> write(change, list.addObject()));
    }
    return json;
  }

  private static void write(Change change, ObjectNode json) {
    json.put("about", change.about().code()).put("id", change.id());
    if (change.aspect() != null) {
      json.put("aspect", change.aspect()).put("from", change.before()).put("to", change.now());
    }
    json.put("text", change.text());
    ArrayNode causes = json.putArray("causes");
    change
        .causes()
        .forEach(
            cause -> causes.addObject().put("kind", cause.kind().code()).put("text", cause.text()));
  }
}
