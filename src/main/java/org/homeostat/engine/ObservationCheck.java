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
import org.homeostat.quantity.Quantity;

/** The checks of one observation, in the order in which they decide. */
final class ObservationCheck {

  static final String SDS = "{SDS}";
  private static final String ABOVE_RANGE = "above-range";

  private final ObservationChecks checks;
  private final CaseLedger ledger;
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
      CaseLedger ledger,
      PatientOnDay day,
      ValidityWindow treatment,
      Observation observation) {
    this.checks = checks;
    this.ledger = ledger;
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
    if (analyte.unit(reported.uom()) == null) {
      setAside("unit-unknown", "the unit " + reported.uom() + " is not known for this test");
      return;
    }
    Quantity value = analyte.judged(reported);
    if (!isPlausible(value)
        || !isValueBesideScorePlausible()
        || !isTimeConsistent()
        || !isOrdered()) {
      return;
    }
    Optional<String> interference = Interference.of(day, observation, reported);
    if (interference.isPresent()) {
      report("unreliable-assay", ": " + interference.get());
      addUnusable("unreliable-assay", false, value, interference.get());
      input("shown", null);
      return;
    }
    if (!isFastedAsNeeded(value)) {
      return;
    }
    range = laboratoryRange();
    if (analyte.unit(SDS) != null && !isScored() && range.high() == null) {
      report("verify", " has neither a standard deviation score nor the laboratory's range");
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
                observation.method(),
                reported,
                text(value) + range.text() + remark()));
    if (repeated) {
      report("duplicate", " is given twice");
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
    LaboratoryRange given = observation.range();
    if (given.isInverted()) {
      report(
          "contradictory",
          ": the ends of the laboratory's range are the wrong way round; it is not used");
      return LaboratoryRange.NONE;
    }
    if (!isScored()) {
      return given;
    }
    if (!given.isExceeded() || isAboveByScore()) {
      return LaboratoryRange.NONE;
    }
    report(
        "contradictory",
        ": the value beside it lies above the laboratory's range; the cautious side counts");
    return given;
  }

  private boolean isAboveByScore() {
    return knowledge.tables().cutoffs().stream()
        .filter(row -> row.code().equals(analyte.code()) && row.uom().equals(SDS))
        .filter(row -> row.band().equals(ABOVE_RANGE))
        .anyMatch(row -> reported.value().compareTo(row.value()) > 0);
  }

  private String remark() {
    return Interference.remark(day, observation).map(note -> " (" + note + ")").orElse("");
  }

  private boolean isPlausible(Quantity value) {
    Plausibility plausibility = Plausibility.of(reported, analyte);
    unitDoubtful = plausibility.isUnitDoubtful();
    if (unitDoubtful) {
      report("unit-doubtful", ": the number looks like one in another unit; verify the unit");
    }
    if (plausibility.isUnusual()) {
      report("verify", " is unusual; verify it");
    }
    if (plausibility.implausible().isEmpty()) {
      return true;
    }
    setAside("implausible", plausibility.isDangerous(), value, plausibility.implausible());
    return false;
  }

  /** Whether the value that stands beside a score can be what it says it is. */
  private boolean isValueBesideScorePlausible() {
    if (!isScored()
        || observation.value() == null
        || analyte.unit(observation.uom()) == null
        || Plausibility.isPlausible(observation, analyte)) {
      return true;
    }
    Quantity beside = new Quantity(observation.value(), observation.uom());
    setAside("implausible", "the value " + beside.text() + " beside it is not plausible");
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
      report("verify", ": an unusually long fast");
    }
    if (fasting.problem().isEmpty()) {
      fasted = analyte.fastingHours() != null;
      return true;
    }
    if (analyte.code().equals(analyte.otherwise())) {
      report(fasting.problem(), ": " + fasting.why() + "; not judged as fasting");
      return true;
    }
    if (analyte.otherwise() == null) {
      setAside(fasting.problem(), false, value, fasting.why());
      return false;
    }
    addUnusable(fasting.problem(), false, value, fasting.why());
    code = analyte.otherwise();
    report(
        fasting.problem(),
        ": " + fasting.why() + "; it counts as " + knowledge.analyte(code).name());
    return true;
  }

  private void setAside(String problem, String why) {
    setAside(problem, false, null, why);
  }

  private void setAside(String problem, boolean dangerous, Quantity value, String why) {
    report(problem, " is set aside: " + why);
    addUnusable(problem, dangerous, value, why);
    input("set-aside", problem);
  }

  /** Reports what is to be said of the observation, which comes first in the sentence. */
  private void report(String problem, String what) {
    ledger.quality(problem, observation.at(), text() + what);
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
    ledger.input(new Input(observation.at(), whole, use, finding));
  }

  private String text() {
    return text(null);
  }

  private String text(Quantity value) {
    return words.text(value, knowledge.analyte(code));
  }
}
