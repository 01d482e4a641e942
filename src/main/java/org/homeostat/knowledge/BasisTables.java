package org.homeostat.knowledge;

import java.math.BigDecimal;
import java.util.List;

/** The members of the rule set by which a clinician can review the basis of its advice. */
public final class BasisTables {

  private BasisTables() {}

  /**
   * What the rule set is for, and how far it can be relied on.
   *
   * @param purpose what it is meant to do
   * @param users who is meant to use it
   * @param patients for whom it gives advice
   * @param inputs the data it needs, and how their quality is judged
   * @param logic how it comes to its advice, in plain language
   * @param evidence what it relies on
   * @param unknowns what is not known or not done
   */
  public record IntendedUseRow(
      String purpose,
      String users,
      String patients,
      String inputs,
      String logic,
      String evidence,
      List<String> unknowns) {}

  /**
   * The source attributes of evidence-based decision support interventions, 45 CFR
   * 170.315(b)(11)(iv)(A), of the rule set as a whole.
   *
   * @param citation bibliographic citation
   * @param developer who made it
   * @param funding who paid for its technical implementation
   * @param dates release and revision
   * @param race how race is used, and so on for the rest
   */
  public record AttributesRow(
      String citation,
      String developer,
      String funding,
      String dates,
      String race,
      String ethnicity,
      String language,
      String sexualOrientation,
      String genderIdentity,
      String sex,
      String dateOfBirth,
      String socialDeterminants,
      String healthStatus) {}

  /**
   * How far one measurement of a test usually varies.
   *
   * @param uom unit that it is for; null: any but a score
   * @param percent coefficient of variation within one person and in the assay together
   * @param within the part within one person; null: not told apart
   * @param assay the part of the assay; null: not told apart
   * @param note whom it was found in
   */
  public record VariationRow(
      String code,
      String uom,
      BigDecimal percent,
      BigDecimal within,
      BigDecimal assay,
      String note,
      String source) {

    /** The unit of scores, which have no relation to zero. */
    private static final String SCORE = "{SDS}";

    /** Whether it is for values of the test in the unit. */
    public boolean isFor(String test, String unit) {
      return code.equals(test) && (uom == null ? !unit.equals(SCORE) : uom.equals(unit));
    }
  }
}
