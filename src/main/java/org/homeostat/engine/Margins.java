package org.homeostat.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeostat.advice.Margin;
import org.homeostat.fact.Change;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.UsableObservation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.BasisTables;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.quantity.Quantity;
import org.homeostat.rulebook.RuleOutline;

/** Tells how far values lie from the limits with which a rule compared them. */
final class Margins {

  private static final BigDecimal SHOWN = new BigDecimal("0.01");

  private final Knowledge knowledge;
  private final Variation variation;

  Margins(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.variation = new Variation(knowledge);
  }

  /**
   * Of every condition that compares.
   *
   * @param values what a name of the rule stands for
   */
  List<Margin> of(RuleOutline rule, Function<String, Object> values) {
    List<Margin> found = new ArrayList<>();
    for (RuleOutline.Asked asked : rule.conditions()) {
      if (!asked.compared().isEmpty()) {
        of(asked.compared().stream().map(values).toList()).ifPresent(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  /** Of what a condition compares, in the order of {@link RuleOutline.Asked#compared}. */
  Optional<Margin> of(List<Object> compared) {
    Object first = compared.get(0);
    if (first instanceof Cutoff cutoff) {
      return amount(cutoff.code(), compared.subList(1, compared.size()))
          .filter(amount -> amount.value().uom().equals(cutoff.limit().uom()))
          .map(amount -> beside(cutoff, amount));
    }
    return first instanceof UsableObservation value ? ownRange(value) : Optional.empty();
  }

  /** What is compared, with how it reads. */
  private record Amount(String name, Quantity value, boolean moved) {}

  private Optional<Amount> amount(String code, List<Object> arguments) {
    String name = knowledge.name(code);
    Object first = arguments.get(0);
    if (arguments.size() == 2
        && first instanceof UsableObservation before
        && arguments.get(1) instanceof UsableObservation now) {
      String way = now.isEarlierThan(before.date()) ? "Fall of " : "Rise of ";
      return Optional.of(new Amount(way + name, now.riseFrom(before), true));
    }
    if (first instanceof Change change) {
      return Optional.of(new Amount("Rise of " + name, change.amount(), true));
    }
    if (first instanceof UsableObservation observation) {
      return Optional.of(new Amount(Wording.sentence(name), observation.value(), false));
    }
    return first instanceof Quantity quantity
        ? Optional.of(new Amount(Wording.sentence(name), quantity, false))
        : Optional.empty();
  }

  private Margin beside(Cutoff cutoff, Amount amount) {
    Quantity limit = cutoff.limit();
    String population = cutoff.population().isEmpty() ? "" : ", " + cutoff.population();
    return margin(
        amount.name() + " " + amount.value().shortText(),
        "cut-off for "
            + Wording.words(cutoff.band())
            + " ("
            + Wording.words(cutoff.side())
            + " "
            + limit.text()
            + population
            + ")",
        amount.value().value(),
        limit,
        amount.moved() ? null : cutoff.code());
  }

  private Optional<Margin> ownRange(UsableObservation observation) {
    BigDecimal end =
        observation.isAboveOwnRange()
            ? observation.range().high()
            : observation.isBelowOwnRange() ? observation.range().low() : null;
    if (end == null) {
      return Optional.empty();
    }
    String uom = observation.range().uom() == null ? "" : observation.range().uom();
    Quantity reported = new Quantity(observation.range().value(), uom);
    Quantity limit = new Quantity(end, uom);
    return Optional.of(
        margin(
            Wording.sentence(knowledge.name(observation.code())) + " " + reported.shortText(),
            "end of the laboratory's own range (" + limit.text() + ")",
            reported.value(),
            limit,
            observation.code()));
  }

  /** Beside a limit; {@code code} is the test whose variation bears on it, null where none does. */
  private Margin margin(
      String value, String limit, BigDecimal number, Quantity beside, String code) {
    BigDecimal distance = number.subtract(beside.value());
    int order = number.compareTo(beside.value());
    Optional<BasisTables.VariationRow> near =
        Optional.ofNullable(code).flatMap(test -> variation.near(test, distance, beside));
    return new Margin(
        value,
        limit,
        distance(distance, beside.uom()),
        order < 0 ? "below" : order == 0 ? "at" : "above",
        near.map(Variation::words).orElse(null),
        near.map(row -> Ids.split(row.source())).orElse(List.of()));
  }

  /**
   * A distance in its unit; of a percentage, in points of it. It is rounded as {@link
   * Quantity#shortText} rounds the value, so that both add up to the limit.
   *
   * @param distance negative where the value lies below
   */
  static String distance(BigDecimal distance, String uom) {
    BigDecimal shown =
        distance.scale() > 2 ? distance.setScale(2, RoundingMode.FLOOR).abs() : distance.abs();
    boolean tiny = distance.signum() > 0 && shown.signum() == 0;
    if (tiny) {
      shown = SHOWN;
    }
    String text =
        uom.equals("%")
            ? shown.toPlainString() + " percentage points"
            : new Quantity(shown, uom).text();
    return (tiny ? "less than " : "") + text;
  }
}
