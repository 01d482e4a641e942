package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeostat.advice.WhatIf;
import org.homeostat.advice.WhatIf.Difference;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.homeostat.knowledge.Tables;
import org.homeostat.quantity.Quantity;

/**
 * Values that a test could have which is missing: the plausible numbers, cut into the ranges within
 * which the answer of the engine is the same.
 */
final class MissingValue {

  private static final String SCORE = "{SDS}";
  private static final String NEW = "/observations/new";

  private final PatientCase given;
  private final LocalDate day;
  private final Tables.AnalyteRow analyte;
  private final String uom;
  private final TreeSet<BigDecimal> points;
  private final BigDecimal step;

  MissingValue(PatientCase given, LocalDate day, Tables.AnalyteRow analyte, SessionFacts facts) {
    this.given = given;
    this.day = day;
    this.analyte = analyte;
    this.uom = unit(analyte, facts);
    this.points = new TreeSet<>(sides(analyte, uom, facts));
    this.step = step(points, uom);
  }

  /** The unit of the first cut-off that holds for the patient; else that of formulas. */
  private static String unit(Tables.AnalyteRow analyte, SessionFacts facts) {
    return facts
        .all(Cutoff.class)
        .filter(cutoff -> cutoff.code().equals(analyte.code()))
        .map(cutoff -> cutoff.limit().uom())
        .findFirst()
        .orElse(analyte.reference().uom());
  }

  /** Numbers on both sides of each cut-off and the ends of the plausible range, in order. */
  static List<BigDecimal> sides(Tables.AnalyteRow analyte, SessionFacts facts) {
    return sides(analyte, unit(analyte, facts), facts);
  }

  private static List<BigDecimal> sides(Tables.AnalyteRow analyte, String uom, SessionFacts facts) {
    List<BigDecimal> limits =
        facts
            .all(Cutoff.class)
            .filter(cutoff -> cutoff.code().equals(analyte.code()))
            .map(Cutoff::limit)
            .filter(limit -> limit.uom().equals(uom))
            .map(Quantity::value)
            .toList();
    Tables.UnitRow unit = analyte.unit(uom);
    List<BigDecimal> ends =
        unit == null || unit.plausible() == null ? List.of() : unit.plausible().subList(1, 3);
    BigDecimal step = step(limits.isEmpty() ? ends : limits, uom);
    TreeSet<BigDecimal> sides = new TreeSet<>(ends);
    for (BigDecimal limit : limits) {
      sides.add(limit.subtract(step));
      sides.add(limit);
      sides.add(limit.add(step));
    }
    if (!ends.isEmpty()) {
      sides.removeIf(side -> side.compareTo(ends.get(0)) < 0 || side.compareTo(ends.get(1)) > 0);
    }
    return List.copyOf(sides);
  }

  /** A score is told with a decimal, whatever its cut-offs are. */
  private static BigDecimal step(Iterable<BigDecimal> numbers, String uom) {
    int digits = uom.equals(SCORE) ? 1 : 0;
    for (BigDecimal number : numbers) {
      digits = Math.max(digits, number.stripTrailingZeros().scale());
    }
    return BigDecimal.ONE.movePointLeft(digits);
  }

  /** The ranges, the lowest first, each with what it would decide. */
  List<WhatIf.Possible> ask(Asker asker) {
    TreeMap<BigDecimal, Difference> answers = new TreeMap<>();
    points.forEach(point -> answers.put(point, asker.difference(with(point))));
    for (BigDecimal point : points) {
      BigDecimal next = points.higher(point);
      if (next != null) {
        divide(asker, point, next, answers);
      }
    }
    List<WhatIf.Possible> ranges = new ArrayList<>();
    BigDecimal from = null;
    for (BigDecimal number : answers.keySet()) {
      from = from == null ? number : from;
      BigDecimal next = answers.higherKey(number);
      if (next == null || !answers.get(next).equals(answers.get(number))) {
        ranges.add(
            new WhatIf.Possible(
                words(from.equals(answers.firstKey()) ? null : from, next == null ? null : number),
                answers.get(number)));
        from = null;
      }
    }
    return ranges;
  }

  /** Where the answers differ, the gap is halved until each change is one step wide. */
  private void divide(
      Asker asker, BigDecimal low, BigDecimal high, TreeMap<BigDecimal, Difference> answers) {
    if (answers.get(low).equals(answers.get(high)) || high.subtract(low).compareTo(step) <= 0) {
      return;
    }
    BigDecimal half =
        low.add(high)
            .divide(step.add(step), 0, RoundingMode.DOWN)
            .multiply(step)
            .setScale(Math.max(0, step.scale()), RoundingMode.UNNECESSARY);
    if (half.compareTo(low) <= 0 || half.compareTo(high) >= 0) {
      return;
    }
    answers.put(half, asker.difference(with(half)));
    divide(asker, low, half, answers);
    divide(asker, half, high, answers);
  }

  private PatientCase with(BigDecimal number) {
    boolean scored = uom.equals(SCORE);
    Observation value =
        new Observation(
            NEW,
            analyte.code(),
            scored ? null : number,
            scored ? null : uom,
            day,
            null,
            null,
            null,
            analyte.fastingHours() != null,
            null,
            null,
            scored ? number : null,
            null);
    return CaseEdit.add(given, "observations", value);
  }

  /** A range in words; a missing end is an end of what is plausible. */
  private String words(BigDecimal from, BigDecimal to) {
    if (from == null && to == null) {
      return "any value";
    }
    if (from == null) {
      return text(to) + " or less";
    }
    return to == null
        ? text(from) + " or more"
        : from.equals(to) ? text(from) : from.toPlainString() + " to " + text(to);
  }

  private String text(BigDecimal number) {
    return new Quantity(number, uom).text();
  }
}
