package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Answer;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Examination;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Goal;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Medication;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Symptom;
import org.homeostat.fact.TableRow;
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

  /** The facts of one type, in the order in which they were made. */
  <T> Stream<T> all(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }

  static SessionFacts of(PatientCase patientCase, LocalDate asOf, Knowledge knowledge) {
    return of(PatientOnDay.of(patientCase, asOf, knowledge), RowSelection::of);
  }

  /**
   * As {@link #of(PatientCase, LocalDate, Knowledge)}.
   *
   * @param rows gives the rows of {@link RowSelection}
   */
  static SessionFacts of(PatientOnDay day, Function<PatientOnDay, List<TableRow>> rows) {
    return new Builder(day).build(rows);
  }

  /** Goes through the members of a case in the order of the contract. */
  private static final class Builder {
    private static final String FOLLOW_UP = "after-stopping-plan";

    private final PatientOnDay day;
    private final PatientCase given;
    private final Knowledge knowledge;
    private final CaseLedger ledger;

    Builder(PatientOnDay day) {
      this.day = day;
      this.given = day.given();
      this.knowledge = day.knowledge();
      this.ledger = new CaseLedger(day.knowledge());
    }

    SessionFacts build(Function<PatientOnDay, List<TableRow>> rows) {
      ledger.optional("/title", "title", given.title(), false);
      new PatientFacts(day, ledger).add(given.patient());
      baseline();
      observations();
      orEmpty(given.conditions()).forEach(this::condition);
      family();
      ProtocolFacts protocol = new ProtocolFacts(day, ledger);
      orEmpty(given.protocol()).forEach(protocol::add);
      orEmpty(given.medications()).forEach(this::medication);
      if (given.lifestyle() != null) {
        lifestyle(given.lifestyle());
      }
      for (Examination e : orEmpty(given.examinations())) {
        examination(e);
      }
      for (Symptom symptom : orEmpty(given.symptoms())) {
        ledger.coded(symptom.at(), symptom.text(), "symptom", symptom.code(), symptom);
      }
      for (int i = 0; i < orEmpty(given.goals()).size(); i++) {
        String text = "goal " + Wording.words(given.goals().get(i));
        ledger.fact(new Goal("/goals/" + i, given.goals().get(i), text));
        ledger.input("/goals/" + i, text, true);
      }
      Courses.of(day).forEach(ledger::fact);
      emptyLists();
      Interference.today(day).forEach(ledger::fact);
      ledger.facts().addAll(rows.apply(day));
      return new SessionFacts(
          List.copyOf(ledger.facts()),
          List.copyOf(ledger.inputs()),
          List.copyOf(ledger.quality()),
          limits());
    }

    private List<String> limits() {
      List<String> limits = new ArrayList<>();
      if (day.active().stream().noneMatch(entry -> knowledge.agent(entry.agent()).is("gh-axis"))) {
        limits.add(
            "No growth hormone axis agent is planned or current: metabolic risk is judged as if one"
                + " were planned, and nothing advises to begin one.");
      }
      String notAsked =
          Stream.of(
                  given.conditions() == null ? "conditions" : null,
                  given.medications() == null ? "other medication" : null,
                  given.symptoms() == null ? "symptoms" : null)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      if (!notAsked.isEmpty()) {
        limits.add(
            "Not asked in this case: "
                + notAsked
                + ". Exclusions, cautions and reasons that need them could not be found.");
      }
      Window followed = day.window(FOLLOW_UP);
      Courses.of(day).stream()
          .filter(course -> course.main() && course.stop() != null)
          .filter(course -> followed.isAfter(course.stop()))
          .forEach(
              course ->
                  limits.add(
                      Wording.sentence(course.text())
                          + ": what was due after it is no longer followed."));
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
      ObservationChecks observations = new ObservationChecks(day, ledger);
      orEmpty(given.observations()).forEach(observations::add);
      observations.finish();
    }

    private void condition(Condition condition) {
      if (condition.beganAfter(day.asOf())) {
        ledger.quality(
            "future-date",
            condition.at(),
            Wording.sentence(condition.text())
                + ": its onset lies after the day of the advice; it is judged all the same");
      }
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
      if (Boolean.TRUE.equals(given.familyHistoryUnknown())) {
        String text = "family history cannot be known";
        ledger.fact(new Answer("/familyHistoryUnknown", "family-history", "unknown", text));
        ledger.input("/familyHistoryUnknown", text, true);
      } else if (given.familyHistoryUnknown() != null) {
        ledger.input("/familyHistoryUnknown", "family history can be known", false);
      }
      for (FamilyMember member : orEmpty(given.familyHistory())) {
        Tables.Term term = knowledge.term("condition", member.condition());
        ledger.fact(member);
        ledger.input(member.at(), member.text(), term.family());
      }
    }

    private void medication(Medication medication) {
      Tables.Term term = knowledge.term("medication", medication.code());
      boolean counts = medication.begunBy(day.asOf()) && term.judged();
      if (counts) {
        ledger.fact(medication);
      }
      ledger.input(medication.at(), medication.text(), counts);
    }

    private void examination(Examination examination) {
      if (examination.earliestDay().isAfter(day.asOf())) {
        ledger.setAside(
            "future-date",
            examination.at(),
            examination.text(),
            "it lies after the day of the advice");
      } else {
        ledger.coded(
            examination.at(), examination.text(), "examination", examination.code(), examination);
      }
    }

    private void lifestyle(Lifestyle lifestyle) {
      if (lifestyle.isComplete()) {
        ledger.fact(
            new Answer("/lifestyle", "lifestyle", "asked", "activity, diet and sleep were asked"));
      }
      number("/lifestyle/activityMinutesPerWeek", "activity", lifestyle.activityMinutesPerWeek());
      number("/lifestyle/sleepHours", "sleep", lifestyle.sleepHours());
      ledger.answer("/lifestyle/dietQuality", "diet-quality", lifestyle.dietQuality());
      if (Boolean.TRUE.equals(lifestyle.smoker())) {
        ledger.fact(new Answer("/lifestyle/smoker", "smoker", "yes", "smoker"));
      }
      ledger.optional("/lifestyle/smoker", "smoker", lifestyle.smoker(), true);
      number("/lifestyle/alcoholUnitsPerWeek", "alcohol", lifestyle.alcoholUnitsPerWeek());
    }

    private void number(String at, String code, BigDecimal value) {
      if (value != null) {
        Tables.AnalyteRow analyte = knowledge.analyte(code);
        Quantity quantity = new Quantity(value, analyte.units().get(0).uom());
        String text = analyte.name() + " " + quantity.text();
        ledger.fact(UsableObservation.answered(at, code, quantity, day.asOf(), text));
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
