package org.homeostat.casefile;

import java.util.List;
import java.util.Locale;
import org.homeostat.knowledge.Knowledge;

/** The lists of codes that a case file may use: those of the tables, and {@code country}. */
final class CodeLists {

  /** ISO 3166-1 alpha-2, as the Java runtime knows it. */
  static final List<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream().sorted().toList();

  private CodeLists() {}

  static List<String> codes(String list, Knowledge knowledge) {
    return list.equals("country") ? COUNTRIES : knowledge.codes(list);
  }
}
