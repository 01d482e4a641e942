package org.homeostat.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Agent;
import org.homeostat.fact.Answer;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Contraindication;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Cutoff;
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
import org.homeostat.knowledge.Tables.InterferenceRow;
import org.homeostat.quantity.Quantity;

/**
 * The facts of one case on one day: what the case says, and the table rows that can matter for it.
 * Everything the case gives stands in {@link #inputs} with its use.
 *
 * @param facts what enters the session
 */
record CaseFacts(List<Object> facts, List<Input> inputs, List<DataQuality> quality) {

  static CaseFacts of(PatientCase patientCase, LocalDate asOf, Knowledge knowledge) {
    return new Builder(patientCase, asOf, knowledge).build();
  }

  /** Unjudged facts among the facts, as sentences. */
  List<Unjudged> unjudged() {
    return facts.stream().filter(Unjudged.class::isInstance).map(Unjudged.class::cast).toList();
  }

  private static final class Builder {
    private static final int ADULT_YEARS = 18;
    private static final int PREGNANCY_WEEKS = 40;

    private final PatientCase given;
    private final Patient patient;
    private final LocalDate asOf;
    private final Knowledge knowledge;
    private final int age;
    private final boolean pregnant;
    private final List<ProtocolEntry> active;
    private final List<Object> facts = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<DataQuality> quality = new ArrayList<>();

    Builder(PatientCase given, LocalDate asOf, Knowledge knowledge) {
      this.given = given;
      this.patient = given.patient();
      this.asOf = asOf;
      this.knowledge = knowledge;
      this.age = patient.ageOn(asOf);
      if (age < 0) {
        throw new IllegalArgumentException(
            "/patient/birthDate: " + patient.birthDate() + " lies after " + asOf);
      }
      this.pregnant = patient.isPregnant() || hasRecentPositivePregnancyTest();
      for (ProtocolEntry entry : list(given.protocol())) {
        if (knowledge.agent(entry.agent()) == null) {
          throw new IllegalArgumentException(
              entry.at() + ": '" + entry.agent() + "' is no agent code");
        }
      }
      this.active =
          list(given.protocol()).stream()
              .filter(entry -> !entry.statusOn(asOf).equals("stopped"))
              .toList();
    }

    CaseFacts build() {
      patient();
      baseline();
      observations();
      conditions();
      family();
      protocol();
      medications();
      lifestyle();
      for (Examination e : list(given.examinations())) {
        boolean counts = e.code().equals("pregnancy-test") && "positive".equals(e.result());
        shown(
            e.at(),
            Wording.words(e.code())
                + " on "
                + e.date()
                + (e.result() == null ? "" : ", " + e.result()),
            counts);
      }
      for (Symptom symptom : list(given.symptoms())) {
        coded(symptom.at(), symptom.text(), "symptom", symptom.code(), symptom);
      }
      for (int i = 0; i < list(given.goals()).size(); i++) {
        shown("/goals/" + i, "goal " + Wording.words(given.goals().get(i)), false);
      }
      emptyLists();
      rows();
      return new CaseFacts(List.copyOf(facts), List.copyOf(inputs), List.copyOf(quality));
    }

    private void patient() {
      if (patient.birthDate() != null) {
        shown("/patient/birthDate", "born " + patient.birthDate(), true);
      }
      if (patient.ageYears() != null) {
        shown("/patient/ageYears", "age " + patient.ageYears() + " years", true);
      }
      shown("/patient/sex", "sex " + patient.sex(), true);
      if (patient.ancestry() != null) {
        shown("/patient/ancestry", "ancestry " + Wording.words(patient.ancestry()), true);
      }
      answer("/patient/pregnancy", "pregnancy", patient.pregnancy());
      if (pregnant && !patient.isPregnant()) {
        answerFact("/examinations", "pregnancy", "pregnant", "positive pregnancy test");
        await("/examinations", "positive pregnancy test", knowledge.term("pregnancy", "pregnant"));
      }
      if (age < ADULT_YEARS) {
        String at = patient.birthDate() == null ? "/patient/ageYears" : "/patient/birthDate";
        awaitPolicy(at, "age " + age + " years", "STOP-4");
      }
      answer("/patient/menopause", "menopause", patient.menopause());
      if (patient.jurisdiction() != null) {
        shown("/patient/jurisdiction", "jurisdiction " + patient.jurisdiction(), false);
      }
      List<String> allergies = list(patient.hypersensitivity());
      for (int i = 0; i < allergies.size(); i++) {
        String at = "/patient/hypersensitivity/" + i;
        String agent = allergies.get(i);
        String text = "hypersensitivity to " + agent;
        answerFact(at, "hypersensitivity", agent, text);
        if (active.stream().anyMatch(entry -> entry.agent().equals(agent))) {
          awaitPolicy(at, text, "STOP-8");
        }
        shown(at, text, true);
      }
      if (patient.lastMenses() != null) {
        shown("/patient/lastMenses", "last menses " + patient.lastMenses(), false);
      }
      if (patient.contraception() != null) {
        shown("/patient/contraception", "contraception " + yes(patient.contraception()), false);
      }
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
      Observations observations =
          new Observations(
              knowledge,
              asOf,
              patient.birthDate(),
              TimeOnTreatment.of(list(given.protocol()), asOf, knowledge),
              this::interferes);
      list(given.observations()).forEach(observations::add);
      facts.addAll(observations.facts());
      inputs.addAll(observations.inputs());
      quality.addAll(observations.quality());
    }

