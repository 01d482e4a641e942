package org.homeostat.ruletest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.advice.Advisory;

/**
 * What the name of a case file says of one rule: {@code RULE--fires-WHAT.json}, {@code
 * RULE--silent-WHAT.json}, or {@code RULE--suppresses-WHAT.json} for a rule that works by keeping
 * other rules from holding.
 *
 * @param rule its id
 * @param kind what it does in the case
 */
record RuleUse(String rule, Kind kind) {

  /** What a rule does in a case. */
  enum Kind {
    /** It stands in a proof of the advisory. */
    FIRES,
    /** It stands in none. */
    SILENT,
    /** It holds, and stands in none: it keeps others from holding. */
    SUPPRESSES
  }

  private static final Pattern NAME = Pattern.compile("(.*?)--(fires|silent|suppresses)-.*");

  /** What the name of a file says; nothing where it follows another convention. */
  static Optional<RuleUse> of(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    Matcher m = NAME.matcher(name);
    return m.matches()
        ? Optional.of(new RuleUse(m.group(1), Kind.valueOf(m.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  /** Whether the rule holds, in a proof or in the way of others. */
  boolean holds() {
    return kind != Kind.SILENT;
  }

  /** What of it the advisory does not meet. */
  List<Mismatch> mismatches(Advisory advisory) {
    Set<String> proved = ProvedRules.of(advisory);
    boolean fires = kind == Kind.FIRES;
    if (proved.contains(rule) == fires) {
      return List.of();
    }
    return fires
        ? List.of(Mismatch.missing("proofs", rule, rule, proved))
        : List.of(Mismatch.surplus("proofs", rule, "no " + rule));
  }
}
