package org.homeostat.rulebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.TimeTables;
import org.homeostat.rulebook.RuleLogic.Demand;

/**
 * In which weeks the advice of a rule falls, as far as a row of intervals says so.
 *
 * @param from the day from which the beginning is counted; null where it is open
 * @param fromWeeks weeks until it begins
 * @param to the day from which the end is counted; null where it is open
 * @param toWeeks weeks until it ends
 */
record Span(String from, int fromWeeks, String to, int toWeeks) {

  private static final String TODAY = "the day of the advice";
  private static final Pattern WEEKS_AFTER =
      Pattern.compile("weeksAfter\\((@\\d+\\.\\w+),(@\\d+\\.\\w+)\\)");

  private record End(String day, int weeks) {
    static final End OPEN = new End(null, 0);
  }

  static Span of(RuleLogic rule, Knowledge knowledge) {
    End begin = end(rule, 2, knowledge);
    End end = end(rule, 3, knowledge);
    return new Span(begin.day(), begin.weeks(), end.day(), end.weeks());
  }

  /** Whether it is over before the other begins; never where they count from different days. */
  boolean endsBefore(Span other) {
    return to != null && to.equals(other.from) && toWeeks < other.fromWeeks;
  }

  private static End end(RuleLogic rule, int argument, Knowledge knowledge) {
    if (rule.conclusion().size() <= argument) {
      return End.OPEN;
    }
    String expression = rule.conclusion().get(argument);
    Matcher after = WEEKS_AFTER.matcher(expression);
    if (after.matches()) {
      return end(rule, after.group(2), Exclusion.source(rule, after.group(1)), knowledge);
    }
    return expression.startsWith("@") ? end(rule, expression, TODAY, knowledge) : End.OPEN;
  }

  private static End end(RuleLogic rule, String place, String day, Knowledge knowledge) {
    Demand demand = rule.demand(RuleLogic.index(place));
    String code = demand.literals().single("code").orElse("");
    if (!demand.type().equals("Interval")) {
      return End.OPEN;
    }
    return knowledge.tables().intervals().stream()
        .filter(row -> row.code().equals(code))
        .map(row -> weeks(row, RuleLogic.component(place)))
        .filter(weeks -> weeks >= 0)
        .findFirst()
        .map(weeks -> new End(day, weeks))
        .orElse(End.OPEN);
  }

  /** Weeks of the named end of a row; negative where it has none. */
  private static int weeks(TimeTables.IntervalRow row, String component) {
    boolean begins = component.equals("notBefore") || component.equals("fromWeeks");
    return begins ? row.fromWeeks() : row.toWeeks() == null ? -1 : row.toWeeks();
  }

  /** In words: {@code from week 4 to week 6}. */
  @Override
  public String toString() {
    String begin = from == null ? "" : "from week " + fromWeeks;
    String end = to == null ? "" : "to week " + toWeeks;
    return begin + (begin.isEmpty() || end.isEmpty() ? "" : " ") + end;
  }
}
