package org.homeostat.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.LaboratoryRange;
import org.homeostat.fact.Observation;
import org.homeostat.fact.UnusableObservation;
import org.homeostat.fact.UsableObservation;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.UnitRow;
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
  private final ObservationText words;
  private String code;
  private boolean fasted;
  private boolean unitDoubtful;
  private LaboratoryRange range = LaboratoryRange.NONE;

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
    this.reported = reported(observation, analyte);
    this.words = new ObservationText(observation, analyte, reported);
  }

  /** The score where the test reads one, else the value; null where there is neither. */
  private static Quantity reported(Observation observation, AnalyteRow analyte) {
    if (observation.sds() != null && analyte.unit(SDS) != null) {
      return new Quantity(observation.sds(), SDS);
    }
    return observation.value() == null
        ? null
        : new Quantity(observation.value(), observation.uom() == null ? "" : observation.uom());
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
    Quantity value = analyte.judged(reported);
    if (!isPlausible(unit, value)
        || !isValueBesideScorePlausible()
        || !isTimeConsistent()
        || !isOrdered()) {
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
    range = laboratoryRange();
    if (analyte.unit(SDS) != null && !isScored() && range.high() == null) {
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
    boolean repeated =
        checks.usable(
            new UsableObservation(
                observation.at(),
                code,
                value,
                analyte.inReference(value),
                observation.date(),
                observation.collectedAt(),
                false,
                false,
                treatment.isCurrent(countsAs, observation.date()),
                treatment.isCurrentForAll(countsAs, observation.date()),
                unitDoubtful,
                fasted,
                range,
                text(value) + range.text() + remark()));
    if (repeated) {
      checks.report("duplicate", observation.at(), text() + " is given twice");
    }
    input(isJudged() ? "judged" : "shown", null);
  }

  private boolean isJudged() {
    boolean outside = range.isExceeded() || range.isUndercut();
    return knowledge.isJudged(code) || outside && analyte.shown() == null;
  }

  private boolean isScored() {
    return reported != null && reported.uom().equals(SDS) && analyte.unit(SDS) != null;
  }

  /**
   * The range that the value is judged against. A score is judged by itself; the value beside it
   * counts as well where it lies above the range, and the two contradict each other.
   */
  private LaboratoryRange laboratoryRange() {
    LaboratoryRange given =
        new LaboratoryRange(observation.value(), observation.low(), observation.high());
    if (given.isInverted()) {
      checks.report(
          "contradictory",
          observation.at(),
          text() + ": the ends of the laboratory's range are the wrong way round; it is not used");
      return LaboratoryRange.NONE;
    }
    if (!isScored()) {
      return given;
    }
    if (!given.isExceeded() || isAboveByScore()) {
      return LaboratoryRange.NONE;
    }
    checks.report(
        "contradictory",
        observation.at(),
        text()
            + ": the value beside it lies above the laboratory's range; the cautious side counts");
    return given;
  }

  private boolean isAboveByScore() {
    return knowledge.tables().cutoffs().stream()
        .filter(row -> row.code().equals(analyte.code()) && row.uom().equals(SDS))
        .anyMatch(row -> reported.value().compareTo(row.value()) > 0);
  }

  private String remark() {
    return Interference.remark(day, observation).map(note -> " (" + note + ")").orElse("");
  }

  private boolean isPlausible(UnitRow unit, Quantity value) {
    Plausibility plausibility = Plausibility.of(reported, unit, value, analyte);
    unitDoubtful = plausibility.isUnitDoubtful();
    if (unitDoubtful) {
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

  /** Whether the value that stands beside a score can be what it says it is. */
  private boolean isValueBesideScorePlausible() {
    if (!isScored() || observation.value() == null || analyte.unit(observation.uom()) == null) {
      return true;
    }
    Quantity beside = new Quantity(observation.value(), observation.uom());
    UnitRow unit = analyte.unit(observation.uom());
    Plausibility plausibility = Plausibility.of(beside, unit, analyte.judged(beside), analyte);
    if (!plausibility.problem().isEmpty()) {
      setAside(
          plausibility.problem(),
          "the value " + beside.text() + " beside it " + "is not plausible");
      return false;
    }
    return true;
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

  /** Whether it lies on the right side of the value that is measured with it. */
  private boolean isOrdered() {
    Optional<String> contradiction = PairedValues.contradiction(observation, analyte, day);
    contradiction.ifPresent(why -> setAside("contradictory", why));
    return contradiction.isEmpty();
  }

  /** Whether it may go on; without evidence of fasting perhaps under another code. */
  private boolean isFastedAsNeeded(Quantity value) {
    Fasting fasting = Fasting.of(observation, analyte);
    if (fasting.isUnusual()) {
      checks.report("verify", observation.at(), text() + ": an unusually long fast");
    }
    if (fasting.problem().isEmpty()) {
      fasted = analyte.fastingHours() != null;
      return true;
    }
    if (analyte.code().equals(analyte.otherwise())) {
      checks.report(
          fasting.problem(),
          observation.at(),
          text() + ": " + fasting.why() + "; not judged as fasting");
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
    String whole = text() + words.inOtherUnits() + observation.details(isScored());
    checks.input(new Input(observation.at(), whole, use, finding));
  }

  private String text() {
    return text(null);
  }

  private String text(Quantity value) {
    return words.text(value, knowledge.analyte(code));
  }
}
