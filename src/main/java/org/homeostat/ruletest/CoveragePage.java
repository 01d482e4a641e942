package org.homeostat.ruletest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeostat.report.HtmlTemplate;

/** Coverage as one HTML page that needs nothing beside it. */
public final class CoveragePage {

  private CoveragePage() {}

  /** The whole page. */
  public static String of(Coverage coverage) {
    return HtmlTemplate.fill(
        "coverage.jte",
        Map.of(
            "coverage",
            coverage,
            "files",
            byFile(coverage.rules(), count -> count.rule().file()),
            "tables",
            byFile(coverage.rows(), count -> count.row().file())));
  }

  private static <T> Map<String, List<T>> byFile(List<T> counts, Function<T, String> file) {
    return counts.stream().collect(Collectors.groupingBy(file, TreeMap::new, Collectors.toList()));
  }
}
