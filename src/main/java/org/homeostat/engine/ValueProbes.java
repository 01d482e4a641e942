package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.UsableObservation;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.quantity.Quantity;

/**
 * Other numbers for each value of a case: first those beside the cut-offs of the test, the ends of
 * its laboratory's own range and the rises and falls from other values, then the ends of what is
 * plausible, behind which an index that is computed from it may change.
 */
final class ValueProbes {

  private static final String SCORE = "{SDS}";

  private final PatientCase given;
  private final Knowledge knowledge;
  private final List<UsableObservation> values;
  private final List<Cutoff> cutoffs;
  private final Variation variation;
  private final Map<String, String> texts;
  private final Set<String> bearing;

  /**
   * Looks at the values of a case.
   *
   * @param texts what the case says, by JSON Pointer
   * @param bearing places of those that are to be changed
   */
  ValueProbes(
      PatientCase given,
      Knowledge knowledge,
      SessionFacts facts,
      Map<String, String> texts,
      Set<String> bearing) {
    this.texts = texts;
    this.bearing = bearing;
    this.given = given;
    this.knowledge = knowledge;
    this.values = facts.all(UsableObservation.class).toList();
    this.cutoffs = facts.all(Cutoff.class).toList();
    this.variation = new Variation(knowledge);
  }

  /** One probe a value. */
  List<Probe<WhatIf.Alternative>> all() {
    return values.stream()
        .filter(value -> bearing.contains(value.at()))
        .map(this::scale)
        .flatMap(Optional::stream)
        .map(scale -> new Probe<>(scale.value().at(), asker -> alternatives(scale, asker)))
        .toList();
  }

  /**
   * A value on the scale on which it was reported.
   *
   * @param factor how many of its unit make one of the unit in which it is judged
   * @param variant the case with another number in its place
   */
  private record Scale(
      UsableObservation value,
      BigDecimal present,
      String uom,
      BigDecimal factor,
      Function<BigDecimal, PatientCase> variant) {}

  private Optional<Scale> scale(UsableObservation value) {
    Optional<Observation> reported =
        PatientOnDay.orEmpty(given.observations()).stream()
            .filter(observation -> observation.at().equals(value.at()))
            .findFirst();
    return reported.isPresent() ? scale(value, reported.get()) : answered(value);
  }

  private Optional<Scale> scale(UsableObservation value, Observation reported) {
    boolean scored = value.value().uom().equals(SCORE) && reported.sds() != null;
    BigDecimal present = scored ? reported.sds() : reported.value();
    String uom = scored ? SCORE : value.reported().uom();
    Optional<BigDecimal> factor = factor(present, uom, value.value());
    String component = scored ? "sds" : "value";
    return factor.map(
        times ->
            new Scale(
                value,
                present,
                uom,
                times,
                number ->
                    CaseEdit.replace(
                        given,
                        "observations",
                        reported,
                        CaseEdit.with(reported, component, number))));
  }

  /** A number that is a member of the case, such as hours of sleep. */
  private Optional<Scale> answered(UsableObservation value) {
    String member = knowledge.analyte(value.code()).member();
    if (member == null || given.lifestyle() == null || !value.at().startsWith("/lifestyle/")) {
      return Optional.empty();
    }
    return Optional.of(
        new Scale(
            value,
            value.value().value(),
            value.value().uom(),
            BigDecimal.ONE,
            number ->
                CaseEdit.with(
                    given, "lifestyle", CaseEdit.with(given.lifestyle(), member, number))));
  }

  private static Optional<BigDecimal> factor(BigDecimal present, String uom, Quantity judged) {
    if (judged.uom().equals(uom)) {
      return Optional.of(BigDecimal.ONE);
    }
    return judged.value().signum() == 0
        ? Optional.empty()
        : Optional.of(present.divide(judged.value(), 12, RoundingMode.HALF_EVEN));
  }

  private List<WhatIf.Alternative> alternatives(Scale scale, Asker asker) {
    TreeSet<BigDecimal> points = points(scale);
    BigDecimal step = step(scale.present(), points);
    List<WhatIf.Alternative> found = new ArrayList<>();
    for (Collection<BigDecimal> way :
        List.of(
            points.headSet(scale.present(), false).descendingSet(),
            points.tailSet(scale.present(), false))) {
      asker
          .nearest(scale.present(), List.copyOf(way), step, scale.variant())
          .map(change -> alternative(scale, change))
          .ifPresent(found::add);
    }
    return found;
  }