    private boolean interferes(InterferenceRow row) {
      return switch (row.kind()) {
        case "condition" ->
            list(given.conditions()).stream()
                .anyMatch(c -> c.code().equals(row.code()) && stillCounts(c));
        case "medication" ->
            list(given.medications()).stream()
                .anyMatch(
                    m ->
                        m.code().equals(row.code())
                            && m.begunBy(asOf)
                            && (m.stop() == null || !m.stop().isBefore(asOf)));
        default -> pregnant;
      };
    }

    private void conditions() {
      for (Condition condition : list(given.conditions())) {
        Tables.Term term = knowledge.term("condition", condition.code());
        boolean past = !condition.status().equals("active");
        if (past && term.past() != null) {
          Condition asPast = condition.as(term.past());
          coded(condition.at(), condition.text(), "condition", term.past(), asPast);
        } else if (past && term.acute()) {
          shown(condition.at(), condition.text(), false);
        } else {
          coded(condition.at(), condition.text(), "condition", condition.code(), condition);
        }
      }
    }

    private boolean stillCounts(Condition condition) {
      return condition.status().equals("active")
          || !knowledge.term("condition", condition.code()).acute();
    }

    private void family() {
      if (given.familyHistory() != null) {
        answerFact("/familyHistory", "family-history", "asked", "family history was asked");
      }
      if (given.familyHistoryUnknown()) {
        answerFact(
            "/familyHistoryUnknown", "family-history", "unknown", "family history cannot be known");
        shown("/familyHistoryUnknown", "family history cannot be known", true);
      }
      for (FamilyMember member : list(given.familyHistory())) {
        Tables.Term term = knowledge.term("condition", member.condition());
        facts.add(member);
        await(member.at(), member.text(), familyTerm(term));
        shown(member.at(), member.text(), term.judged());
      }
    }

    /** Of all conditions only those that exclude an incretin in relatives too await a policy. */
    private Tables.Term familyTerm(Tables.Term term) {
      boolean inFamily =
          knowledge.tables().contraindications().stream()
              .anyMatch(
                  row -> row.subject().equals("family") && row.condition().equals(term.code()));
      return inFamily
          ? term
          : new Tables.Term(term.code(), term.judged(), null, null, null, false, null);
    }

    private void protocol() {
      for (ProtocolEntry entry : list(given.protocol())) {
        Tables.AgentRow agent = knowledge.agent(entry.agent());
        String status = entry.statusOn(asOf);
        String text = agent.name() + " " + status + since(entry);
        facts.add(new Treatment(entry.at(), entry.agent(), status, entry.start(), text));
        if (!status.equals("stopped")) {
          if (agent.awaits() != null) {
            awaitPolicy(entry.at(), text, agent.awaits());
          }
          if (entry.source() != null) {
            await(
                entry.at(),
                agent.name() + " from source " + Wording.words(entry.source()),
                knowledge.term("product-source", entry.source()));
          }
        }
        shown(entry.at(), text + details(entry), true);
      }
    }

    private static String since(ProtocolEntry entry) {
      return (entry.start() == null ? "" : ", start " + entry.start())
          + (entry.stop() == null ? "" : ", stop " + entry.stop());
    }

