package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Answer;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Examination;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Measurement;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Symptom;
import org.homeostat.fact.Treatment;
import org.homeostat.fact.Unjudged;
import org.homeostat.fact.Window;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.quantity.Quantity;

/**
 * The facts of one case on one day: what the case says, and the table rows that can matter for it.
 * Everything the case gives stands in {@link #inputs} with its use.
 *
 * @param facts what enters the session
 * @param limits what is not judged for this patient
 */
record SessionFacts(
    List<Object> facts, List<Input> inputs, List<DataQuality> quality, List<String> limits) {

  static SessionFacts of(PatientCase patientCase, LocalDate asOf, Knowledge knowledge) {
    return new Builder(PatientOnDay.of(patientCase, asOf, knowledge)).build();
  }

  /** Goes through the members of a case in the order of the contract. */
  private static final class Builder {
    private final PatientOnDay day;
    private final PatientCase given;
    private final Knowledge knowledge;
    private final List<Object> facts = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<DataQuality> quality = new ArrayList<>();

    Builder(PatientOnDay day) {
      this.day = day;
      this.given = day.given();
      this.knowledge = day.knowledge();
    }

    SessionFacts build() {
      optional("/title", "title", given.title(), false);
      patient(given.patient());
      baseline();
      observations();
      orEmpty(given.conditions()).forEach(this::condition);
      family();
      orEmpty(given.protocol()).forEach(this::treatment);
      Window recent = day.window("recent-medication");
      orEmpty(given.medications()).forEach(medication -> medication(medication, recent));
      if (given.lifestyle() != null) {
        lifestyle(given.lifestyle());
      }
      for (Examination e : orEmpty(given.examinations())) {
        input(e.at(), e.text(), day.positivePregnancyTest().filter(e::equals).isPresent());
      }
      for (Symptom symptom : orEmpty(given.symptoms())) {
        coded(symptom.at(), symptom.text(), "symptom", symptom.code(), symptom);
      }
      for (int i = 0; i < orEmpty(given.goals()).size(); i++) {
        input("/goals/" + i, "goal " + Wording.words(given.goals().get(i)), false);
      }
      emptyLists();
      facts.addAll(CaseRows.of(day));
      return new SessionFacts(
          List.copyOf(facts), List.copyOf(inputs), List.copyOf(quality), limits());
    }

    private List<String> limits() {
      List<String> limits = new ArrayList<>();
      if (!day.isAdult()) {
        limits.add(
            "Under 18 the adult ranges of body mass index, waist and blood pressure are not judged.");
      }
      if (day.isPregnant()) {
        limits.add(
            "In pregnancy the adult ranges of glucose, HbA1c, body mass index, waist and blood"
                + " pressure are not judged; glucose in pregnancy needs its own assessment.");
      }
      return limits;
    }

    private void patient(Patient patient) {
      optional("/patient/birthDate", "born", patient.birthDate(), true);
      optional("/patient/ageYears", "age in years", patient.ageYears(), true);
      input("/patient/sex", "sex " + patient.sex(), true);
      optional("/patient/ancestry", "ancestry", patient.ancestry(), true);
      answer("/patient/pregnancy", "pregnancy", patient.pregnancy());
      day.positivePregnancyTest()
          .filter(test -> !patient.isPregnant())
          .ifPresent(
              test -> {
                facts.add(new Answer(test.at(), "pregnancy", "pregnant", test.text()));
                if (patient.pregnancy() != null) {
                  quality.add(
                      new DataQuality(
                          "contradictory",
                          test.at(),
                          test.text()
                              + ", beside pregnancy "
                              + patient.pregnancy()
                              + "; pregnant counts"));
                }
                await(test.at(), test.text(), knowledge.term("pregnancy", "pregnant"));
              });
      if (!day.isAdult()) {
        String at = patient.birthDate() == null ? "/patient/ageYears" : "/patient/birthDate";
        await(at, "age " + day.age() + " years", knowledge.term("patient", "minor"));
      }
      optional("/patient/menopause", "menopause", patient.menopause(), false);
      optional("/patient/jurisdiction", "jurisdiction", patient.jurisdiction(), false);
      List<String> agents = orEmpty(patient.hypersensitivity());
      for (int i = 0; i < agents.size(); i++) {
        hypersensitivity("/patient/hypersensitivity/" + i, agents.get(i));
      }
      optional("/patient/lastMenses", "last menses", patient.lastMenses(), false);
      optional("/patient/contraception", "contraception", patient.contraception(), false);
    }

    private void hypersensitivity(String at, String agent) {
      String text = "hypersensitivity to " + knowledge.name(agent);
      facts.add(new Answer(at, "hypersensitivity", agent, text));
      if (day.hasActive(agent)) {
        await(at, text, knowledge.term("patient", "hypersensitivity"));
      }
      input(at, text, true);
    }

    private void baseline() {
      if (given.baseline() != null) {
        answer(
            "/baseline/insulinSensitivity",
            "insulin-sensitivity",
            given.baseline().insulinSensitivity());
        answer(
            "/baseline/diabetesPredisposition",
            "diabetes-predisposition",
            given.baseline().diabetesPredisposition());
      }
    }

    private void observations() {
      ObservationChecks observations = new ObservationChecks(day);
      orEmpty(given.observations()).forEach(observations::add);
      facts.addAll(observations.facts());
      inputs.addAll(observations.inputs());
      quality.addAll(observations.quality());
    }

    private void condition(Condition condition) {
      Tables.Term term = knowledge.term("condition", condition.code());
      boolean past = !condition.status().equals("active");
      if (past && term.past() != null) {
        coded(
            condition.at(), condition.text(), "condition", term.past(), condition.as(term.past()));
      } else if (past && term.acute()) {
        input(condition.at(), condition.text(), false);
      } else {
        coded(condition.at(), condition.text(), "condition", condition.code(), condition);
      }
    }

    private void family() {
      if (given.familyHistory() != null) {
        facts.add(
            new Answer("/familyHistory", "family-history", "asked", "family history was asked"));
      }
      if (given.familyHistoryUnknown()) {
        String text = "family history cannot be known";
        facts.add(new Answer("/familyHistoryUnknown", "family-history", "unknown", text));
        input("/familyHistoryUnknown", text, true);
      }
      for (FamilyMember member : orEmpty(given.familyHistory())) {
        Tables.Term term = knowledge.term("condition", member.condition());
        facts.add(member);
        if (knowledge.excludesInFamily(member.condition())) {
          await(member.at(), member.text(), term);
        }
        input(member.at(), member.text(), term.judged());
      }
    }

    private void treatment(ProtocolEntry entry) {
      Tables.AgentRow agent = knowledge.agent(entry.agent());
      String status = entry.statusOn(day.asOf());
      String text = agent.name() + " " + status + entry.period();
      facts.add(new Treatment(entry.at(), entry.agent(), status, entry.start(), text));
      if (!status.equals("stopped")) {
        awaitPolicy(entry.at(), text, agent.awaits());
        if (entry.source() != null) {
          await(
              entry.at(),
              agent.name() + " from source " + Wording.words(entry.source()),
              knowledge.term("product-source", entry.source()));
        }
      }
      input(entry.at(), text + entry.details(), true);
    }

    private void medication(Medication medication, Window recent) {
      Tables.Term term = knowledge.term("medication", medication.code());
      boolean counts = medication.begunBy(day.asOf()) && term.judged();
      if (counts) {
        facts.add(medication);
      }
      if (medication.begunBy(day.asOf()) && recent.reaches(medication.stop())) {
        await(medication.at(), medication.text(), term);
        if (Boolean.FALSE.equals(medication.doseStable())) {
          awaitPolicy(medication.at(), medication.text(), term.awaitsUnstable());
        }
      }
      input(medication.at(), medication.text(), counts);
    }

    private void lifestyle(Lifestyle lifestyle) {
      if (lifestyle.isComplete()) {
        facts.add(
            new Answer("/lifestyle", "lifestyle", "asked", "activity, diet and sleep were asked"));
      }
      number("/lifestyle/activityMinutesPerWeek", "activity", lifestyle.activityMinutesPerWeek());
      number("/lifestyle/sleepHours", "sleep", lifestyle.sleepHours());
      answer("/lifestyle/dietQuality", "diet-quality", lifestyle.dietQuality());
      optional("/lifestyle/smoker", "smoker", lifestyle.smoker(), false);
      optional(
          "/lifestyle/alcoholUnitsPerWeek",
          "alcohol units a week",
          lifestyle.alcoholUnitsPerWeek(),
          false);
    }

    private void number(String at, String code, BigDecimal value) {
      if (value != null) {
        Tables.AnalyteRow analyte = knowledge.analyte(code);
        Quantity quantity = new Quantity(value, analyte.units().get(0).uom());
        String text = analyte.name() + " " + quantity.text();
        facts.add(
            new Measurement(at, code, quantity, day.asOf(), null, true, false, true, false, text));
        input(at, text, true);
      }
    }

    private void emptyLists() {
      empty("/patient/hypersensitivity", "no hypersensitivity", given.patient().hypersensitivity());
      empty("/observations", "no observations", given.observations());
      empty("/conditions", "no conditions", given.conditions());
      empty(
          "/familyHistory", "no diabetes or other condition in the family", given.familyHistory());
      empty("/protocol", "no agent in the protocol", given.protocol());
      empty("/medications", "no other medication", given.medications());
      empty("/examinations", "no examinations", given.examinations());
      empty("/symptoms", "no symptoms", given.symptoms());
      empty("/goals", "no goals", given.goals());
    }

    private void empty(String at, String text, List<?> list) {
      if (list != null && list.isEmpty()) {
        input(at, text, at.equals("/familyHistory"));
      }
    }

    private void optional(String at, String name, Object value, boolean judged) {
      if (value != null) {
        String words =
            value instanceof Boolean yes
                ? yes ? "yes" : "no"
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        input(at, name + " " + words, judged);
      }
    }

    private void answer(String at, String list, String value) {
      if (value != null) {
        String text = Wording.words(list) + ": " + Wording.words(value);
        coded(at, text, list, value, new Answer(at, list, value, text));
      }
    }

    /** Inserts what a rule reads, notes what awaits a policy, and lists the input either way. */
    private void coded(String at, String text, String list, String code, Object fact) {
      Tables.Term term = knowledge.term(list, code);
      if (term.judged()) {
        facts.add(fact);
      }
      await(at, text, term);
      input(at, text, term.judged());
    }

    private void await(String at, String text, Tables.Term term) {
      if (term.with() == null || day.hasActive(term.with())) {
        awaitPolicy(at, text, term.awaits());
      }
    }

    private void awaitPolicy(String at, String text, String policy) {
      if (policy != null) {
        facts.add(new Unjudged(at, policy, text));
      }
    }

    private void input(String at, String text, boolean judged) {
      inputs.add(new Input(at, Wording.sentence(text), judged ? "judged" : "shown", null));
    }
  }
}
