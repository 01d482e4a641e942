package org.homeostat.fact;

import java.util.List;

/**
 * How often, and at what time of day, an agent is given: what a schedule is checked against.
 *
 * @param routes routes that it is about; none: every route
 * @param frequencies frequencies that go with the agent
 * @param timings times of day that go with it; none: any
 */
public record Dosing(
    String agent,
    List<String> routes,
    List<String> frequencies,
    List<String> timings,
    String note,
    String source)
    implements TableRow {

  private static final String ANY_TIME = "any";

  public Dosing {
    routes = List.copyOf(routes);
    frequencies = List.copyOf(frequencies);
    timings = List.copyOf(timings);
  }

  /** Whether it is about the route of the treatment, or about one that was not said. */
  public boolean isForRouteOf(Treatment treatment) {
    return routes.isEmpty() || treatment.route() == null || routes.contains(treatment.route());
  }

  /** Whether the stated frequency goes with it; one that was not said does. */
  public boolean fitsFrequencyOf(Treatment treatment) {
    return treatment.frequency() == null || frequencies.contains(treatment.frequency());
  }

  /** Whether the stated time of day goes with it; one that was not said does. */
  public boolean fitsTimingOf(Treatment treatment) {
    return timings.isEmpty()
        || treatment.timing() == null
        || treatment.timing().equals(ANY_TIME)
        || timings.contains(treatment.timing());
  }

  @Override
  public String table() {
    return "dosing";
  }

  @Override
  public String text() {
    return note;
  }
}
