package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeostat.fact.Course;
import org.homeostat.fact.ProtocolEntry;

/**
 * The courses of a protocol: one for each part into which it falls (the growth hormone axis,
 * incretins, androgens) and for each agent, class or group that the tables name.
 */
final class Courses {

  private static final Comparator<ProtocolEntry> BY_START =
      Comparator.comparing(ProtocolEntry::start, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ProtocolEntry::at);

  private final PatientOnDay day;

  private Courses(PatientOnDay day) {
    this.day = day;
  }

  static List<Course> of(PatientOnDay day) {
    Courses courses = new Courses(day);
    return courses.scopes().stream().flatMap(courses::of).toList();
  }

  /** The parts into which the protocol falls. */
  static SortedSet<String> mainScopes(PatientOnDay day) {
    SortedSet<String> scopes = new TreeSet<>();
    orEmpty(day.given().protocol())
        .forEach(entry -> scopes.add(day.knowledge().agent(entry.agent()).scope()));
    return scopes;
  }

  private SortedSet<String> scopes() {
    SortedSet<String> scopes = mainScopes(day);
    scopes.addAll(day.knowledge().courseScopes());
    return scopes;
  }

  /** A current course; else a planned one, a stopped one, or both. */
  private Stream<Course> of(String scope) {
    List<ProtocolEntry> entries =
        orEmpty(day.given().protocol()).stream()
            .filter(entry -> day.knowledge().agent(entry.agent()).is(scope))
            .sorted(BY_START)
            .toList();
    List<ProtocolEntry> current = with("current", entries);
    if (!current.isEmpty()) {
      ProtocolEntry first = current.get(0);
      return Stream.of(course(scope, "current", first, first.start(), "since " + first.start()));
    }
    List<Course> courses = new ArrayList<>();
    with("planned", entries).stream()
        .findFirst()
        .map(entry -> planned(scope, entry))
        .ifPresent(courses::add);
    with("stopped", entries).stream()
        .max(Comparator.comparing(ProtocolEntry::stop).thenComparing(ProtocolEntry::at))
        .map(entry -> course(scope, "stopped", entry, entry.start(), "until " + entry.stop()))
        .ifPresent(courses::add);
    return courses.stream();
  }

  private List<ProtocolEntry> with(String status, List<ProtocolEntry> entries) {
    return entries.stream().filter(e -> e.statusOn(day.asOf()).equals(status)).toList();
  }

  private Course planned(String scope, ProtocolEntry entry) {
    LocalDate start = entry.start() == null ? day.asOf() : entry.start();
    String when = entry.start() == null ? "planned" : "planned from " + start;
    return course(scope, "planned", entry, start, when);
  }

  private Course course(
      String scope, String status, ProtocolEntry entry, LocalDate start, String when) {
    String agent = day.knowledge().agent(entry.agent()).name();
    String group =
        switch (scope) {
          case "gh-axis" -> "growth hormone axis agents " + when + " (" + agent + ")";
          default -> agent + " " + when;
        };
    return new Course(
        entry.at(),
        scope,
        mainScopes(day).contains(scope),
        status,
        start,
        status.equals("stopped") ? entry.stop() : null,
        day.asOf(),
        group);
  }
}
