package org.homeostat.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.homeostat.fact.Examination;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Window;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;

/**
 * Who the patient is on the day of the advice: what depends on the day and chooses rows of tables.
 *
 * @param active agents that are planned or current
 */
record PatientOnDay(
    PatientCase given, LocalDate asOf, Knowledge knowledge, List<ProtocolEntry> active) {

  private static final int ADULT_YEARS = 18;
  private static final int PREGNANCY_WEEKS = 40;

  static PatientOnDay of(PatientCase given, LocalDate asOf, Knowledge knowledge) {
    if (given.patient().ageOn(asOf) < 0) {
      throw new IllegalArgumentException(
          "/patient/birthDate: " + given.patient().birthDate() + " lies after " + asOf);
    }
    List<ProtocolEntry> protocol = orEmpty(given.protocol());
    for (ProtocolEntry entry : protocol) {
      if (knowledge.agent(entry.agent()) == null) {
        throw new IllegalArgumentException(
            entry.at() + ": '" + entry.agent() + "' is no agent code");
      }
    }
    return new PatientOnDay(
        given,
        asOf,
        knowledge,
        protocol.stream().filter(entry -> !entry.statusOn(asOf).equals("stopped")).toList());
  }

  /** A list that was not asked holds nothing. */
  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  int age() {
    return given.patient().ageOn(asOf);
  }

  boolean isAdult() {
    return age() >= ADULT_YEARS;
  }

  boolean isPregnant() {
    return given.patient().isPregnant() || positivePregnancyTest().isPresent();
  }

  /** The newest pregnancy test, where it is positive and not older than a pregnancy can last. */
  Optional<Examination> positivePregnancyTest() {
    return orEmpty(given.examinations()).stream()
        .filter(e -> e.code().equals("pregnancy-test") && e.result() != null)
        .max(Comparator.comparing(Examination::latestDay))
        .filter(e -> e.result().equals("positive"))
        .filter(e -> !e.latestDay().isBefore(asOf.minusWeeks(PREGNANCY_WEEKS)));
  }

  /** Whether an agent of that code, class or group is planned or current. */
  boolean hasActive(String name) {
    return active.stream().anyMatch(entry -> knowledge.agent(entry.agent()).is(name));
  }

  /** The span of time of the table, reckoned back from the day. */
  Window window(String code) {
    Tables.WindowRow row = knowledge.window(code);
    LocalDate from =
        row.weeks() == null ? asOf.minusMonths(row.months()) : asOf.minusWeeks(row.weeks());
    return new Window(row.code(), from, row.note(), row.source());
  }
}
