package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Examination;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Window;
import org.homeostat.knowledge.Knowledge;

/**
 * Other days for each date of a case: the day before and after, the days around the day of the
 * advice, the ends of the spans of the tables, and where a value grows stale.
 */
final class DateProbes {

  private static final int WHOLE_DAY = 10;

  private final PatientOnDay day;
  private final PatientCase given;
  private final Map<String, String> texts;
  private final Set<String> bearing;
  private final NavigableSet<LocalDate> marks = new TreeSet<>();
  private final List<BigDecimal> ages;
  private final List<Probe<WhatIf.Alternative>> probes = new ArrayList<>();

  /**
   * Looks at the dates of a case.
   *
   * @param texts what the case says, by JSON Pointer
   * @param bearing places of the values whose day is to be changed
   */
  DateProbes(PatientOnDay day, SessionFacts facts, Map<String, String> texts, Set<String> bearing) {
    this.bearing = bearing;
    this.day = day;
    this.given = day.given();
    this.texts = texts;
    facts.all(Window.class).forEach(window -> marks.add(window.from().minusDays(1)));
    marks.add(day.asOf().minusDays(1));
    marks.add(day.asOf());
    this.ages =
        facts
            .all(Cutoff.class)
            .filter(cutoff -> cutoff.code().equals("age"))
            .map(cutoff -> cutoff.limit().value())
            .distinct()
            .toList();
  }

  /** One probe a date. */
  List<Probe<WhatIf.Alternative>> all() {
    Patient patient = given.patient();
    if (patient.birthDate() != null) {
      birthDate(patient);
    }
    patientDate("lastMenses", "last menses", patient.lastMenses());
    orEmpty(given.observations()).stream()
        .filter(observation -> bearing.contains(observation.at()))
        .forEach(this::observation);
    orEmpty(given.protocol()).forEach(this::entry);
    for (Medication medication : orEmpty(given.medications())) {
      of("medications", medication, medication.at(), "start", medication.start(), true);
      of("medications", medication, medication.at(), "stop", medication.stop(), true);
    }
    for (Examination examination : orEmpty(given.examinations())) {
      if (examination.date().length() == WHOLE_DAY) {
        probe(
            examination.at(),
            "on",
            LocalDate.parse(examination.date()),
            marksTo(day.asOf()),
            date ->
                CaseEdit.replace(
                    given,
                    "examinations",
                    examination,
                    CaseEdit.with(examination, "date", date.toString())));
      }
    }
    return List.copyOf(probes);
  }

  private void birthDate(Patient patient) {
    NavigableSet<LocalDate> birthdays = new TreeSet<>();
    for (BigDecimal age : ages) {
      LocalDate last = day.asOf().minusYears(age.longValue());
      birthdays.add(last);
      birthdays.add(last.plusDays(1));
    }
    probe(
        "/patient/birthDate",
        "born on",
        patient.birthDate(),
        birthdays,
        date -> CaseEdit.with(given, "patient", CaseEdit.with(patient, "birthDate", date)));
  }

  private void patientDate(String component, String words, LocalDate date) {
    if (date != null) {
      probe(
          "/patient/" + component,
          words,
          date,
          marksTo(day.asOf()),
          other ->
              CaseEdit.with(given, "patient", CaseEdit.with(given.patient(), component, other)));
    }
  }

  private void observation(Observation observation) {
    NavigableSet<LocalDate> days = marksTo(day.asOf());
    Knowledge knowledge = day.knowledge();
    if (knowledge.analyte(observation.code()).validWeeks() != null) {
      LocalDate from = ValidityWindow.of(day).from(knowledge.analyte(observation.code()));
      days.add(from);
      days.add(from.minusDays(1));
    }
    orEmpty(given.observations()).stream()
        .filter(other -> other.code().equals(observation.code()))
        .forEach(other -> days.add(other.date()));
    days.removeIf(other -> other.isAfter(day.asOf()));
    probe(
        observation.at(),
        "on",
        observation.date(),
        days,
        date -> CaseEdit.replace(given, "observations", observation, moved(observation, date)));
  }

  /** The sample on another day, with its times. */
  private static Observation moved(Observation observation, LocalDate date) {
    long days = ChronoUnit.DAYS.between(observation.date(), date);
    Observation moved = CaseEdit.with(observation, "date", date);
    moved = CaseEdit.with(moved, "collectedAt", later(observation.collectedAt(), days));
    return CaseEdit.with(moved, "lastIntakeAt", later(observation.lastIntakeAt(), days));
  }

  private static Temporal later(Temporal time, long days) {
    return time == null ? null : time.plus(days, ChronoUnit.DAYS);
  }

  private void entry(ProtocolEntry entry) {
    of("protocol", entry, entry.at(), "start", entry.start(), true);
    of("protocol", entry, entry.at(), "stop", entry.stop(), true);
    of("protocol", entry, entry.at(), "lastDose", entry.lastDose(), false);
    of("protocol", entry, entry.at(), "lastDoseChange", entry.lastDoseChange(), false);
  }

  private void of(
      String list, Record entry, String at, String component, LocalDate date, boolean ahead) {
    if (date != null) {
      NavigableSet<LocalDate> days = marksTo(day.asOf());
      if (ahead) {
        days.add(day.asOf().plusDays(1));
      }
      probe(
          at,
          component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT),
          date,
          days,
          other -> {
            try {
              return CaseEdit.replace(given, list, entry, CaseEdit.with(entry, component, other));
            } catch (IllegalArgumentException e) {
              return null; // a stop before its start: no such case can be
            }
          });
    }
  }

  private NavigableSet<LocalDate> marksTo(LocalDate last) {
    return new TreeSet<>(marks.headSet(last, true));
  }

  private void probe(
      String at,
      String words,
      LocalDate date,
      NavigableSet<LocalDate> days,
      Function<LocalDate, PatientCase> variant) {
    days.add(date.minusDays(1));
    if (!date.plusDays(1).isAfter(day.asOf()) || date.isAfter(day.asOf())) {
      days.add(date.plusDays(1));
    }
    probes.add(
        new Probe<>(
            at,
            asker -> {
              List<WhatIf.Alternative> found = new ArrayList<>();
              for (Collection<LocalDate> way :
                  List.of(days.headSet(date, false).descendingSet(), days.tailSet(date, false))) {
                asker
                    .nearest(
                        number(date),
                        way.stream().map(DateProbes::number).toList(),
                        BigDecimal.ONE,
                        number -> variant.apply(LocalDate.ofEpochDay(number.longValue())))
                    .map(change -> alternative(at, words, date, change))
                    .ifPresent(found::add);
              }
              return found;
            }));
  }

  private static BigDecimal number(LocalDate date) {
    return BigDecimal.valueOf(date.toEpochDay());
  }

  private WhatIf.Alternative alternative(
      String at, String words, LocalDate date, Asker.Found change) {
    LocalDate other = LocalDate.ofEpochDay(change.number().longValue());
    long days = ChronoUnit.DAYS.between(date, other);
    return new WhatIf.Alternative(
        "date",
        at,
        texts.getOrDefault(at, at),
        words + " " + other,
        Math.abs(days)
            + (Math.abs(days) == 1 ? " day " : " days ")
            + (days < 0 ? "earlier" : "later"),
        null,
        change.difference());
  }
}
