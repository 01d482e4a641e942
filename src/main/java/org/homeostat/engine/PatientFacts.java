package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.math.BigDecimal;
import java.util.List;
import org.homeostat.fact.Answer;
import org.homeostat.fact.Patient;
import org.homeostat.fact.UsableObservation;
import org.homeostat.quantity.Quantity;

/** The facts of who the patient is. */
final class PatientFacts {

  private final PatientOnDay day;
  private final CaseLedger ledger;

  PatientFacts(PatientOnDay day, CaseLedger ledger) {
    this.day = day;
    this.ledger = ledger;
  }

  void add(Patient patient) {
    ledger.optional("/patient/birthDate", "born", patient.birthDate(), true);
    ledger.optional("/patient/ageYears", "age in years", patient.ageYears(), true);
    age(patient);
    pregnancyOfAMan(patient);
    String sex = "sex " + patient.sex();
    ledger.fact(new Answer("/patient/sex", "sex", patient.sex(), sex));
    ledger.input("/patient/sex", sex, true);
    ledger.optional("/patient/ancestry", "ancestry", patient.ancestry(), true);
    ledger.answer("/patient/pregnancy", "pregnancy", patient.pregnancy());
    day.positivePregnancyTest()
        .filter(test -> !patient.isPregnant())
        .ifPresent(
            test -> {
              ledger.fact(new Answer(test.at(), "pregnancy", "pregnant", test.text()));
              if (patient.pregnancy() != null) {
                ledger.quality(
                    "contradictory",
                    test.at(),
                    test.text()
                        + ", beside pregnancy "
                        + patient.pregnancy()
                        + "; pregnant counts");
              }
            });
    ledger.answer("/patient/menopause", "menopause", patient.menopause());
    place(patient.jurisdiction());
    List<String> agents = orEmpty(patient.hypersensitivity());
    for (int i = 0; i < agents.size(); i++) {
      hypersensitivity("/patient/hypersensitivity/" + i, agents.get(i));
    }
    ledger.optional("/patient/lastMenses", "last menses", patient.lastMenses(), false);
    ledger.optional("/patient/contraception", "contraception", patient.contraception(), false);
  }

  /** A man who is said to be pregnant: one of the two is wrong, and the pregnancy counts. */
  private void pregnancyOfAMan(Patient patient) {
    if (patient.sex().equals("male") && day.isPregnant()) {
      ledger.quality(
          "contradictory", "/patient/sex", "Sex male, beside a pregnancy; pregnant counts");
    }
  }

  /** Where regulation is looked up. */
  private void place(String country) {
    if (country != null) {
      String place = day.knowledge().placeOf(country);
      String text =
          "jurisdiction "
              + country
              + day.knowledge()
                  .jurisdiction(country)
                  .map(row -> ", looked up for " + row.name())
                  .orElse(", of which nothing is recorded");
      ledger.fact(new Answer("/patient/jurisdiction", "place", place, text));
      ledger.input("/patient/jurisdiction", text, true);
    }
  }

  private void age(Patient patient) {
    String at = patient.birthDate() == null ? "/patient/ageYears" : "/patient/birthDate";
    Quantity years = new Quantity(BigDecimal.valueOf(day.age()), "a");
    String text = "age " + day.age() + " years";
    ledger.fact(UsableObservation.answered(at, "age", years, day.asOf(), text));
  }

  private void hypersensitivity(String at, String agent) {
    String text = "hypersensitivity to " + day.knowledge().name(agent);
    ledger.fact(new Answer(at, "hypersensitivity", agent, text));
    ledger.input(at, text, true);
  }
}
