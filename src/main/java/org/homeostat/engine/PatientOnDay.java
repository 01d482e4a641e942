package org.homeostat.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Examination;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Window;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.TimeTables;

/**
 * Who the patient is on the day of the advice: what depends on the day and chooses rows of tables.
 *
 * @param active agents that are planned or current
 * @param positivePregnancyTest the newest positive pregnancy test that is not older than a
 *     pregnancy can last and that no negative one is certainly later than
 */
record PatientOnDay(
    PatientCase given,
    LocalDate asOf,
    Knowledge knowledge,
    List<ProtocolEntry> active,
    Optional<Examination> positivePregnancyTest) {

  static PatientOnDay of(PatientCase given, LocalDate asOf, Knowledge knowledge) {
    if (given.patient().ageOn(asOf) < 0) {
      throw new IllegalArgumentException(
          "/patient/birthDate: " + given.patient().birthDate() + " lies after " + asOf);
    }
    requireKnownCodes(given, knowledge);
    return new PatientOnDay(
        given,
        asOf,
        knowledge,
        orEmpty(given.protocol()).stream()
            .filter(entry -> !entry.statusOn(asOf).equals("stopped"))
            .toList(),
        positivePregnancyTest(
            given, asOf, asOf.minus(knowledge.window(Knowledge.PREGNANCY_WINDOW).length())));
  }

  /** Cases that were built in memory have passed no reader. */
  private static void requireKnownCodes(PatientCase given, Knowledge knowledge) {
    Patient patient = given.patient();
    knowledge.requireCode("/patient/sex", "sex", patient.sex());
    knowledge.requireCode("/patient/ancestry", "ancestry", patient.ancestry());
    knowledge.requireCode("/patient/pregnancy", "pregnancy", patient.pregnancy());
    orEmpty(patient.hypersensitivity())
        .forEach(code -> knowledge.requireCode("/patient/hypersensitivity", "agent", code));
    if (given.baseline() != null) {
      knowledge.requireCode(
          "/baseline/insulinSensitivity",
          "insulin-sensitivity",
          given.baseline().insulinSensitivity());
      knowledge.requireCode(
          "/baseline/diabetesPredisposition",
          "diabetes-predisposition",
          given.baseline().diabetesPredisposition());
    }
    orEmpty(given.observations())
        .forEach(o -> knowledge.requireCode(o.at(), "observation", o.code()));
    for (Condition condition : orEmpty(given.conditions())) {
      knowledge.requireCode(condition.at(), "condition", condition.code());
      knowledge.requireCode(condition.at(), "condition-status", condition.status());
    }
    for (FamilyMember member : orEmpty(given.familyHistory())) {
      knowledge.requireCode(member.at(), "condition", member.condition());
      knowledge.requireCode(member.at(), "relation", member.relation());
    }
    for (ProtocolEntry entry : orEmpty(given.protocol())) {
      knowledge.requireCode(entry.at(), "agent", entry.agent());
      knowledge.requireCode(entry.at(), "product-source", entry.source());
      knowledge.requireCode(entry.at(), "indication", entry.indication());
      knowledge.requireCode(entry.at(), "route", entry.route());
    }
    knowledge.requireCode("/patient/menopause", "menopause", patient.menopause());
    orEmpty(given.medications())
        .forEach(m -> knowledge.requireCode(m.at(), "medication", m.code()));
    orEmpty(given.symptoms()).forEach(s -> knowledge.requireCode(s.at(), "symptom", s.code()));
    if (given.lifestyle() != null) {
      knowledge.requireCode(
          "/lifestyle/dietQuality", "diet-quality", given.lifestyle().dietQuality());
    }
  }

  /** A list that was not asked holds nothing. */
  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  int age() {
    return given.patient().ageOn(asOf);
  }

  boolean isAdult() {
    return knowledge.tables().cutoffs().stream()
        .filter(row -> row.code().equals("age") && row.band().equals(Knowledge.MINOR_BAND))
        .allMatch(row -> row.value().compareTo(BigDecimal.valueOf(age())) <= 0);
  }

  boolean isPregnant() {
    return given.patient().isPregnant() || positivePregnancyTest.isPresent();
  }

  /** An abnormal result counts as positive; a test of a later day is no test yet. */
  private static Optional<Examination> positivePregnancyTest(
      PatientCase given, LocalDate asOf, LocalDate from) {
    List<Examination> tests =
        orEmpty(given.examinations()).stream()
            .filter(e -> e.code().equals("pregnancy-test") && e.result() != null)
            .filter(e -> !e.earliestDay().isAfter(asOf))
            .toList();
    return tests.stream()
        .filter(e -> e.result().equals("positive") || e.result().equals("abnormal"))
        .filter(e -> !e.latestDay().isBefore(from))
        .filter(
            e ->
                tests.stream()
                    .filter(other -> other.result().equals("negative"))
                    .noneMatch(other -> other.earliestDay().isAfter(e.latestDay())))
        .max(Comparator.comparing(Examination::latestDay).thenComparing(Examination::at));
  }

  /** The span of time of the table, reckoned back from the day. */
  Window window(String code) {
    TimeTables.WindowRow row = knowledge.window(code);
    LocalDate from = asOf.minus(row.length());
    String note = row.undated() ? row.note() : row.note() + " (since " + from + ")";
    return new Window(row.code(), from, row.length(), note, row.source());
  }
}
