package org.homeostat.casefile;

import java.util.regex.Pattern;

/** What the reader refuses and a JSON Schema cannot say: all of it stands here. */
enum ReaderOnlyCheck {
  STOP_BEFORE_START(
      "/protocol/0: stop 2026-01-01 lies before start 2026-02-01; mend one of the dates",
      "stop \\S+ lies before start \\S+; mend one of the dates",
      file(
          "'ageYears':40",
          ",'protocol':[{'agent':'sermorelin','start':'2026-02-01','stop':'2026-01-01'}]")),
  MEDICATION_STOP_BEFORE_START(
      "/medications/0: stop 2026-01-01 lies before start 2026-02-01; mend one of the dates",
      "stop \\S+ lies before start \\S+; mend one of the dates",
      file(
          "'ageYears':40",
          ",'medications':[{'code':'statin','start':'2026-02-01','stop':'2026-01-01'}]")),
  BIRTH_DATE_WITHOUT_AGE(
      "/patient/birthDate: 2026-11-22 gives no age from 0 to 125 on 2026-11-21",
      "\\S+ gives no age from 0 to 125 on \\S+",
      file("'birthDate':'2026-11-22'", "")),
  BIRTH_DATE_TOO_LONG_AGO(
      "/patient/birthDate: 1900-11-21 gives no age from 0 to 125 on 2026-11-21",
      "\\S+ gives no age from 0 to 125 on \\S+",
      file("'birthDate':'1900-11-21'", "")),
  AGE_AGAINST_BIRTH_DATE(
      "/patient/ageYears: 46 disagrees with birthDate 1980-11-22, age 45 on 2026-11-21;"
          + " leave one of them out",
      "\\d+ disagrees with birthDate \\S+, age \\d+ on \\S+; leave one of them out",
      file("'birthDate':'1980-11-22','ageYears':46", "")),
  TOO_MANY_DECIMALS(
      "/lifestyle/sleepHours: 7.000000000000000000001 has more than 20 decimals;" + " round it",
      "\\S+ has more than 20 decimals; round it",
      file("'ageYears':40", ",'lifestyle':{'sleepHours':7.000000000000000000001}"));

  /** What the reader says of {@link #file}. */
  final String message;

  /** A file that is refused for this only. */
  final String file;

  private final Pattern form;

  ReaderOnlyCheck(String message, String form, String file) {
    this.message = message;
    this.form = Pattern.compile(form);
    this.file = file;
  }

  private static String file(String patient, String rest) {
    return "{'id':'a','asOf':'2026-11-21','patient':{'sex':'male',%s}%s}"
        .formatted(patient, rest)
        .replace('\'', '"');
  }

  /** Whether one of these checks gave the problem. */
  static boolean gave(Problem problem) {
    for (ReaderOnlyCheck check : values()) {
      if (check.form.matcher(problem.message()).matches()) {
        return true;
      }
    }
    return false;
  }
}
