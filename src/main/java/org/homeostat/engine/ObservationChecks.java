package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Measurement;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Unjudged;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.UnitRow;
import org.homeostat.quantity.Conversion;
import org.homeostat.quantity.Quantity;

/**
 * Decides which observations are fit to be judged. Each check is driven by the table of analytes;
 * what fails one is set aside with the reason, and everything stands in the list of inputs.
 */
final class ObservationChecks {

  static final String SDS = "{SDS}";

  private final PatientOnDay day;
  private final Knowledge knowledge;
  private final ValidityWindow treatment;
  private final Set<String> judgedCodes;

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<UnusableObservation> unusable = new ArrayList<>();
  private final List<Unjudged> unjudged = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<DataQuality> quality = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();

  ObservationChecks(PatientOnDay day) {
    this.day = day;
    this.knowledge = day.knowledge();
    this.treatment = ValidityWindow.of(orEmpty(day.given().protocol()), day.asOf(), knowledge);
    this.judgedCodes = new HashSet<>();
    knowledge.tables().cutoffs().forEach(row -> judgedCodes.add(row.code()));
    knowledge.tables().coreTests().forEach(row -> judgedCodes.add(row.code()));
    knowledge.tables().analytes().stream()
        .filter(row -> row.feeds() != null)
        .forEach(row -> judgedCodes.add(row.code()));
  }

  /** Takes one observation in; the order of calls does not matter. */
  void add(Observation observation) {
    AnalyteRow analyte = knowledge.analyte(observation.code());
    new Check(observation, analyte).run();
  }

  /** Everything that enters the session. */
  List<Object> facts() {
    Map<String, NavigableSet<LocalDate>> days = new HashMap<>();
    measurements.forEach(
        m -> days.computeIfAbsent(m.code(), code -> new TreeSet<>()).add(m.date()));
    List<Object> facts = new ArrayList<>();
    for (Measurement m : measurements) {
      NavigableSet<LocalDate> ofCode = days.get(m.code());
      boolean newest = m.date().equals(ofCode.last());
      boolean previous = m.date().equals(ofCode.lower(ofCode.last()));
      facts.add(m.placed(newest, previous));
      if (newest && !m.current()) {
        report(
            "stale",
            m.at(),
            m.text()
                + " counts for the tier only from "
                + treatment.from(knowledge.analyte(m.code()))
                + " on");
      }
    }
    facts.addAll(unusable);
    facts.addAll(unjudged);
    return facts;
  }

  List<Input> inputs() {
    return inputs;
  }

  List<DataQuality> quality() {
    return quality;
  }

  private void report(String code, String at, String message) {
    quality.add(new DataQuality(code, at, message));
  }

  /** The checks of one observation, in the order in which they decide. */
  private final class Check {
    private final Observation observation;
    private final AnalyteRow analyte;
    private final Quantity reported;
    private String code;

    Check(Observation observation, AnalyteRow analyte) {
      this.observation = observation;
      this.analyte = analyte;
      this.code = analyte.code();
      boolean scored = observation.sds() != null && analyte.unit(SDS) != null;
      this.reported =
          scored
              ? new Quantity(observation.sds(), SDS)
              : observation.value() == null
                  ? null
                  : new Quantity(
                      observation.value(), observation.uom() == null ? "" : observation.uom());
    }

    void run() {
      if (observation.date().isAfter(day.asOf())) {
        setAside("future-date", "it lies after the day of the advice");
        return;
      }
      LocalDate birthDate = day.given().patient().birthDate();
      if (birthDate != null && observation.date().isBefore(birthDate)) {
        setAside("contradictory", "it lies before the birth date");
        return;
      }
      if (reported == null) {
        setAside("verify", "a standard deviation score is not read for this test");
        return;
      }
      if (reported.uom().isEmpty()) {
        setAside("unit-missing", "without its unit it cannot be judged; no unit is guessed");
        return;
      }
      UnitRow unit = analyte.unit(reported.uom());
      if (unit == null) {
        setAside("unit-unknown", "the unit " + reported.uom() + " is not known for this test");
        return;
      }
      Quantity value =
          unit.as() == null
              ? reported
              : new Conversion(unit.uom(), unit.as(), unit.per()).apply(reported);
      if (!isPlausible(unit, value) || !isTimeConsistent()) {
        return;
      }
      Optional<String> interference = Interference.of(day, observation, reported);
      if (interference.isPresent()) {
        report("unreliable-assay", observation.at(), text() + ": " + interference.get());
        addUnusable("unreliable-assay", false, value, interference.get());
        input("shown", null);
        return;
      }
      if (!isFastedAsNeeded(value)) {
        return;
      }
      if (analyte.unit(SDS) != null && !reported.uom().equals(SDS) && observation.high() == null) {
        report(
            "verify",
            observation.at(),
            text() + " has neither a standard deviation score nor the laboratory's range");
        input("shown", null);
        return;
      }
      judge(value);
    }

