package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.homeostat.rulebook.WrittenCondition.Compares;
import org.homeostat.rulebook.WrittenCondition.Constraint;
import org.homeostat.rulebook.WrittenCondition.Kind;
import org.homeostat.rulebook.WrittenCondition.Path;
import org.homeostat.rulebook.WrittenCondition.Text;

/**
 * What the variables of a rule are called in a sentence: {@code that value}, {@code the day of that
 * value}. Facts that these words do not tell apart have a letter: {@code value A}.
 */
final class Referents {

  /** The member of a condition's fact that a variable is bound to; empty for the fact. */
  private record Bound(int condition, String member) {}

  private final List<WrittenCondition> conditions;
  private final CodeWords codes;
  private final Map<String, Bound> bound = new LinkedHashMap<>();
  private final Set<Integer> lettered = new TreeSet<>();

  Referents(List<WrittenCondition> conditions, CodeWords codes) {
    this.conditions = conditions;
    this.codes = codes;
    for (int i = 0; i < conditions.size(); i++) {
      WrittenCondition condition = conditions.get(i);
      if (!condition.variable().isEmpty()) {
        bound.put(condition.variable(), new Bound(i, ""));
      }
      for (Constraint constraint : condition.constraints()) {
        int at = i;
        constraint
            .bound()
            .ifPresent(path -> bound.put(constraint.variable(), new Bound(at, path.name())));
      }
    }
  }

  /** The words of a variable. */
  String of(String variable) {
    Bound place = bound.get(variable);
    if (place == null) {
      return "it";
    }
    if (place.member().isEmpty()) {
      return fact(place.condition());
    }
    String phrase = phrase(place);
    boolean shared =
        !phrase.contains("{it}")
            && bound.values().stream()
                .anyMatch(
                    other ->
                        !other.member().isEmpty()
                            && other.condition() != place.condition()
                            && phrase(other).equals(phrase));
    String told = shared ? full(place) : phrase;
    return told.contains("{it}") ? told.replace("{it}", fact(place.condition())) : told;
  }

  private String phrase(Bound place) {
    String key = type(place.condition()) + "." + place.member() + ".ref";
    return Phrases.first(key + "." + identity(place.condition()), key).orElseGet(() -> full(place));
  }

  private String full(Bound place) {
    return Phrases.find(type(place.condition()) + "." + place.member() + ".ref.long")
        .orElse("the " + Phrases.words(place.member()) + " of {it}");
  }

  /** The letter of a condition's fact, where words were needed to tell it from others. */
  String letter(int condition) {
    return lettered.contains(condition) ? " " + letterOf(condition) : "";
  }

  private String fact(int condition) {
    String type = type(condition);
    String noun = Phrases.find(type + ".noun").orElse(Phrases.words(type));
    List<Integer> alike = alike(type);
    if (alike.size() == 1) {
      return "that " + noun;
    }
    if (isTold(condition, alike)) {
      return Phrases.find(type + ".noun.of")
          .orElse("that " + noun + " of {0}")
          .replace("{0}", codes.of(type, member(type), identity(condition)));
    }
    lettered.add(condition);
    return noun + " " + letterOf(condition);
  }

  private char letterOf(int condition) {
    List<Integer> alike = alike(type(condition));
    List<Integer> others = alike.stream().filter(other -> !isTold(other, alike)).toList();
    return (char) ('A' + others.indexOf(condition));
  }

  /** Whether the code that the condition asks for tells its fact from others of the type. */
  private boolean isTold(int condition, List<Integer> alike) {
    String identity = identity(condition);
    return !identity.isEmpty()
        && alike.stream()
            .noneMatch(other -> other != condition && identity(other).equals(identity));
  }

  private List<Integer> alike(String type) {
    return IntStream.range(0, conditions.size())
        .filter(i -> conditions.get(i).kind() == Kind.THERE && type(i).equals(type))
        .boxed()
        .toList();
  }

  private String type(int condition) {
    return conditions.get(condition).type();
  }

  private static String member(String type) {
    return Phrases.find(type + ".identity").orElse("code");
  }

  /** The one code that the condition asks for; empty where it is open. */
  private String identity(int condition) {
    List<String> found = new ArrayList<>();
    for (Constraint constraint : conditions.get(condition).constraints()) {
      if (constraint.test() instanceof Compares compares
          && compares.positive()
          && compares.left() instanceof Path path
          && path.name().equals(member(type(condition)))
          && compares.right().size() == 1
          && compares.right().get(0) instanceof Text text) {
        found.add(text.value());
      }
    }
    return found.isEmpty() ? "" : found.get(0);
  }
}
