package org.homeostat.ruletest;

import java.util.List;
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
 * @param fires whether it stands in a proof of the advisory; where it stays silent or suppresses it
 *     stands in none
 * @param suppresses whether it holds all the same
 */
record RuleUse(String rule, boolean fires, boolean suppresses) {

  private static final Pattern NAME = Pattern.compile("(.*?)--(fires|silent|suppresses)-.*");

  /** What the name of a file says; nothing where it follows another convention. */
  static Optional<RuleUse> of(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    Matcher m = NAME.matcher(name);
    return m.matches()
        ? Optional.of(
            new RuleUse(m.group(1), m.group(2).equals("fires"), m.group(2).equals("suppresses")))
        : Optional.empty();
  }

  /** Whether the rule holds, in a proof or in the way of others. */
  boolean holds() {
    return fires || suppresses;
  }

  /** What of it the advisory does not meet. */
  List<Mismatch> mismatches(Advisory advisory) {
    Set<String> proved = ProvedRules.of(advisory);
    if (proved.contains(rule) == fires) {
      return List.of();
    }
    return fires
        ? List.of(Mismatch.missing("proofs", rule, rule, proved))
        : List.of(Mismatch.surplus("proofs", rule, "no " + rule));
  }
}
