package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.homeostat.fact.Baseline;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Examination;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Symptom;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.quantity.Quantity;

/** Reads cases as JSON, format version 1. Nothing is dropped: what is not known is an error. */
public final class CaseReader {

  private static final int OLDEST = 125;
  private static final BigDecimal MANY = new BigDecimal("1000000");

  private final Knowledge knowledge;

  /** A reader for the codes of the given tables. */
  public CaseReader(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Reads one case.
   *
   * @param json UTF-8 text of one JSON object
   * @throws CaseException with what is wrong in the text, all of it at once
   */
  public PatientCase read(byte[] json) {
    Problems problems = new Problems();
    return testCase(members(json, problems), problems, Members::skipAll).patientCase();
  }

  /**
   * Reads one case that is a test: it names its day, and it expects something.
   *
   * @param json UTF-8 text of one JSON object
   * @param expectation reads the member {@code expect}
   * @throws CaseException with what is wrong in the text, all of it at once
   */
  public <E> TestCase<E> readTest(byte[] json, Function<Members, E> expectation) {
    Problems problems = new Problems();
    Members m = members(json, problems);
    if (!m.has("asOf")) {
      m.problem("", "'asOf' is missing; what is expected holds for one day: name it");
    }
    if (!m.has("expect")) {
      m.problem("", "'expect' is missing; say what the advisory must hold");
    }
    return testCase(m, problems, expectation);
  }

  private Members members(byte[] json, Problems problems) {
    JsonNode root = JsonText.tree(Utf8.text(json), problems);
    if (root.isObject()) {
      return new Members(root, "", problems, knowledge);
    }
    if (!root.isMissingNode()) {
      problems.add("", () -> "a case is one JSON object, not " + Problem.shown(root));
    }
    throw problems.exception();
  }

  private static <E> TestCase<E> testCase(
      Members m, Problems problems, Function<Members, E> expectation) {
    m.formatVersion();
    String id = m.required("id", m.text("id"), "unnamed");
    String title = m.text("title");
    LocalDate asOf = m.date("asOf");
    Patient patient = m.required("patient", m.object("patient", p -> patient(p, asOf)), null);
    Baseline baseline = m.object("baseline", CaseReader::baseline);
    List<Observation> observations = m.list("observations", CaseReader::observation);
    List<Condition> conditions = m.list("conditions", CaseReader::condition);
    List<FamilyMember> family = m.list("familyHistory", CaseReader::familyMember);
    Boolean familyUnknown = m.bool("familyHistoryUnknown");
    List<ProtocolEntry> protocol = m.list("protocol", CaseReader::protocolEntry);
    List<Medication> medications = m.list("medications", CaseReader::medication);
    Lifestyle lifestyle = m.object("lifestyle", CaseReader::lifestyle);
    List<Examination> examinations = m.list("examinations", CaseReader::examination);
    List<String> symptomCodes = m.codes("symptoms", "symptom");
    List<String> goals = m.codes("goals", "goal");
    E expect = m.object("expect", expectation);
    m.finish();
    if (!id.matches(PatientCase.ID)) {
      m.problem(
          "/id",
          "'"
              + Problem.brief(id)
              + "': use lower-case letters and digits joined by single hyphens");
    }
    if (problems.count() > 0) {
      throw problems.exception();
    }
    PatientCase patientCase =
        new PatientCase(
            id,
            title,
            asOf,
            patient,
            baseline,
            observations,
            conditions,
            family,
            familyUnknown,
            protocol,
            medications,
            lifestyle,
            examinations,
            symptoms(symptomCodes),
            goals);
    return new TestCase<>(patientCase, expect);
  }

  private static List<Symptom> symptoms(List<String> codes) {
    if (codes == null) {
      return null;
    }
    List<Symptom> symptoms = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      symptoms.add(new Symptom("/symptoms/" + i, codes.get(i)));
    }
    return symptoms;
  }