  private WhatIf.Alternative alternative(Scale scale, Asker.Found change) {
    BigDecimal distance = change.number().subtract(scale.present());
    return new WhatIf.Alternative(
        "value",
        scale.value().at(),
        texts.getOrDefault(scale.value().at(), scale.value().text()),
        new Quantity(change.number(), scale.uom()).text(),
        Margins.distance(distance.abs(), scale.uom())
            + (distance.signum() < 0 ? " lower" : " higher"),
        variation
            .near(scale.value().code(), distance, new Quantity(change.number(), scale.uom()))
            .map(Variation::words)
            .orElse(null),
        change.difference());
  }

  /** Numbers that are worth a question, on the scale on which the value was reported. */
  private TreeSet<BigDecimal> points(Scale scale) {
    UsableObservation value = scale.value();
    int digits = digits(scale);
    TreeSet<BigDecimal> points = new TreeSet<>();
    limits(value)
        .map(limit -> limit.multiply(scale.factor()))
        .forEach(limit -> around(limit, digits, points));
    Stream.of(value.range().low(), value.range().high())
        .filter(end -> end != null && !scale.uom().equals(SCORE))
        .forEach(end -> around(end, digits, points));
    plausible(knowledge.analyte(value.code()), scale.uom(), points);
    return points;
  }

  /** Cut-offs, and what lies a cut-off or a share of the table of markers from another value. */
  private Stream<BigDecimal> limits(UsableObservation value) {
    List<BigDecimal> limits = new ArrayList<>();
    List<Quantity> others =
        values.stream()
            .filter(other -> other.code().equals(value.code()) && other != value)
            .filter(other -> !other.date().equals(value.date()) && value.hasUnitOf(other))
            .map(UsableObservation::value)
            .filter(other -> other.uom().equals(value.value().uom()))
            .distinct()
            .toList();
    for (Cutoff cutoff : cutoffs) {
      if (cutoff.code().equals(value.code()) && cutoff.limit().uom().equals(value.value().uom())) {
        BigDecimal limit = cutoff.limit().value();
        limits.add(limit);
        others.forEach(other -> limits.add(other.value().add(limit)));
        others.forEach(other -> limits.add(other.value().subtract(limit)));
      }
    }
    return limits.stream();
  }

  /** The ends between which values are taken without a question, and no cut-off beyond them. */
  private static void plausible(Tables.AnalyteRow analyte, String uom, TreeSet<BigDecimal> points) {
    Tables.UnitRow unit = analyte.unit(uom);
    if (unit == null || unit.plausible() == null) {
      points.removeIf(point -> !uom.equals(SCORE) && point.signum() < 0);
      return;
    }
    BigDecimal low = unit.plausible().get(1);
    BigDecimal high = unit.plausible().get(2);
    points.removeIf(point -> point.compareTo(low) < 0 || point.compareTo(high) > 0);
    points.add(low);
    points.add(high);
  }

  private int digits(Scale scale) {
    int ofLimits =
        cutoffs.stream()
            .filter(cutoff -> cutoff.code().equals(scale.value().code()))
            .filter(cutoff -> cutoff.limit().uom().equals(scale.uom()))
            .mapToInt(cutoff -> cutoff.limit().value().stripTrailingZeros().scale())
            .max()
            .orElse(0);
    return Math.max(0, Math.max(ofLimits, scale.present().scale()));
  }

  private static void around(BigDecimal limit, int digits, TreeSet<BigDecimal> points) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
    BigDecimal under = limit.setScale(digits, RoundingMode.FLOOR);
    points.add(under.subtract(step));
    points.add(under);
    points.add(under.add(step));
  }

  private static BigDecimal step(BigDecimal present, Collection<BigDecimal> points) {
    int digits =
        Stream.concat(Stream.of(present), points.stream())
            .mapToInt(BigDecimal::scale)
            .max()
            .orElse(0);
    return BigDecimal.ONE.movePointLeft(Math.max(0, digits));
  }
}
