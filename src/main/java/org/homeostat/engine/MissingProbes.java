package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.homeostat.advice.Tier;
import org.homeostat.advice.WhatIf;
import org.homeostat.advice.WhatIf.Difference;
import org.homeostat.fact.Condition;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Medication;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Symptom;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;

/**
 * Possible answers to what a case leaves open: core data that is missing, stale or not reliable,
 * and questions that were not asked.
 */
final class MissingProbes {

  private static final String FAMILY_HISTORY = "family-history";
  private static final String LIFESTYLE = "lifestyle";

  /** Where an answer stands that the case does not have. */
  private static final String NEW = "/new";

  private final PatientCase given;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final SessionFacts facts;
  private final List<Probe<WhatIf.Question>> probes = new ArrayList<>();

  MissingProbes(PatientOnDay day, SessionFacts facts) {
    this.given = day.given();
    this.day = day.asOf();
    this.knowledge = day.knowledge();
    this.facts = facts;
  }

  /** One probe a question: first what the tier misses, then what was not asked. */
  List<Probe<WhatIf.Question>> all(List<Tier.Missing> missing) {
    missing.forEach(this::core);
    unasked("conditions", "other diagnoses", "condition", code -> condition(code));
    unasked("medications", "other medication", "medication", code -> medication(code));
    unasked("symptoms", "symptoms", "symptom", code -> symptom(code));
    for (AnswerForm form : AnswerForm.OF_PART) {
      if (CaseEdit.value(given, form.part()) instanceof Record part) {
        open(form, part, other -> CaseEdit.with(given, form.part(), other), "");
      }
    }
    for (ProtocolEntry entry : orEmpty(given.protocol())) {
      AnswerForm.OF_ENTRY.stream()
          .filter(form -> form.part().equals("protocol"))
          .forEach(
              form ->
                  open(
                      form,
                      entry,
                      other -> CaseEdit.replace(given, "protocol", entry, other),
                      " of " + knowledge.name(entry.agent())));
    }
    return List.copyOf(probes);
  }

  private void ask(Function<Asker, List<WhatIf.Question>> question) {
    probes.add(new Probe<>("", question));
  }

  private void core(Tier.Missing missing) {
    Tables.AnalyteRow analyte = knowledge.analyte(missing.code());
    switch (missing.code()) {
      case FAMILY_HISTORY -> question(missing, "family history", familyHistory());
      case LIFESTYLE -> question(missing, "activity, diet and sleep", lifestyle());
      default -> {
        MissingValue value = new MissingValue(given, day, analyte, facts);
        ask(
            asker ->
                List.of(
                    new WhatIf.Question(
                        missing.code(), analyte.name(), missing.why(), value.ask(asker))));
      }
    }
  }

  private void question(Tier.Missing missing, String name, Map<String, PatientCase> possibilities) {
    ask(
        asker ->
            List.of(
                new WhatIf.Question(
                    missing.code(), name, missing.why(), grouped(asker, possibilities, true))));
  }

  private Map<String, PatientCase> familyHistory() {
    Map<String, PatientCase> possible = new LinkedHashMap<>();
    PatientCase asked = CaseEdit.with(given, "familyHistory", orEmpty(given.familyHistory()));
    possible.put("asked, and nothing in the family", asked);
    possible.put("it cannot be known", CaseEdit.with(given, "familyHistoryUnknown", true));
    for (String code : knowledge.codes("condition")) {
      if (knowledge.term("condition", code).family()) {
        for (String relation : List.of("mother", "grandparent")) {
          FamilyMember member = new FamilyMember(NEW, code, relation, null);
          possible.put(member.text(), CaseEdit.add(asked, "familyHistory", member));
        }
      }
    }
    return possible;
  }

