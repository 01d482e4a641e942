package org.homeostat.ruletest;

import java.util.List;
import java.util.Locale;
import org.homeostat.report.InertText;

/** Coverage as text: the shares, then every place that is not covered. */
public final class CoverageText {

  private CoverageText() {}

  /** The whole text. */
  public static String of(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    text.append("Coverage by ").append(coverage.cases()).append(" cases\n");
    for (Coverage.Share share : coverage.shares()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-11s %7s  %d of %d\n",
              share.of(),
              share.percent(),
              share.seen(),
              share.outcomes()));
    }
    List<Coverage.Gap> gaps = coverage.gaps();
    if (!gaps.isEmpty()) {
      text.append("Not covered\n");
    }
    gaps.forEach(
        gap ->
            text.append("  ").append(InertText.of(gap.place() + ": " + gap.what())).append("\n"));
    return text.toString();
  }
}
