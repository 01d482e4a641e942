package org.homeostat.engine;

import java.util.List;
import java.util.Locale;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Knowledge;

/**
 * A member of a case whose answers can be listed.
 *
 * @param part component of the case that it belongs to: a record, or a list of records
 * @param component its component there
 * @param list list of the vocabulary that its codes are from; {@code yes-no} for a truth value,
 *     {@code place} for one country of each place whose regulation is known
 */
record AnswerForm(String part, String component, String list) {

  private static final String YES_NO = "yes-no";
  private static final String PLACE = "place";

  /** Those of the parts of which a case has one. */
  static final List<AnswerForm> OF_PART =
      List.of(
          new AnswerForm("patient", "ancestry", "ancestry"),
          new AnswerForm("patient", "pregnancy", "pregnancy"),
          new AnswerForm("patient", "menopause", "menopause"),
          new AnswerForm("patient", "contraception", YES_NO),
          new AnswerForm("patient", "jurisdiction", PLACE),
          new AnswerForm("baseline", "insulinSensitivity", "insulin-sensitivity"),
          new AnswerForm("baseline", "diabetesPredisposition", "diabetes-predisposition"),
          new AnswerForm("lifestyle", "dietQuality", "diet-quality"),
          new AnswerForm("lifestyle", "smoker", YES_NO));

  /** Those of the entries of lists. */
  static final List<AnswerForm> OF_ENTRY =
      List.of(
          new AnswerForm("conditions", "status", "condition-status"),
          new AnswerForm("familyHistory", "relation", "relation"),
          new AnswerForm("protocol", "source", "product-source"),
          new AnswerForm("protocol", "indication", "indication"),
          new AnswerForm("protocol", "frequency", "frequency"),
          new AnswerForm("protocol", "timing", "timing"),
          new AnswerForm("protocol", "route", "route"),
          new AnswerForm("protocol", "prescribed", YES_NO),
          new AnswerForm("protocol", "requestedChange", "requested-change"),
          new AnswerForm("medications", "doseStable", YES_NO),
          new AnswerForm("examinations", "result", "examination-result"));

  /** The lists of a case whose entries are answers, and can be taken out. */
  static final List<String> LISTS =
      List.of(
          "conditions",
          "familyHistory",
          "protocol",
          "medications",
          "examinations",
          "symptoms",
          "goals");

  /** Every answer. */
  List<Object> answers(Knowledge knowledge) {
    return switch (list) {
      case YES_NO -> List.of(true, false);
      case PLACE ->
          knowledge.tables().jurisdictions().stream()
              .map(AgentTables.JurisdictionRow::countries)
              .filter(countries -> !countries.isEmpty())
              .map(countries -> (Object) countries.get(0))
              .toList();
      default -> List.copyOf(knowledge.codes(list));
    };
  }

  /** An answer in words: {@code source clinic}. */
  String words(Object answer) {
    String name = component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    if (answer instanceof Boolean yes) {
      return name + (yes ? " yes" : " no");
    }
    return name + " " + (list.equals(PLACE) ? answer : Wording.words(answer.toString()));
  }
}
