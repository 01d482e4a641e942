package org.homeostat.ruletest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Coverage as an LCOV trace file: rules are functions, conditions are lines with two branches
 * (held, stopped), table rows are lines, cut-offs have three branches (below, at, above).
 */
public final class CoverageLcov {

  private CoverageLcov() {}

  /**
   * The whole file.
   *
   * @param folder where the rule folder lies, as it stands before the paths of its files
   */
  public static String of(Coverage coverage, String folder) {
    StringBuilder lcov = new StringBuilder("TN:\n");
    Map<String, List<Coverage.RuleCount>> rules =
        coverage.rules().stream()
            .collect(
                Collectors.groupingBy(
                    count -> count.rule().file(), TreeMap::new, Collectors.toList()));
    rules.forEach((file, counts) -> rules(lcov, folder + "/" + file, counts));
    Map<String, List<Coverage.RowCount>> rows =
        coverage.rows().stream()
            .collect(
                Collectors.groupingBy(
                    count -> count.row().file(), TreeMap::new, Collectors.toList()));
    rows.forEach((file, counts) -> rows(lcov, folder + "/" + file, counts, coverage.cutoffs()));
    return lcov.toString();
  }

  private static void rules(StringBuilder lcov, String file, List<Coverage.RuleCount> rules) {
    line(lcov, "SF:" + file);
    for (Coverage.RuleCount rule : rules) {
      line(lcov, "FN:" + rule.rule().line() + "," + rule.rule().id());
    }
    for (Coverage.RuleCount rule : rules) {
      line(lcov, "FNDA:" + rule.held() + "," + rule.rule().id());
    }
    line(lcov, "FNF:" + rules.size());
    line(lcov, "FNH:" + rules.stream().filter(rule -> rule.seen() > 0).count());
    List<Coverage.ConditionCount> conditions =
        rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
    for (Coverage.ConditionCount c : conditions) {
      boolean reached = c.held() + c.stopped() > 0;
      if (c.condition().lookup()) {
        branches(lcov, c.condition().line(), reached, c.held());
      } else {
        branches(lcov, c.condition().line(), reached, c.held(), c.stopped());
      }
    }
    branchSums(lcov, conditions);
    for (Coverage.ConditionCount c : conditions) {
      line(lcov, "DA:" + c.condition().line() + "," + c.held());
    }
    lineSums(lcov, conditions.size(), conditions.stream().filter(c -> c.held() > 0).count());
  }

  private static void rows(
      StringBuilder lcov,
      String file,
      List<Coverage.RowCount> rows,
      List<Coverage.CutoffCount> cutoffs) {
    line(lcov, "SF:" + file);
    List<Coverage.CutoffCount> compared =
        cutoffs.stream()
            .filter(cutoff -> cutoff.row().file().equals(rows.get(0).row().file()))
            .toList();
    for (Coverage.CutoffCount c : compared) {
      branches(lcov, c.row().line(), c.seen() > 0, c.below(), c.at(), c.above());
    }
    if (!compared.isEmpty()) {
      branchSums(lcov, compared);
    }
    for (Coverage.RowCount row : rows) {
      line(lcov, "DA:" + row.row().line() + "," + row.used());
    }
    lineSums(lcov, rows.size(), rows.stream().filter(row -> row.seen() > 0).count());
  }

  private static void branches(StringBuilder lcov, int line, boolean reached, int... taken) {
    for (int branch = 0; branch < taken.length; branch++) {
      line(lcov, "BRDA:" + line + ",0," + branch + "," + (reached ? taken[branch] : "-"));
    }
  }

  private static void branchSums(StringBuilder lcov, List<? extends Coverage.Part> parts) {
    line(lcov, "BRF:" + parts.stream().mapToInt(Coverage.Part::outcomes).sum());
    line(lcov, "BRH:" + parts.stream().mapToInt(Coverage.Part::seen).sum());
  }

  private static void lineSums(StringBuilder lcov, int found, long hit) {
    line(lcov, "LF:" + found);
    line(lcov, "LH:" + hit);
    line(lcov, "end_of_record");
  }

  private static void line(StringBuilder lcov, String text) {
    lcov.append(text).append("\n");
  }
}
