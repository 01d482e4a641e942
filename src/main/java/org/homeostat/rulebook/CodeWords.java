package org.homeostat.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;

/**
 * How the codes that rules name read: as the tables call them, else as their phrase, else alike.
 */
final class CodeWords {

  private final Knowledge knowledge;
  private final Map<String, String> policies = new LinkedHashMap<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();

  CodeWords(Knowledge knowledge) {
    this.knowledge = knowledge;
    for (Tables.PolicyRow row : knowledge.tables().policies()) {
      policies.put(row.id(), row.id() + " (" + row.meaning() + ")");
    }
    for (AgentTables.OptionRow row : knowledge.tables().options()) {
      options.put(row.code(), "\"" + row.name() + "\"");
    }
    for (AgentTables.JurisdictionRow row : knowledge.tables().jurisdictions()) {
      places.put(row.place(), row.name());
    }
  }

  /** The words of a code that a member of a fact has. */
  String of(String type, String member, String code) {
    return switch (type + "." + member) {
      case "TierReason.policy" -> policies.getOrDefault(code, code);
      case "Option.code", "OptionPoint.option" -> options.getOrDefault(code, words(code));
      case "Answer.value", "Regulation.place" -> places.getOrDefault(code, words(code));
      case "Contraindication.guidance" -> code;
      default ->
          Phrases.first(type + "." + member + ".code." + code, member + ".code." + code)
              .orElseGet(() -> words(code));
    };
  }

  /** The words of a code, whatever it stands for. */
  String words(String code) {
    String name = knowledge.name(code);
    return Phrases.find("code." + code)
        .orElseGet(() -> name.equals(code) ? Wording.words(code) : name);
  }
}
