package org.homeostat.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How far one case may go before the rules are taken to run away.
 *
 * @param firings how many rules may fire; a case of more facts than a tenth of that may have ten
 *     for each fact
 * @param time how long firing may take by the wall clock; looked at before each firing
 */
public record FiringLimits(int firings, Duration time) {

  /** 10,000 firings and 10 seconds: a case takes a few dozen firings and milliseconds. */
  public static final FiringLimits DEFAULT = new FiringLimits(10_000, Duration.ofSeconds(10));

  /** How many rules may fire for a case of so many facts. */
  int firingsFor(int facts) {
    return Math.max(firings, (int) Math.min(10L * facts, Integer.MAX_VALUE));
  }

  public FiringLimits {
    Objects.requireNonNull(time, "time");
    if (firings < 1) {
      throw new IllegalArgumentException("a case needs at least 1 firing, not " + firings);
    }
  }
}
