package org.homeostat.engine;

import static org.homeostat.engine.PatientOnDay.orEmpty;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.homeostat.fact.Course;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.TableRow;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeRows;
import org.homeostat.knowledge.TimeTables;

/** Chooses the rows of schedule, markers and benchmarks that hold for the courses of a patient. */
final class TimeRowSelection {

  private static final int FIRST_YEAR = 52;

  private final PatientOnDay day;
  private final Knowledge knowledge;
  private final List<Course> courses;
  private final SortedSet<String> mainScopes;

  TimeRowSelection(PatientOnDay day) {
    this.day = day;
    this.knowledge = day.knowledge();
    this.courses = Courses.of(day);
    this.mainScopes = Courses.mainScopes(day);
  }

  List<TableRow> rows() {
    if (courses.isEmpty()) {
      return List.of();
    }
    List<TableRow> rows = new ArrayList<>();
    Tables tables = knowledge.tables();
    for (TimeTables.ScheduleRow row : tables.schedule()) {
      scopes(row)
          .filter(scope -> isFor(row, scope))
          .forEach(scope -> rows.add(TimeRows.checkpoint(row, scope, agents(scope), knowledge)));
    }
    tables.markers().stream()
        .filter(row -> row.isAt(day.isAdult(), day.isPregnant()))
        .forEach(row -> rows.add(TimeRows.marker(row, knowledge)));
    tables.benchmarks().stream()
        .filter(this::isFor)
        .forEach(row -> rows.add(TimeRows.benchmark(row)));
    return rows;
  }

  private List<String> agents(String scope) {
    return day.active().stream()
        .map(ProtocolEntry::agent)
        .filter(agent -> knowledge.agent(agent).is(scope))
        .distinct()
        .toList();
  }

  private Stream<String> scopes(TimeTables.ScheduleRow row) {
    return row.agents().equals(Tables.ANY) ? mainScopes.stream() : Stream.of(row.agents());
  }

  private boolean isFor(TimeTables.ScheduleRow row, String scope) {
    boolean sexFits = row.sex() == null || row.sex().equals(day.given().patient().sex());
    return sexFits
        && courses.stream()
            .anyMatch(course -> course.scope().equals(scope) && isWithin(row, course));
  }

  /** Whether the row can say something of the course on the day. */
  private boolean isWithin(TimeTables.ScheduleRow row, Course course) {
    if (row.counts() == null) {
      return course.isActive();
    }
    boolean current = course.status().equals("current");
    return switch (row.counts()) {
      case "stop" -> !course.status().equals("planned");
      case "newest" -> current && !course.start().plusWeeks(row.sinceWeek()).isAfter(day.asOf());
      case "start" -> course.isActive() && !(current && isPassed(row, course));
      default -> current;
    };
  }

  /**
   * What only some tiers or needs ask for in the first year is not asked for afterwards, where the
   * test is due again at the end of that year.
   */
  private boolean isPassed(TimeTables.ScheduleRow row, Course course) {
    return row.isConditional()
        && row.toWeeks() != null
        && row.toWeeks() < FIRST_YEAR
        && course.start().plusWeeks(FIRST_YEAR).isBefore(day.asOf())
        && knowledge.tables().schedule().stream().anyMatch(later -> takesOver(later, row));
  }

  private static boolean takesOver(TimeTables.ScheduleRow later, TimeTables.ScheduleRow row) {
    return later.code().equals(row.code())
        && "start".equals(later.counts())
        && Integer.valueOf(FIRST_YEAR).equals(later.toWeeks())
        && (later.agents().equals(row.agents()) || later.agents().equals(Tables.ANY))
        && (later.tiers() == null || later.tiers().equals(row.tiers()))
        && (later.need() == null || later.need().equals(row.need()));
  }

  private boolean isFor(TimeTables.BenchmarkRow row) {
    return courses.stream()
        .filter(course -> course.scope().equals(row.agent()) && course.status().equals("current"))
        .anyMatch(
            course ->
                row.isAt(ChronoUnit.DAYS.between(course.start(), day.asOf()))
                    && (row.condition() == null || hasCondition(row.condition())));
  }

  private boolean hasCondition(String code) {
    return orEmpty(day.given().conditions()).stream().anyMatch(c -> c.code().equals(code));
  }
}
