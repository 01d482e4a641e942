package org.homeostat.knowledge;

import java.util.List;

/** What can be found in the data of a case. */
public final class DataQuality {

  /** Every code of the contract. */
  public static final List<String> CODES =
      List.of(
          "implausible",
          "verify",
          "stale",
          "not-fasting",
          "fasting-unknown",
          "unit-missing",
          "unit-unknown",
          "unit-doubtful",
          "duplicate",
          "contradictory",
          "unreliable-assay",
          "future-date");

  private DataQuality() {}
}