    private static String details(ProtocolEntry entry) {
      StringBuilder details = new StringBuilder();
      detail(details, "dose", entry.dose() == null ? null : entry.dose().text());
      detail(details, "frequency", entry.frequency());
      detail(details, "timing", entry.timing());
      detail(details, "route", entry.route());
      detail(details, "source", entry.source());
      detail(details, "indication", entry.indication());
      detail(details, "prescribed", entry.prescribed() == null ? null : yes(entry.prescribed()));
      detail(details, "prescriber", entry.prescriber());
      detail(details, "last dose", entry.lastDose());
      detail(details, "last dose change", entry.lastDoseChange());
      detail(details, "requested change", entry.requestedChange());
      return details.toString();
    }

    private static void detail(StringBuilder details, String name, Object value) {
      if (value != null) {
        details.append(", ").append(name).append(' ').append(value);
      }
    }

    private void medications() {
      Window recent = window("recent-medication");
      for (Medication medication : list(given.medications())) {
        Tables.Term term = knowledge.term("medication", medication.code());
        if (medication.begunBy(asOf)) {
          if (term.judged()) {
            facts.add(medication);
          }
          if (recent.reaches(medication.stop())) {
            await(medication.at(), medication.text(), term);
            if (term.awaitsUnstable() != null && Boolean.FALSE.equals(medication.doseStable())) {
              awaitPolicy(medication.at(), medication.text(), term.awaitsUnstable());
            }
          }
          shown(medication.at(), medication.text(), term.judged());
        } else {
          shown(medication.at(), medication.text(), false);
        }
      }
    }

    private void lifestyle() {
      Lifestyle lifestyle = given.lifestyle();
      if (lifestyle == null) {
        return;
      }
      if (lifestyle.isComplete()) {
        answerFact("/lifestyle", "lifestyle", "asked", "activity, diet and sleep were asked");
      }
      number("/lifestyle/activityMinutesPerWeek", "activity", lifestyle.activityMinutesPerWeek());
      number("/lifestyle/sleepHours", "sleep", lifestyle.sleepHours());
      if (lifestyle.dietQuality() != null) {
        coded(
            "/lifestyle/dietQuality",
            "diet " + lifestyle.dietQuality(),
            "diet-quality",
            lifestyle.dietQuality(),
            null);
      }
      if (lifestyle.smoker() != null) {
        shown("/lifestyle/smoker", "smoker " + yes(lifestyle.smoker()), false);
      }
      if (lifestyle.alcoholUnitsPerWeek() != null) {
        shown(
            "/lifestyle/alcoholUnitsPerWeek",
            "alcohol " + lifestyle.alcoholUnitsPerWeek().toPlainString() + " units a week",
            false);
      }
    }

    private void number(String at, String code, BigDecimal value) {
      if (value != null) {
        Tables.AnalyteRow analyte = knowledge.analyte(code);
        Quantity quantity = new Quantity(value, analyte.units().get(0).uom());
        String text = analyte.name() + " " + quantity.text();
        facts.add(new Measurement(at, code, quantity, asOf, null, true, true, false, text));
        shown(at, text, true);
      }
    }

    private void emptyLists() {
      empty("/observations", "no observations", given.observations());
      empty("/conditions", "no conditions", given.conditions());
      empty("/protocol", "no agent in the protocol", given.protocol());
      empty("/medications", "no other medication", given.medications());
      empty("/examinations", "no examinations", given.examinations());
      empty("/symptoms", "no symptoms", given.symptoms());
      empty("/goals", "no goals", given.goals());
      empty("/patient/hypersensitivity", "no hypersensitivity", patient.hypersensitivity());
      if (given.familyHistory() != null && given.familyHistory().isEmpty()) {
        shown("/familyHistory", "family history was asked and there is none", true);
      }
    }

    private void empty(String at, String text, List<?> list) {
      if (list != null && list.isEmpty()) {
        shown(at, text, false);
      }
    }

