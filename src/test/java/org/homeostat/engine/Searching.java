package org.homeostat.engine;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.PatientCase;

/** Searches for what would change the advice on a case, made of its parts. */
final class Searching {

  private Searching() {}

  /** A search on the day of the case with so many threads, each with an asker of its own. */
  static WhatIf run(PatientCase given, int threads, BiFunction<Rehearsal, Outcome, Asker> askers) {
    LocalDate day = given.asOf();
    Outcome base = base(given);
    return new WhatIfSearch(
            PatientOnDay.of(given, day, TestData.BUNDLED.knowledge()),
            SessionFacts.of(given, day, TestData.BUNDLED.knowledge()),
            base,
            () -> askers.apply(rehearsal(day), base),
            threads)
        .run();
  }

  private static Outcome base(PatientCase given) {
    try (Rehearsal rehearsal = rehearsal(given.asOf())) {
      return rehearsal.outcome(given);
    }
  }

  private static Rehearsal rehearsal(LocalDate day) {
    return new Rehearsal(TestData.BUNDLED, day, FiringLimits.DEFAULT);
  }

  /** What a fresh engine says of the case. */
  static Outcome fresh(AdvisoryEngine engine, PatientCase given, LocalDate day) {
    Advisory advisory = engine.advise(given, day);
    return Outcome.of(advisory.tier(), advisory.recommendations());
  }
}
