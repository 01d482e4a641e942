package org.homeostat.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A line of an advisory as comparison sees it.
 *
 * @param because proofs of what it says
 * @param codes what it is about, beside what its proofs rest on
 */
record ComparedLine(
    Change.About about,
    String id,
    String text,
    List<Aspect> aspects,
    List<Proof> because,
    Set<String> codes) {

  /**
   * Something of a line that can be another.
   *
   * @param value as it is shown; null for nothing
   * @param meaning equal where nothing changed for the reader
   * @param rank the smaller the worse; null where it is neither better nor worse than others
   */
  record Aspect(String name, String value, Object meaning, Integer rank) {

    /** The way from an earlier value to this one; null where nothing changed. */
    Change.Kind since(Aspect earlier) {
      if (Objects.equals(meaning, earlier.meaning)) {
        return null;
      }
      if (rank == null || earlier.rank == null || rank.equals(earlier.rank)) {
        return Change.Kind.CHANGED;
      }
      return rank < earlier.rank ? Change.Kind.WORSE : Change.Kind.BETTER;
    }
  }

  /** All lines that are compared, sort by sort. */
  static List<ComparedLine> of(Advisory advisory) {
    return Stream.of(
            Stream.of(tier(advisory.tier())),
            advisory.tier().reasons().stream().map(ComparedLine::reason),
            advisory.recommendations().stream().map(r -> recommendation(r, advisory.asOf())),
            advisory.tier().missing().stream().map(m -> missing(m, advisory)),
            advisory.monitoring().stream().map(ComparedLine::monitored),
            advisory.response().markers().entrySet().stream()
                .map(marker -> marker(marker.getKey(), marker.getValue())))
        .flatMap(lines -> lines)
        .toList();
  }

  private static ComparedLine tier(Tier tier) {
    String level = tier.level().code();
    String shown =
        tier.atLeast() == null ? level : level + " (at least " + tier.atLeast().code() + ")";
    Integer rank = tier.level() == TierLevel.INDETERMINATE ? null : tier.level().ordinal();
    Set<String> codes = new TreeSet<>();
    if (rank == null) {
      tier.missing().forEach(missing -> codes.add(missing.code()));
    }
    return new ComparedLine(
        Change.About.TIER,
        "tier",
        "",
        List.of(new Aspect("level", shown, shown, rank)),
        tier.reasons().stream()
            .filter(r -> r.level() == tier.level() || r.level() == tier.atLeast())
            .flatMap(r -> r.because().stream())
            .toList(),
        codes);
  }

  private static ComparedLine reason(Tier.Reason reason) {
    return new ComparedLine(
        Change.About.REASON, reason.id(), reason.summary(), List.of(), reason.because(), Set.of());
  }

  private static ComparedLine recommendation(Recommendation r, LocalDate asOf) {
    return new ComparedLine(
        Change.About.RECOMMENDATION,
        r.id(),
        r.summary(),
        List.of(urgency(r.urgency()), due(r.due(), asOf)),
        r.because(),
        Set.of(r.target()));
  }

  private static Aspect urgency(Urgency urgency) {
    return new Aspect("urgency", urgency.code(), urgency, urgency.ordinal());
  }

  /** What is due on the day of the advice, and was so before, has no other due day. */
  private static Aspect due(LocalDate due, LocalDate asOf) {
    String shown = due == null ? null : due.toString();
    return new Aspect("due", shown, asOf.equals(due) ? "on the day of the advice" : shown, null);
  }

  private static ComparedLine monitored(Monitored line) {
    return new ComparedLine(
        Change.About.MONITORING,
        line.code(),
        line.why(),
        List.of(
            new Aspect(
                "status", line.status(), line.status(), line.status().equals("overdue") ? 0 : 1)),
        line.because(),
        Set.of(line.code()));
  }

  private static ComparedLine marker(String code, Response.Marker marker) {
    int rank = Response.VERDICTS.indexOf(marker.name());
    return new ComparedLine(
        Change.About.RESPONSE,
        code,
        marker.baseline() + " to " + marker.current() + ": " + marker.name(),
        List.of(new Aspect("class", marker.name(), marker.name(), rank < 0 ? null : rank)),
        marker.because(),
        Set.of(code));
  }

  /** A datum that is missing has no proof of its own; the advice to get it has one. */
  private static ComparedLine missing(Tier.Missing missing, Advisory advisory) {
    return new ComparedLine(
        Change.About.MISSING,
        missing.code(),
        missing.why(),
        List.of(),
        advisory.recommendations().stream()
            .filter(r -> r.target().equals(missing.code()))
            .flatMap(r -> r.because().stream())
            .toList(),
        Set.of(missing.code()));
  }
}
