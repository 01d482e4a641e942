package org.homeostat.rulebook;

import java.util.List;
import org.homeostat.knowledge.Knowledge;

/** What rules are called. */
final class RuleNames {

  private static final List<String> CODES = List.of("condition", "agent", "observation", "option");

  private RuleNames() {}

  /** Whether a name holds a number that is no part of a code. */
  static boolean holdsNumber(String name, Knowledge knowledge) {
    String withoutCodes = name;
    for (String list : CODES) {
      for (String code : knowledge.codes(list)) {
        withoutCodes = withoutCodes.replace(code, "");
      }
    }
    return withoutCodes.chars().anyMatch(Character::isDigit);
  }
}