    private void judge(Quantity value) {
      AnalyteRow countsAs = knowledge.analyte(code);
      boolean current = treatment.isCurrent(countsAs, observation.date());
      boolean scored = reported.uom().equals(SDS);
      boolean ranged = analyte.rangeAwaits() != null && observation.value() != null;
      measurements.add(
          new Measurement(
              observation.at(),
              code,
              value,
              observation.date(),
              observation.collectedAt(),
              false,
              false,
              current,
              ranged && !scored && observation.low() != null,
              ranged && !scored && observation.high() != null,
              text(value)));
      if (ranged && isOutsideLaboratoryRange()) {
        if (scored) {
          report(
              "contradictory",
              observation.at(),
              text() + ": the value beside it lies outside the laboratory's range");
        }
        if (current) {
          unjudged.add(
              new Unjudged(
                  observation.at(),
                  analyte.rangeAwaits(),
                  text() + ", outside the laboratory's range"));
        }
      }
      if (!seen.add(List.of(code, value, observation.date(), "" + observation.collectedAt()))) {
        report("duplicate", observation.at(), text() + " is given twice");
      }
      input(judgedCodes.contains(code) ? "judged" : "shown", null);
    }

    private boolean isOutsideLaboratoryRange() {
      boolean below =
          observation.low() != null && observation.value().compareTo(observation.low()) < 0;
      boolean above =
          observation.high() != null && observation.value().compareTo(observation.high()) > 0;
      return above || below && !"above".equals(analyte.rangeSide());
    }

    private boolean isPlausible(UnitRow unit, Quantity value) {
      Plausibility plausibility = Plausibility.of(reported, unit, value, analyte);
      if (plausibility.isUnitDoubtful()) {
        report(
            "unit-doubtful",
            observation.at(),
            text() + ": the number looks like one in another unit; verify the unit");
      }
      if (plausibility.isUnusual()) {
        report("verify", observation.at(), text() + " is unusual; verify it");
      }
      String problem = plausibility.problem();
      if (problem.isEmpty()) {
        return true;
      }
      if (problem.equals("implausible")) {
        report(problem, observation.at(), text() + " is set aside: " + plausibility.why());
      }
      addUnusable(problem, plausibility.isDangerous(), value, plausibility.why());
      input("set-aside", problem);
      return false;
    }

    /** Whether the time of the sample belongs to its day; offsets may move it by one. */
    private boolean isTimeConsistent() {
      if (observation.collectedAt() == null) {
        return true;
      }
      LocalDate collected = LocalDate.from(observation.collectedAt());
      if (Math.abs(ChronoUnit.DAYS.between(collected, observation.date())) <= 1) {
        return true;
      }
      setAside("contradictory", "it was collected on another day than its date says");
      return false;
    }

    /** Whether it may go on; without evidence of fasting perhaps under another code. */
    private boolean isFastedAsNeeded(Quantity value) {
      Fasting fasting = Fasting.of(observation, analyte);
      if (fasting.isUnusual()) {
        report("verify", observation.at(), text() + ": an unusually long fast");
      }
      if (fasting.problem().isEmpty()) {
        return true;
      }
      addUnusable(fasting.problem(), false, value, fasting.why());
      if (analyte.otherwise() == null) {
        report(fasting.problem(), observation.at(), text() + " is set aside: " + fasting.why());
        input("set-aside", fasting.problem());
        return false;
      }
      code = analyte.otherwise();
      report(
          fasting.problem(),
          observation.at(),
          text() + ": " + fasting.why() + "; it counts as " + knowledge.analyte(code).name());
      return true;
    }

    private void setAside(String problem, String why) {
      report(problem, observation.at(), text() + " is set aside: " + why);
      addUnusable(problem, false, null, why);
      input("set-aside", problem);
    }

    private void addUnusable(String problem, boolean dangerous, Quantity value, String why) {
      unusable.add(
          new UnusableObservation(
              observation.at(),
              analyte.code(),
              analyte.name(),
              problem,
              dangerous,
              treatment.isCurrent(analyte, observation.date()),
              observation.date(),
              value,
              text() + " (" + why + ")"));
    }

    private void input(String use, String finding) {
      boolean scored = reported != null && reported.uom().equals(SDS);
      inputs.add(new Input(observation.at(), text() + observation.details(scored), use, finding));
    }

    private String text() {
      return text(null);
    }

    private String text(Quantity value) {
      String number = reported == null ? "without a value" : reported.text();
      String converted =
          value == null || value.equals(reported) ? "" : " (" + value.shortText() + ")";
      String as = code.equals(analyte.code()) ? "" : ", as " + knowledge.analyte(code).name() + ",";
      return Wording.sentence(analyte.name())
          + " "
          + number
          + converted
          + as
          + " on "
          + observation.date();
    }
  }
}
