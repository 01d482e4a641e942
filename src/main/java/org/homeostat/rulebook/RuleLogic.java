package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.rulebook.RuleShape.Condition;
import org.homeostat.rulebook.RuleShape.Kind;

/**
 * What a rule demands, without the names that it gives: a variable is the place that it is bound
 * at, such as {@code @2.code} for the component {@code code} of the third pattern or {@code @2} for
 * its fact, and places that must be equal are one.
 */
final class RuleLogic {

  private static final Pattern BINDING =
      Pattern.compile("^\\s*(\\$\\w+)\\s*:=?\\s*([A-Za-z][\\w.]*)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final Pattern PLACE = Pattern.compile("@(\\d+)(\\.[\\w.]+)?");
  private static final Pattern JOIN = Pattern.compile("(\\w+)\\s*==\\s*(@\\d+(?:\\.[\\w.]+)?)");

  /**
   * A pattern.
   *
   * @param tests what it demands beside literals, with places for variables
   */
  record Demand(Condition condition, Literals literals, List<String> tests) {

    Kind kind() {
      return condition.kind();
    }

    String type() {
      return condition.type();
    }

    /** Whether a fact must be there for the rule to hold. */
    boolean isNeeded() {
      return kind() == Kind.HOLDS || kind() == Kind.EXISTS;
    }
  }

  private final RuleShape shape;
  private final List<Demand> demands = new ArrayList<>();
  private final List<String> conclusion = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> equal = new HashMap<>();

  RuleLogic(RuleShape shape) {
    this.shape = shape;
    for (int i = 0; i < shape.conditions().size(); i++) {
      bind(shape.conditions().get(i), "@" + i);
    }
    for (int i = 0; i < shape.conditions().size(); i++) {
      Condition condition = shape.conditions().get(i);
      Literals literals = Literals.of(condition.constraints());
      List<String> tests = new ArrayList<>();
      for (String other : literals.others()) {
        String test = withPlaces(other);
        Matcher join = JOIN.matcher(test);
        if (join.matches() && condition.kind() == Kind.HOLDS) {
          equal.put(find("@" + i + "." + join.group(1)), find(join.group(2)));
        } else {
          tests.add(test);
        }
      }
      demands.add(new Demand(condition, literals, tests));
    }
    shape.conclusion().ifPresent(c -> c.expressions().forEach(e -> conclusion.add(withPlaces(e))));
  }

  private void bind(Condition condition, String place) {
    if (!condition.variable().isEmpty()) {
      places.put(condition.variable(), place);
    }
    for (String constraint : condition.constraints()) {
      Matcher binding = BINDING.matcher(constraint);
      if (binding.find()) {
        places.put(binding.group(1), place + "." + binding.group(2));
      }
    }
  }

  private String withPlaces(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(places.getOrDefault(m.group(), m.group())))
        .replaceAll("\\s+", "");
  }

  RuleShape shape() {
    return shape;
  }

  List<Demand> demands() {
    return demands;
  }

  /** The demand at an index of a place. */
  Demand demand(int index) {
    return demands.get(index);
  }

  /** The arguments of what it concludes: literals in quotes, places, calls over places. */
  List<String> conclusion() {
    return conclusion;
  }

  /** The type that it concludes; empty where the consequence has another form. */
  String concludes() {
    return shape.conclusion().map(RuleShape.Conclusion::type).orElse("");
  }

  /** A literal argument of the conclusion, without quotes. */
  Optional<String> literal(int argument) {
    return shape
        .conclusion()
        .filter(c -> c.arguments().size() > argument)
        .flatMap(c -> c.arguments().get(argument));
  }

  /** The one place that stands for all that are equal to it. */
  String find(String place) {
    String at = place;
    while (equal.containsKey(at) && !equal.get(at).equals(at)) {
      at = equal.get(at);
    }
    return at;
  }

  /** Every place that must be equal to the given one, itself included. */
  Stream<String> allEqualTo(String place) {
    return Stream.concat(
            Stream.of(place), Stream.concat(equal.keySet().stream(), equal.values().stream()))
        .distinct()
        .filter(other -> find(other).equals(find(place)));
  }

  /** Pairs of places that must be equal. */
  Map<String, String> equalities() {
    return equal;
  }

  /** A test in which every place is the one that stands for it. */
  String canonical(String test) {
    return PLACE.matcher(test).replaceAll(m -> Matcher.quoteReplacement(find(m.group())));
  }

  /** A test in which the indexes of places are replaced. */
  static String moved(String test, int[] to) {
    return PLACE.matcher(test).replaceAll(m -> Matcher.quoteReplacement(movedPlace(m, to)));
  }

  private static String movedPlace(MatchResult place, int[] to) {
    return "@"
        + to[Integer.parseInt(place.group(1))]
        + (place.group(2) == null ? "" : place.group(2));
  }

  /** The index of a place's pattern. */
  static int index(String place) {
    Matcher matcher = PLACE.matcher(place);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  /** The component of a place; empty for a whole fact. */
  static String component(String place) {
    Matcher matcher = PLACE.matcher(place);
    return matcher.matches() && matcher.group(2) != null ? matcher.group(2).substring(1) : "";
  }
}