  private Map<String, PatientCase> lifestyle() {
    Lifestyle told =
        given.lifestyle() == null ? new Lifestyle(null, null, null, null, null) : given.lifestyle();
    Lifestyle kind = told;
    Map<String, List<Object>> open = new LinkedHashMap<>();
    for (Tables.AnalyteRow row : knowledge.tables().analytes()) {
      if (row.member() != null && isOpen(told, row.member())) {
        List<Object> numbers = List.copyOf(MissingValue.sides(row, facts));
        if (numbers.isEmpty()) {
          continue;
        }
        open.put(row.member(), numbers);
        kind = CaseEdit.with(kind, row.member(), numbers.get(numbers.size() - 1));
      }
    }
    if (told.dietQuality() == null) {
      List<Object> codes = List.copyOf(knowledge.codes("diet-quality"));
      open.put("dietQuality", codes);
      kind = CaseEdit.with(kind, "dietQuality", codes.get(0));
    }
    Lifestyle rest = kind;
    String others = open.size() > 1 ? ", the rest as good as it can be" : "";
    Map<String, PatientCase> possible = new LinkedHashMap<>();
    open.forEach(
        (member, answers) ->
            answers.forEach(
                answer ->
                    possible.put(
                        words(member) + " " + answer + others,
                        CaseEdit.with(given, "lifestyle", CaseEdit.with(rest, member, answer)))));
    return possible;
  }

  private boolean isOpen(Lifestyle told, String member) {
    return List.of("activityMinutesPerWeek", "sleepHours").contains(member)
        && CaseEdit.value(told, member) == null;
  }

  private static String words(String member) {
    return Wording.words(member.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
  }

  private Object condition(String code) {
    return new Condition(NEW, code, "active", null, null);
  }

  private Object medication(String code) {
    return new Medication(NEW, code, null, null, null);
  }

  private Object symptom(String code) {
    return new Symptom(NEW, code);
  }

  /** A list that was not asked: every entry that changes something. */
  private void unasked(
      String list, String name, String vocabulary, Function<String, Object> entry) {
    if (CaseEdit.value(given, list) == null) {
      Map<String, PatientCase> possible = new LinkedHashMap<>();
      for (String code : knowledge.codes(vocabulary)) {
        if (knowledge.term(vocabulary, code).judged()) {
          possible.put(Wording.words(code), CaseEdit.add(given, list, entry.apply(code)));
        }
      }
      probe(list, name, possible);
    }
  }

  private void open(AnswerForm form, Record part, Function<Record, PatientCase> whole, String of) {
    if (CaseEdit.value(part, form.component()) == null && isFor(form)) {
      Map<String, PatientCase> possible = new LinkedHashMap<>();
      for (Object answer : form.answers(knowledge)) {
        possible.put(
            form.words(answer), whole.apply(CaseEdit.with(part, form.component(), answer)));
      }
      probe(form.component(), words(form.component()) + of, possible);
    }
  }

  /** Pregnancy and menopause are no question to a man. */
  private boolean isFor(AnswerForm form) {
    return given.patient().sex().equals("female")
        || !List.of("pregnancy", "menopause").contains(form.component());
  }

  private void probe(String code, String name, Map<String, PatientCase> possible) {
    ask(
        asker -> {
          List<WhatIf.Possible> answers = grouped(asker, possible, false);
          return answers.isEmpty()
              ? List.of()
              : List.of(new WhatIf.Question(code, name, "it was not asked", answers));
        });
  }

  /**
   * Answers that decide the same stand together.
   *
   * @param all whether those that change nothing are told too
   */
  private static List<WhatIf.Possible> grouped(
      Asker asker, Map<String, PatientCase> possible, boolean all) {
    Map<Difference, List<String>> answers = new LinkedHashMap<>();
    possible.forEach(
        (answer, other) ->
            answers
                .computeIfAbsent(asker.difference(other), difference -> new ArrayList<>())
                .add(answer));
    List<WhatIf.Possible> grouped = new ArrayList<>();
    answers.forEach(
        (difference, texts) -> {
          if (all || difference.isAny()) {
            grouped.add(new WhatIf.Possible(String.join(", ", texts), difference));
          }
        });
    return grouped;
  }
}
