package org.homeostat.rulebook;

import java.util.List;
import java.util.SortedMap;
import org.homeostat.knowledge.Knowledge;

final class RuleLint {
  private RuleLint() {}

  static List<String> problems(SortedMap<String, String> files, Knowledge knowledge) {
    return List.of();
  }
}
