package org.homeostat.report;

import java.util.Comparator;
import java.util.List;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Urgency;

/**
 * The recommendations of an advisory in the order in which a reader acts on them: who is to be
 * called at once, what ends or pauses an agent, then tests, then what is to be looked into and
 * talked about.
 */
final class ReadingOrder {

  private static final List<String> ACTIONS =
      List.of(
          "stop", "avoid", "hold", "refer", "review", "repeat", "measure", "assess", "verify",
          "discuss", "counsel");

  private ReadingOrder() {}

  /** Those of an urgency; tests that the tier misses before others. */
  static List<Recommendation> of(Advisory advisory, Urgency urgency) {
    return advisory.recommendations().stream()
        .filter(line -> line.urgency() == urgency)
        .sorted(
            Comparator.comparing((Recommendation line) -> !isCall(line))
                .thenComparing(line -> ACTIONS.indexOf(line.action()))
                .thenComparing(line -> !settlesTier(line, advisory))
                .thenComparing(Recommendation::id))
        .toList();
  }

  /** Whether somebody is to be called at once. */
  private static boolean isCall(Recommendation line) {
    return line.urgency() == Urgency.CRITICAL && line.action().equals("refer");
  }

  /** Whether it asks for what the tier misses. */
  static boolean settlesTier(Recommendation line, Advisory advisory) {
    return advisory.tier().missing().stream().anyMatch(datum -> datum.code().equals(line.target()));
  }
}
