package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeostat.knowledge.Knowledge;

/**
 * Something that a case file gives: a value that is neither object nor list, or an empty list.
 *
 * @param at JSON Pointer
 */
record Datum(String at, JsonNode value) {

  private static final Set<String> ABOUT_THE_FILE =
      Set.of("/formatVersion", "/id", "/asOf", "/expect");

  /** All data of a file, save what is about the file and not about the patient. */
  static List<Datum> of(JsonNode file) {
    List<Datum> data = new ArrayList<>();
    collect(file, "", data);
    return data;
  }

  private static void collect(JsonNode node, String at, List<Datum> data) {
    if (ABOUT_THE_FILE.contains(at)) {
      return;
    }
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), at + "/" + e.getKey(), data));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), at + "/" + i, data);
      }
    } else {
      data.add(new Datum(at, node));
    }
  }

  /** Whether an entry at that place speaks of this datum: it stands there or above. */
  boolean isCoveredBy(String place) {
    return at.equals(place) || at.startsWith(place + "/");
  }

  /** The words by which a reader recognises it, in the form of {@link #readable}. */
  String words(Knowledge knowledge) {
    return readable(
        switch (value.getNodeType()) {
          case ARRAY -> "no";
          case BOOLEAN -> answer(value.booleanValue());
          case NUMBER -> value.decimalValue().toPlainString();
          default -> text(value.textValue(), knowledge);
        });
  }

  private String member() {
    return at.substring(at.lastIndexOf('/') + 1);
  }

  private String answer(boolean yes) {
    return switch (member()) {
      case "doseStable" -> yes ? "dose stable" : "dose not stable";
      case "familyHistoryUnknown" -> yes ? "cannot be known" : "can be known";
      default -> member() + (yes ? " yes" : " no");
    };
  }

  private String text(String text, Knowledge knowledge) {
    return switch (member()) {
      case "code" -> at.startsWith("/observations/") ? knowledge.analyte(text).name() : text;
      case "agent" -> knowledge.agent(text).name();
      // a condition without a remark is active
      case "status" -> text.equals("active") ? "" : text;
      case "fastingHours" -> "stated as fasting";
      case "collectedAt", "lastIntakeAt" -> text.replaceFirst(":00(?=Z|[+-]|$)(?<=T..:..:00)", "");
      default -> at.startsWith("/patient/hypersensitivity/") ? knowledge.agent(text).name() : text;
    };
  }

  /** A text without what makes no difference to a reader. */
  static String readable(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("[in_i]", "in")
        .replace("[lb_av]", "lb")
        .replaceAll("[\\[\\]{}]", "")
        .replaceAll("(?<=[a-z0-9])[-_](?=[a-z0-9])", " ");
  }
}
