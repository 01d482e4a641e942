package org.homeostat.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Unjudged;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.fact.UsableObservation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.UnitRow;
import org.homeostat.quantity.Conversion;
import org.homeostat.quantity.Quantity;

/** The checks of one observation, in the order in which they decide. */
final class ObservationCheck {

  static final String SDS = "{SDS}";

  private final ObservationChecks checks;
  private final PatientOnDay day;
  private final Knowledge knowledge;
  private final ValidityWindow treatment;
  private final Observation observation;
  private final AnalyteRow analyte;
  private final Quantity reported;
  private String code;

  ObservationCheck(
      ObservationChecks checks,
      PatientOnDay day,
      ValidityWindow treatment,
      Observation observation) {
    this.checks = checks;
    this.day = day;
    this.knowledge = day.knowledge();
    this.treatment = treatment;
    this.observation = observation;
    this.analyte = knowledge.analyte(observation.code());
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
      checks.report("unreliable-assay", observation.at(), text() + ": " + interference.get());
      addUnusable("unreliable-assay", false, value, interference.get());
      input("shown", null);
      return;
    }
    if (!isFastedAsNeeded(value)) {
      return;
    }
    if (analyte.unit(SDS) != null && !reported.uom().equals(SDS) && observation.high() == null) {
      checks.report(
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
    boolean repeated =
        checks.usable(
            new UsableObservation(
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
        checks.report(
            "contradictory",
            observation.at(),
            text() + ": the value beside it lies outside the laboratory's range");
      }
      if (current) {
        checks.unjudged(
            new Unjudged(
                observation.at(),
                analyte.rangeAwaits(),
                text() + ", outside the laboratory's range"));
      }
    }
    if (repeated) {
      checks.report("duplicate", observation.at(), text() + " is given twice");
    }
    input(knowledge.isJudged(code) ? "judged" : "shown", null);
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
      checks.report(
          "unit-doubtful",
          observation.at(),
          text() + ": the number looks like one in another unit; verify the unit");
    }
    if (plausibility.isUnusual()) {
      checks.report("verify", observation.at(), text() + " is unusual; verify it");
    }
    String problem = plausibility.problem();
    if (problem.isEmpty()) {
      return true;
    }
    if (problem.equals("implausible")) {
      checks.report(problem, observation.at(), text() + " is set aside: " + plausibility.why());
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
      checks.report("verify", observation.at(), text() + ": an unusually long fast");
    }
    if (fasting.problem().isEmpty()) {
      return true;
    }
    addUnusable(fasting.problem(), false, value, fasting.why());
    if (analyte.otherwise() == null) {
      checks.report(
          fasting.problem(), observation.at(), text() + " is set aside: " + fasting.why());
      input("set-aside", fasting.problem());
      return false;
    }
    code = analyte.otherwise();
    checks.report(
        fasting.problem(),
        observation.at(),
        text() + ": " + fasting.why() + "; it counts as " + knowledge.analyte(code).name());
    return true;
  }

  private void setAside(String problem, String why) {
    checks.report(problem, observation.at(), text() + " is set aside: " + why);
    addUnusable(problem, false, null, why);
    input("set-aside", problem);
  }

  private void addUnusable(String problem, boolean dangerous, Quantity value, String why) {
    checks.unusable(
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
    checks.input(new Input(observation.at(), text() + observation.details(scored), use, finding));
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