  private static Patient patient(Members m, LocalDate asOf) {
    LocalDate birthDate = m.date("birthDate");
    Integer age = m.wholeNumber("ageYears", 0, OLDEST);
    Patient patient =
        new Patient(
            m.unlessWrong("birthDate", birthDate, LocalDate.EPOCH),
            m.unlessWrong("ageYears", age, 0),
            m.required("sex", m.code("sex", "sex"), ""),
            m.code("ancestry", "ancestry"),
            m.code("pregnancy", "pregnancy"),
            m.code("menopause", "menopause"),
            m.code("jurisdiction", "country"),
            m.codes("hypersensitivity", "agent"),
            m.date("lastMenses"),
            m.bool("contraception"));
    if (birthDate != null && asOf != null) {
      if (birthDate.isAfter(asOf) || patient.ageOn(asOf) > OLDEST) {
        m.problem(m.at() + "/birthDate", birthDate + " gives no age from 0 to 125 on " + asOf);
      } else if (age != null && age != patient.ageOn(asOf)) {
        m.problem(
            m.at() + "/ageYears",
            age
                + " disagrees with birthDate "
                + birthDate
                + ", age "
                + patient.ageOn(asOf)
                + " on "
                + asOf
                + "; leave one of them out");
      }
    }
    return patient;
  }

  private static Baseline baseline(Members m) {
    return new Baseline(
        m.code("insulinSensitivity", "insulin-sensitivity"),
        m.code("diabetesPredisposition", "diabetes-predisposition"));
  }

  private static Observation observation(Members m) {
    boolean stated = m.isText("fastingHours", "stated");
    return new Observation(
        m.at(),
        m.required("code", m.code("code", "observation"), ""),
        m.unlessWrong("value", m.number("value"), BigDecimal.ZERO),
        m.text("unit"),
        m.required("date", m.date("date"), LocalDate.EPOCH),
        m.time("collectedAt"),
        m.time("lastIntakeAt"),
        stated ? null : m.number("fastingHours"),
        stated,
        m.number("low"),
        m.number("high"),
        m.unlessWrong("sds", m.number("sds"), BigDecimal.ZERO),
        m.text("method"));
  }

  private static Condition condition(Members m) {
    Condition condition =
        new Condition(
            m.at(),
            m.required("code", m.code("code", "condition"), ""),
            m.code("status", "condition-status"),
            m.partialDate("onset"),
            m.text("text"));
    if (condition.code().equals("other") && condition.note() == null) {
      m.problem(m.at(), "condition 'other' needs 'text'");
    }
    return condition;
  }

  private static FamilyMember familyMember(Members m) {
    return new FamilyMember(
        m.at(),
        m.required("condition", m.code("condition", "condition"), ""),
        m.required("relation", m.code("relation", "relation"), ""),
        m.wholeNumber("ageAtDiagnosis", 0, OLDEST));
  }

  private static ProtocolEntry protocolEntry(Members m) {
    return new ProtocolEntry(
        m.at(),
        m.required("agent", m.code("agent", "agent"), ""),
        m.date("start"),
        m.date("stop"),
        m.object("dose", CaseReader::dose),
        m.code("frequency", "frequency"),
        m.code("timing", "timing"),
        m.code("route", "route"),
        m.code("source", "product-source"),
        m.code("indication", "indication"),
        m.bool("prescribed"),
        m.text("prescriber"),
        m.date("lastDose"),
        m.date("lastDoseChange"),
        m.code("requestedChange", "requested-change"));
  }

  private static Quantity dose(Members m) {
    return new Quantity(
        m.required("value", m.number("value"), BigDecimal.ZERO),
        m.required("unit", m.text("unit"), ""));
  }

  private static Medication medication(Members m) {
    return new Medication(
        m.at(),
        m.required("code", m.code("code", "medication"), ""),
        m.date("start"),
        m.date("stop"),
        m.bool("doseStable"));
  }

  private static Lifestyle lifestyle(Members m) {
    return new Lifestyle(
        m.numberFrom("activityMinutesPerWeek", BigDecimal.ZERO, BigDecimal.valueOf(10_080)),
        m.code("dietQuality", "diet-quality"),
        m.numberFrom("sleepHours", BigDecimal.ZERO, BigDecimal.valueOf(24)),
        m.bool("smoker"),
        m.numberFrom("alcoholUnitsPerWeek", BigDecimal.ZERO, MANY));
  }

  private static Examination examination(Members m) {
    return new Examination(
        m.at(),
        m.required("code", m.code("code", "examination"), ""),
        m.required("date", m.partialDate("date"), ""),
        m.code("result", "examination-result"));
  }
}
