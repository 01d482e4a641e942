package org.homeostat.casefile;

/**
 * What a text of JSON is to hold.
 *
 * @param name with its article
 * @param values how many values are too many for it
 * @param usualValues how many it has, in words
 * @param depth how deep its nesting may go
 * @param usualDepth how deep it goes, in words
 */
record JsonForm(String name, int values, String usualValues, int depth, String usualDepth) {

  static final JsonForm CASE = new JsonForm("a case", 1_000_000, "some hundred", 50, "four levels");

  static final JsonForm ADVISORY =
      new JsonForm("an advisory", 2_500_000, "some thousand", 100, "some twenty levels");
}
