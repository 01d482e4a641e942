package org.homeostat.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is looked for in a rule folder. Each has a page under {@code homeostat/check}. */
public enum Check {
  /** The file is no DRL that can be parsed. */
  SYNTAX(Severity.ERROR, "the file is no DRL that can be parsed"),
  /** The rule does not compile. */
  COMPILATION(Severity.ERROR, "the rule does not compile"),
  /** The package does not follow the path of the file. */
  PACKAGE_NAME(Severity.ERROR, "the package does not follow the path of the file"),
  /** A rule file holds imports and rules only. */
  FILE_CONTENT(Severity.ERROR, "a rule file holds imports and rules only"),
  /** A rule file holds at most twelve rules. */
  FILE_LENGTH(Severity.ERROR, "a rule file holds at most twelve rules"),
  /** Rules import facts and formulas only. */
  FOREIGN_IMPORT(Severity.ERROR, "rules import facts and formulas only"),
  /** An import is used by no rule of the file. */
  UNUSED_IMPORT(Severity.ERROR, "an import is used by no rule of the file"),
  /** A rule name is a clinical phrase in kebab-case. */
  RULE_NAME(Severity.ERROR, "a rule name is a clinical phrase in kebab-case"),
  /** Two rules have one name. */
  DUPLICATE_NAME(Severity.ERROR, "two rules have one name"),
  /** A rule has no attributes, parents or further consequences. */
  RULE_FORM(Severity.ERROR, "a rule has no attributes, parents or further consequences"),
  /** Conditions are patterns, one a line. */
  CONDITION_FORM(Severity.ERROR, "conditions are patterns, one a line"),
  /** A constraint is one whole comparison. */
  CONSTRAINT_FORM(Severity.ERROR, "a constraint is one whole comparison"),
  /** A number stands in a rule instead of a table. */
  NUMBER_LITERAL(Severity.ERROR, "a number stands in a rule instead of a table"),
  /** A rule reaches beyond facts and formulas. */
  FOREIGN_REACH(Severity.ERROR, "a rule reaches beyond facts and formulas"),
  /** A rule inserts one derived fact and does nothing else. */
  CONSEQUENCE(Severity.ERROR, "a rule inserts one derived fact and does nothing else"),
  /** What a rule says of itself is incomplete or out of form. */
  METADATA(Severity.ERROR, "what a rule says of itself is incomplete or out of form"),
  /** An id is in no table. */
  UNKNOWN_ID(Severity.ERROR, "an id is in no table"),
  /** A text names a variable that the rule does not bind. */
  UNBOUND_PLACE(Severity.ERROR, "a text names a variable that the rule does not bind"),
  /** A rule feeds an absence on which it rests. */
  NOT_STRATIFIED(Severity.ERROR, "a rule feeds an absence on which it rests"),
  /** A table cannot be read. */
  TABLE_FORM(Severity.ERROR, "a table cannot be read"),
  /** A file of tables/ is no table of this project. */
  UNKNOWN_TABLE(Severity.ERROR, "a file of tables/ is no table of this project"),
  /** A code is in no list. */
  UNKNOWN_CODE(Severity.ERROR, "a code is in no list"),
  /** Nothing can make the rule hold. */
  NEVER_FIRES(Severity.ERROR, "nothing can make the rule hold"),
  /** Two rules say the same. */
  DUPLICATE_RULE(Severity.ERROR, "two rules say the same"),
  /** A rule adds nothing to a wider one. */
  SUBSUMED_RULE(Severity.WARNING, "a rule adds nothing to a wider one"),
  /** Two rules give advice that cannot both be followed. */
  CONFLICTING_ADVICE(Severity.ERROR, "two rules give advice that cannot both be followed"),
  /** Values fall between two bands of a test. */
  BAND_GAP(Severity.ERROR, "values fall between two bands of a test"),
  /** Values fall into two bands of a test that exclude each other. */
  BAND_OVERLAP(Severity.ERROR, "values fall into two bands of a test that exclude each other"),
  /** No rule encodes the statement. */
  STATEMENT_WITHOUT_RULE(Severity.WARNING, "no rule encodes the statement"),
  /** No rule encodes the policy id. */
  POLICY_WITHOUT_RULE(Severity.WARNING, "no rule encodes the policy id"),
  /** Nothing refers to the row. */
  UNUSED_ROW(Severity.WARNING, "nothing refers to the row"),
  /** The last review of a rule is more than 52 weeks ago. */
  REVIEW_DUE(Severity.WARNING, "the last review of a rule is more than 52 weeks ago"),
  /** A source was not read in the original. */
  CITATION_NOT_VERIFIED(Severity.NOTE, "a source was not read in the original");

  private final Severity severity;
  private final String title;

  Check(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  /** How much its diagnostics weigh. */
  public Severity severity() {
    return severity;
  }

  /** What it says of a place, in half a sentence. */
  public String title() {
    return title;
  }

  /** Its page: what it looks for, why it matters, a bad example and a good one. */
  public String page() {
    String resource = "/homeostat/check/" + code() + ".md";
    try (InputStream in = Check.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** Its permanent name, such as {@code unknown-code}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
