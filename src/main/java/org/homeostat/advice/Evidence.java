package org.homeostat.advice;

import java.util.List;

/**
 * What independent evidence says of one statement.
 *
 * @param guidance id of the statement
 * @param statement the statement in the project's words
 * @param document document and section that make it; null where no document does
 * @param card claim card; null where there is none
 * @param grade {@code A} to {@code E}, or {@code X}: the project's own scale
 * @param verdict {@code agrees}, {@code weaker}, {@code mixed}, {@code contradicts}, {@code
 *     unsupported} or {@code not-in-document}
 */
public record Evidence(
    String guidance,
    String statement,
    String document,
    String card,
    String grade,
    String verdict,
    String note,
    List<Citation> citations) {
  public Evidence {
    citations = List.copyOf(citations);
  }

  /** In one line: statement and card, verdict and grade, and what it rests on. */
  public String line() {
    return guidance
        + (card == null ? "" : " " + card)
        + ": "
        + verdict
        + ", grade "
        + grade
        + ". "
        + note;
  }
}
