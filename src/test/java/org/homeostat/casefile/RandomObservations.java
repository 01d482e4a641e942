package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.Tables.AnalyteRow;
import org.homeostat.knowledge.Tables.CutoffRow;
import org.homeostat.knowledge.Tables.UnitRow;

/** Random observations around the plausible ranges and cut-offs of the tables. */
final class RandomObservations {

  private static final Set<String> DIFFERENCES = Set.of("contradiction", "rise");
  private static final List<String> METHODS =
      List.of("capillary", "ct", "mri", "dxa", "laboratory", "Immulite 2000");
  private static final List<String> OFFSETS = List.of("Z", "+01:00", "-05:00", "+05:30");

  private final Knowledge knowledge;
  private final Draws draws;
  private final LocalDate asOf;
  private final boolean well;

  /**
   * Draws for one file.
   *
   * @param well whether all core data are there, current, trustworthy and normal
   */
  RandomObservations(Knowledge knowledge, Draws draws, LocalDate asOf, boolean well) {
    this.knowledge = knowledge;
    this.draws = draws;
    this.asOf = asOf;
    this.well = well;
  }

  void into(ArrayNode list) {
    Set<String> core =
        knowledge.tables().coreTests().stream()
            .map(Tables.CoreTestRow::code)
            .collect(Collectors.toSet());
    for (String code : knowledge.codes("observation")) {
      AnalyteRow analyte = knowledge.analyte(code);
      if (well) {
        if (core.contains(code)) {
          wellValue(list.addObject(), analyte);
        }
      } else {
        for (double c = core.contains(code) ? 0.6 : 0.12; draws.chance(c); c = c / 3) {
          observation(list.addObject(), analyte);
        }
      }
    }
  }

  private void wellValue(ObjectNode node, AnalyteRow analyte) {
    UnitRow unit = draws.one(analyte.units());
    node.put("code", analyte.code());
    node.put("value", inUnit(normal(analyte, unit), unit));
    node.put("unit", unit.uom());
    node.put("date", asOf.minusDays(draws.upTo(30)).toString());
    if (analyte.fastingHours() != null) {
      node.put("fastingHours", 8 + draws.upTo(6));
    }
    if (analyte.unit("{SDS}") != null) {
      node.put("sds", draws.number(-1, 1));
    }
  }

  private void observation(ObjectNode node, AnalyteRow analyte) {
    UnitRow unit = draws.one(analyte.units());
    LocalDate day = draws.day();
    node.put("code", analyte.code());
    boolean scored = draws.chance(analyte.unit("{SDS}") == null ? 0.02 : 0.5);
    if (scored) {
      node.put("sds", draws.number(-3, 4));
    }
    if (!scored || draws.chance(0.7)) {
      node.put("value", inUnit(value(analyte, unit), unit));
    }
    if (draws.chance(0.97)) {
      node.put("unit", draws.chance(0.03) ? otherUnit() : unit.uom());
    }
    node.put("date", day.toString());
    fasting(node, day, analyte.fastingHours() != null);
    range(node);
    if (draws.chance(0.1)) {
      node.put("method", draws.one(METHODS));
    }
  }

  private String otherUnit() {
    String test = draws.code("observation");
    return draws.chance(0.1) ? "mg/mL" : draws.one(knowledge.analyte(test).units()).uom();
  }

  private void fasting(ObjectNode node, LocalDate day, boolean needed) {
    if (draws.chance(needed ? 0.6 : 0.05)) {
      node.put("fastingHours", draws.chance(0.95) ? draws.number(7, 17) : draws.number(-2, 130));
    } else if (draws.chance(needed ? 0.5 : 0.02)) {
      node.put("fastingHours", "stated");
    }
    if (draws.chance(needed ? 0.15 : 0.03)) {
      String offset = draws.chance(0.5) ? draws.one(OFFSETS) : "";
      LocalDate collected = draws.chance(0.95) ? day : day.minusDays(4);
      if (draws.chance(0.9)) {
        node.put("collectedAt", collected + "T0" + draws.upTo(9) + ":30" + seconds() + offset);
      }
      if (draws.chance(0.9)) {
        node.put(
            "lastIntakeAt",
            collected.minusDays(1) + "T2" + draws.upTo(3) + ":00" + seconds() + offset);
      }
    }
  }

  private String seconds() {
    return draws.one(List.of("", ":00", ":15", ":15.250"));
  }

  private void range(ObjectNode node) {
    if (!node.has("value") || draws.chance(0.8)) {
      return;
    }
    double value = node.get("value").doubleValue();
    if (draws.chance(0.8)) {
      node.put("low", draws.number(value * 0.4, value * 1.1));
    }
    if (draws.chance(0.8)) {
      node.put("high", draws.number(value * 0.9, value * 2));
    }
  }

  /** A value in the unit that the given one is judged in. */
  private BigDecimal value(AnalyteRow analyte, UnitRow unit) {
    UnitRow judged = judged(analyte, unit);
    List<BigDecimal> limits =
        knowledge.tables().cutoffs().stream()
            .filter(row -> row.code().equals(analyte.code()) && row.uom().equals(judged.uom()))
            .map(CutoffRow::value)
            .toList();
    if (!limits.isEmpty() && draws.chance(0.5)) {
      double limit = draws.one(limits).doubleValue();
      return draws.chance(0.2) ? BigDecimal.valueOf(limit) : draws.number(limit * 0.8, limit * 1.1);
    }
    if (judged.plausible() == null) {
      return draws.number(0.1, 60);
    }
    double low = judged.plausible().get(1).doubleValue();
    double high = judged.plausible().get(2).doubleValue();
    if (draws.chance(0.93)) {
      return draws.number(low, low + (high - low) * 0.6);
    }
    return draws.number(
        judged.plausible().get(0).doubleValue() * 0.8, judged.plausible().get(3).doubleValue());
  }

  /** A value in the lower half of what is soft plausible and lies beyond no cut-off. */
  private BigDecimal normal(AnalyteRow analyte, UnitRow unit) {
    UnitRow judged = judged(analyte, unit);
    double low = judged.plausible().get(1).doubleValue();
    double high = judged.plausible().get(2).doubleValue();
    for (CutoffRow row : knowledge.tables().cutoffs()) {
      if (row.code().equals(analyte.code())
          && row.uom().equals(judged.uom())
          && !DIFFERENCES.contains(row.band())) {
        if (row.side().equals("below")) {
          low = Math.max(low, row.value().doubleValue() * 1.02);
        } else {
          high = Math.min(high, row.value().doubleValue());
        }
      }
    }
    return draws.number(low, low + (high - low) / 2);
  }

  private static UnitRow judged(AnalyteRow analyte, UnitRow unit) {
    return unit.as() == null ? unit : analyte.unit(unit.as());
  }

  private static BigDecimal inUnit(BigDecimal judged, UnitRow unit) {
    return unit.as() == null ? judged : Draws.plain(judged.multiply(unit.per()));
  }
}
