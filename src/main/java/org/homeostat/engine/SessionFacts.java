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
import org.homeostat.fact.Medication;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Symptom;
import org.homeostat.fact.Treatment;
import org.homeostat.fact.UsableObservation;
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
    private final CaseLedger ledger;

    Builder(PatientOnDay day) {
      this.day = day;
      this.given = day.given();
      this.knowledge = day.knowledge();
      this.ledger = new CaseLedger(day);
    }

    SessionFacts build() {
      ledger.optional("/title", "title", given.title(), false);
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
        ledger.input(e.at(), e.text(), day.positivePregnancyTest().filter(e::equals).isPresent());
      }
      for (Symptom symptom : orEmpty(given.symptoms())) {
        ledger.coded(symptom.at(), symptom.text(), "symptom", symptom.code(), symptom);
      }
      for (int i = 0; i < orEmpty(given.goals()).size(); i++) {
        ledger.input("/goals/" + i, "goal " + Wording.words(given.goals().get(i)), false);
      }
      emptyLists();
      ledger.facts().addAll(RowSelection.of(day));
      return new SessionFacts(
          List.copyOf(ledger.facts()),
          List.copyOf(ledger.inputs()),
          List.copyOf(ledger.quality()),
          limits());
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
      ledger.optional("/patient/birthDate", "born", patient.birthDate(), true);
      ledger.optional("/patient/ageYears", "age in years", patient.ageYears(), true);
      ledger.input("/patient/sex", "sex " + patient.sex(), true);
      ledger.optional("/patient/ancestry", "ancestry", patient.ancestry(), true);
      ledger.answer("/patient/pregnancy", "pregnancy", patient.pregnancy());
      day.positivePregnancyTest()
          .filter(test -> !patient.isPregnant())
          .ifPresent(
              test -> {
                ledger.fact(new Answer(test.at(), "pregnancy", "pregnant", test.text()));
                if (patient.pregnancy() != null) {
                  ledger
                      .quality()
                      .add(
                          new DataQuality(
                              "contradictory",
                              test.at(),
                              test.text()
                                  + ", beside pregnancy "
                                  + patient.pregnancy()
                                  + "; pregnant counts"));
                }
                ledger.await(test.at(), test.text(), knowledge.term("pregnancy", "pregnant"));
              });
      if (!day.isAdult()) {
        String at = patient.birthDate() == null ? "/patient/ageYears" : "/patient/birthDate";
        ledger.await(at, "age " + day.age() + " years", knowledge.term("patient", "minor"));
      }
      ledger.optional("/patient/menopause", "menopause", patient.menopause(), false);
      ledger.optional("/patient/jurisdiction", "jurisdiction", patient.jurisdiction(), false);
      List<String> agents = orEmpty(patient.hypersensitivity());
      for (int i = 0; i < agents.size(); i++) {
        hypersensitivity("/patient/hypersensitivity/" + i, agents.get(i));
      }
      ledger.optional("/patient/lastMenses", "last menses", patient.lastMenses(), false);
      ledger.optional("/patient/contraception", "contraception", patient.contraception(), false);
    }

    private void hypersensitivity(String at, String agent) {
      String text = "hypersensitivity to " + knowledge.name(agent);
      ledger.fact(new Answer(at, "hypersensitivity", agent, text));
      if (day.hasActive(agent)) {
        ledger.await(at, text, knowledge.term("patient", "hypersensitivity"));
      }
      ledger.input(at, text, true);
    }

    private void baseline() {
      if (given.baseline() != null) {
        ledger.answer(
            "/baseline/insulinSensitivity",
            "insulin-sensitivity",
            given.baseline().insulinSensitivity());
        ledger.answer(
            "/baseline/diabetesPredisposition",
            "diabetes-predisposition",
            given.baseline().diabetesPredisposition());
      }
    }

    private void observations() {
      ObservationChecks observations = new ObservationChecks(day);
      orEmpty(given.observations()).forEach(observations::add);
      ledger.facts().addAll(observations.facts());
      ledger.inputs().addAll(observations.inputs());
      ledger.quality().addAll(observations.quality());
    }

    private void condition(Condition condition) {
      Tables.Term term = knowledge.term("condition", condition.code());
      boolean past = !condition.status().equals("active");
      if (past && term.past() != null) {
        ledger.coded(
            condition.at(), condition.text(), "condition", term.past(), condition.as(term.past()));
      } else if (past && term.acute()) {
        ledger.input(condition.at(), condition.text(), false);
      } else {
        ledger.coded(condition.at(), condition.text(), "condition", condition.code(), condition);
      }
    }

    private void family() {
      if (given.familyHistory() != null) {
        ledger.fact(
            new Answer("/familyHistory", "family-history", "asked", "family history was asked"));
      }
      if (given.familyHistoryUnknown()) {
        String text = "family history cannot be known";
        ledger.fact(new Answer("/familyHistoryUnknown", "family-history", "unknown", text));
        ledger.input("/familyHistoryUnknown", text, true);
      }
      for (FamilyMember member : orEmpty(given.familyHistory())) {
        Tables.Term term = knowledge.term("condition", member.condition());
        ledger.fact(member);
        if (knowledge.excludesInFamily(member.condition())) {
          ledger.await(member.at(), member.text(), term);
        }
        ledger.input(member.at(), member.text(), term.judged());
      }
    }

    private void treatment(ProtocolEntry entry) {
      Tables.AgentRow agent = knowledge.agent(entry.agent());
      String status = entry.statusOn(day.asOf());
      String text = agent.name() + " " + status + entry.period();
      ledger.fact(new Treatment(entry.at(), entry.agent(), status, entry.start(), text));
      if (!status.equals("stopped")) {
        ledger.awaitPolicy(entry.at(), text, agent.awaits());
        if (entry.source() != null) {
          ledger.await(
              entry.at(),
              agent.name() + " from source " + Wording.words(entry.source()),
              knowledge.term("product-source", entry.source()));
        }
      }
      ledger.input(entry.at(), text + entry.details(), true);
    }

    private void medication(Medication medication, Window recent) {
      Tables.Term term = knowledge.term("medication", medication.code());
      boolean counts = medication.begunBy(day.asOf()) && term.judged();
      if (counts) {
        ledger.fact(medication);
      }
      if (medication.begunBy(day.asOf()) && recent.reaches(medication.stop())) {
        ledger.await(medication.at(), medication.text(), term);
        if (Boolean.FALSE.equals(medication.doseStable())) {
          ledger.awaitPolicy(medication.at(), medication.text(), term.awaitsUnstable());
        }
      }
      ledger.input(medication.at(), medication.text(), counts);
    }

    private void lifestyle(Lifestyle lifestyle) {
      if (lifestyle.isComplete()) {
        ledger.fact(
            new Answer("/lifestyle", "lifestyle", "asked", "activity, diet and sleep were asked"));
      }
      number("/lifestyle/activityMinutesPerWeek", "activity", lifestyle.activityMinutesPerWeek());
      number("/lifestyle/sleepHours", "sleep", lifestyle.sleepHours());
      ledger.answer("/lifestyle/dietQuality", "diet-quality", lifestyle.dietQuality());
      ledger.optional("/lifestyle/smoker", "smoker", lifestyle.smoker(), false);
      ledger.optional(
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
        ledger.fact(
            new UsableObservation(
                at, code, quantity, day.asOf(), null, true, false, true, false, false, text));
        ledger.input(at, text, true);
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
        ledger.input(at, text, at.equals("/familyHistory"));
      }
    }
  }
}
