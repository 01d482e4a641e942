package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;

/**
 * Other answers for each that a case gives: every other code of the list, yes for no, and for an
 * entry of a list that it is not there.
 */
final class AnswerProbes {

  private final PatientCase given;
  private final Knowledge knowledge;
  private final Map<String, String> texts;
  private final List<Probe<WhatIf.Alternative>> probes = new ArrayList<>();

  /**
   * Looks at the answers of a case.
   *
   * @param texts what the case says, by JSON Pointer
   */
  AnswerProbes(PatientCase given, Knowledge knowledge, Map<String, String> texts) {
    this.given = given;
    this.knowledge = knowledge;
    this.texts = texts;
  }

  /** One probe for each other answer. */
  List<Probe<WhatIf.Alternative>> all() {
    for (AnswerForm form : AnswerForm.OF_PART) {
      if (CaseEdit.value(given, form.part()) instanceof Record part) {
        answers(
            form,
            part,
            "/" + form.part() + "/" + form.component(),
            other -> CaseEdit.with(given, form.part(), other));
      }
    }
    if (given.familyHistoryUnknown() != null) {
      answer(
          "/familyHistoryUnknown",
          given.familyHistoryUnknown() ? "it can be known" : "it cannot be known",
          () -> CaseEdit.with(given, "familyHistoryUnknown", !given.familyHistoryUnknown()));
    }
    for (String list : AnswerForm.LISTS) {
      List<?> entries = orEmpty((List<?>) CaseEdit.value(given, list));
      for (int i = 0; i < entries.size(); i++) {
        entry(list, entries.get(i), "/" + list + "/" + i);
      }
    }
    List<String> hypersensitivity = orEmpty(given.patient().hypersensitivity());
    for (int i = 0; i < hypersensitivity.size(); i++) {
      List<String> others = new ArrayList<>(hypersensitivity);
      others.remove(i);
      absence(
          "/patient/hypersensitivity/" + i,
          () ->
              CaseEdit.with(
                  given, "patient", CaseEdit.with(given.patient(), "hypersensitivity", others)));
    }
    return List.copyOf(probes);
  }

  private void entry(String list, Object entry, String at) {
    absence(at, () -> CaseEdit.replace(given, list, entry, null));
    if (entry instanceof Record part) {
      AnswerForm.OF_ENTRY.stream()
          .filter(form -> form.part().equals(list))
          .forEach(
              form ->
                  answers(form, part, at, other -> CaseEdit.replace(given, list, entry, other)));
    }
  }

  /** How the case is made of a changed part. */
  private interface Whole {
    PatientCase with(Record part);
  }

  private void answers(AnswerForm form, Record part, String at, Whole whole) {
    Object present = CaseEdit.value(part, form.component());
    if (present != null) {
      form.answers(knowledge).stream()
          .filter(other -> !other.equals(present))
          .forEach(
              other ->
                  answer(
                      at,
                      form.words(other),
                      () -> whole.with(CaseEdit.with(part, form.component(), other))));
    }
  }

  private void answer(String at, String change, Supplier<PatientCase> variant) {
    probe("answer", at, change, variant);
  }

  private void absence(String at, Supplier<PatientCase> variant) {
    probe("absence", at, "not there", variant);
  }

  private void probe(String kind, String at, String change, Supplier<PatientCase> variant) {
    String datum = texts.getOrDefault(at, Wording.words(at.substring(1).replace('/', ' ')));
    probes.add(
        new Probe<>(
            at,
            asker -> {
              WhatIf.Difference difference = asker.difference(variant.get());
              return difference.isAny()
                  ? List.of(new WhatIf.Alternative(kind, at, datum, change, null, null, difference))
                  : List.of();
            }));
  }
}