    /** Inserts the table rows that hold for this patient on this day. */
    private void rows() {
      Tables tables = knowledge.tables();
      String ancestry = patient.ancestry() == null ? "unstated" : patient.ancestry();
      for (Tables.CutoffRow row : tables.cutoffs()) {
        if ((row.sex() == null || row.sex().contains(patient.sex()))
            && (row.ancestry() == null || row.ancestry().contains(ancestry))
            && (!row.adults() || age >= ADULT_YEARS)
            && (!row.notInPregnancy() || !pregnant)) {
          facts.add(
              new Cutoff(
                  row.code(),
                  row.band(),
                  new Quantity(row.value(), row.uom()),
                  row.side(),
                  row.population() == null ? "" : row.population(),
                  row.awaits() == null ? "" : row.awaits(),
                  row.awaits() == null ? "" : knowledge.level(row.awaits()),
                  row.source()));
        }
      }
      for (Tables.CoreTestRow row : tables.coreTests()) {
        if ((row.sex() == null || row.sex().equals(patient.sex())) && isNeeded(row)) {
          facts.add(
              new CoreTest(
                  row.code(),
                  row.name(),
                  knowledge.analyte(row.code()) != null,
                  row.anyAge(),
                  row.blocksLow(),
                  row.why(),
                  row.source()));
        }
      }
      Set<String> agents = new LinkedHashSet<>();
      active.forEach(entry -> agents.add(entry.agent()));
      agents.addAll(list(patient.hypersensitivity()));
      for (String code : agents) {
        Tables.AgentRow row = knowledge.agent(code);
        facts.add(new Agent(row.code(), row.name(), row.agentClass(), row.groups(), row.source()));
      }
      for (Tables.ContraindicationRow row : tables.contraindications()) {
        facts.add(
            new Contraindication(
                row.agentClass(), row.subject(), row.condition(), row.note(), row.source()));
      }
      tables.windows().forEach(row -> facts.add(window(row.code())));
    }

    private Window window(String code) {
      Tables.WindowRow row = knowledge.window(code);
      LocalDate from =
          row.weeks() == null ? asOf.minusMonths(row.months()) : asOf.minusWeeks(row.weeks());
      return new Window(row.code(), from, row.note(), row.source());
    }

    private boolean isNeeded(Tables.CoreTestRow row) {
      return row.agent().equals("any")
          || active.stream()
              .filter(entry -> knowledge.agent(entry.agent()).is(row.agent()))
              .anyMatch(
                  entry ->
                      row.planned() == null
                          || row.planned() == entry.statusOn(asOf).equals("planned"));
    }

    private boolean hasRecentPositivePregnancyTest() {
      return list(given.examinations()).stream()
          .filter(e -> e.code().equals("pregnancy-test") && e.result() != null)
          .max((a, b) -> a.date().compareTo(b.date()))
          .filter(e -> e.result().equals("positive"))
          .filter(e -> !latestDay(e.date()).isBefore(asOf.minusWeeks(PREGNANCY_WEEKS)))
          .isPresent();
    }

    /** The last day that a date of year, month or day precision can mean. */
    private static LocalDate latestDay(String date) {
      return switch (date.length()) {
        case 4 -> LocalDate.parse(date + "-12-31");
        case 7 -> LocalDate.parse(date + "-01").plusMonths(1).minusDays(1);
        default -> LocalDate.parse(date);
      };
    }

    private void answer(String at, String list, String value) {
      if (value != null) {
        String text = Wording.words(list) + " " + value;
        coded(at, text, list, value, new Answer(at, list, value, text));
      }
    }

    private void answerFact(String at, String code, String value, String text) {
      facts.add(new Answer(at, code, value, text));
    }

    /** Inserts what a rule reads, notes what awaits a policy, and lists the input either way. */
    private void coded(String at, String text, String list, String code, Object fact) {
      Tables.Term term = knowledge.term(list, code);
      if (term.judged()) {
        facts.add(fact);
      }
      await(at, text, term);
      shown(at, text, term.judged());
    }

    private void await(String at, String text, Tables.Term term) {
      if (term.awaits() != null
          && (term.with() == null
              || active.stream().anyMatch(e -> knowledge.agent(e.agent()).is(term.with())))) {
        awaitPolicy(at, text, term.awaits());
      }
    }

    private void awaitPolicy(String at, String text, String policy) {
      facts.add(new Unjudged(at, policy, knowledge.level(policy), text));
    }

    private void shown(String at, String text, boolean judged) {
      inputs.add(new Input(at, Wording.sentence(text), judged ? "judged" : "shown", null));
    }

    private static String yes(boolean value) {
      return value ? "yes" : "no";
    }

    private static <T> List<T> list(List<T> list) {
      return list == null ? List.of() : list;
    }
  }
}
