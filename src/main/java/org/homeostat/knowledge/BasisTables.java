package org.homeostat.knowledge;

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
}
