package org.homeostat.advice;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How tests moved from the patient's own baseline, and what that amounts to.
 *
 * @param markers by code of the test
 * @param overall the worst class that is a verdict; else the commoner of the others; null without
 *     markers
 */
public record Response(SortedMap<String, Marker> markers, String overall) {

  /** The classes that are a verdict, the worst first. */
  public static final List<String> VERDICTS = List.of("worsening", "none", "partial", "responding");

  /** The classes that are none. */
  public static final List<String> NO_VERDICTS = List.of("too-early", "no-benchmark");

  /** Every class. */
  public static final List<String> CLASSES =
      Stream.concat(VERDICTS.stream(), NO_VERDICTS.stream()).toList();

  /** Nothing to tell. */
  public static final Response NONE = new Response(new TreeMap<>(), null);

  public Response {
    markers = Collections.unmodifiableSortedMap(new TreeMap<>(markers));
  }

  /**
   * One test.
   *
   * @param about agents that it is about, with their start or stop
   * @param baseline last value before the start, or, after stopping, on treatment; with its day
   * @param current newest value with its day
   * @param weeks from start or stop to the day of the advice, one decimal, rounded down
   * @param since what the weeks are counted from: {@code start} or {@code stop}
   * @param change with its unit
   * @param changePercent of the baseline, one decimal, rounded towards zero; null where percent say
   *     nothing, as of a score
   * @param benchmark what a trial of the agent found; null: there is none
   * @param name class: {@code responding}, {@code partial}, {@code none}, {@code worsening}, {@code
   *     too-early} or {@code no-benchmark}
   * @param guidance statements that it bears on
   */
  public record Marker(
      String about,
      String baseline,
      String current,
      BigDecimal weeks,
      String since,
      String change,
      BigDecimal changePercent,
      String benchmark,
      String name,
      List<String> guidance,
      List<Evidence> evidence,
      List<Proof> because) {

    public Marker {
      guidance = List.copyOf(guidance);
      evidence = List.copyOf(evidence);
      because = List.copyOf(because);
    }
  }
}
