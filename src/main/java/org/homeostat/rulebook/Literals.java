package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the constraints of one pattern demand of the components of a fact by literals alone. All of
 * it must hold; what else a pattern demands is in {@link #others}.
 *
 * @param only the values that a component may have
 * @param never the values that it may not have
 * @param flags properties that must be true or false
 * @param others constraints that compare with something else, without bindings
 */
record Literals(
    Map<String, Set<String>> only,
    Map<String, Set<String>> never,
    Map<String, Set<Boolean>> flags,
    List<String> others) {

  private static final Pattern BINDING = Pattern.compile("^\\s*\\$\\w+\\s*:=?\\s*");
  private static final Pattern EQUALS = Pattern.compile("(\\w+)\\s*==\\s*\"([^\"]*)\"");
  private static final Pattern DIFFERS = Pattern.compile("(\\w+)\\s*!=\\s*\"([^\"]*)\"");
  private static final Pattern IN = Pattern.compile("(\\w+)\\s+(not\\s+)?in\\s*\\(([^()]*+)\\)");
  private static final Pattern FLAG = Pattern.compile("(!?)([A-Za-z]\\w*)");
  private static final Pattern FLAG_IS = Pattern.compile("(\\w+)\\s*(==|!=)\\s*(true|false)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern PROPERTY = Pattern.compile("[A-Za-z]\\w*");

  static Literals of(List<String> constraints) {
    Literals literals =
        new Literals(
            new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    for (String constraint : constraints) {
      boolean binds = BINDING.matcher(constraint).find();
      String test = BINDING.matcher(constraint).replaceFirst("").strip();
      if (!(binds && PROPERTY.matcher(test).matches())) {
        literals.add(test);
      }
    }
    return literals;
  }

  /** A component of which no value can pass; empty where there is none. */
  Optional<String> contradiction() {
    return Optional.<String>empty()
        .or(
            () ->
                only.entrySet().stream()
                    .filter(e -> never.getOrDefault(e.getKey(), Set.of()).containsAll(e.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst())
        .or(
            () ->
                flags.entrySet().stream()
                    .filter(e -> e.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  /** Whether whatever passes this passes the other's literals too. */
  boolean imply(Literals other) {
    return other.only.entrySet().stream()
            .allMatch(
                e -> only.containsKey(e.getKey()) && e.getValue().containsAll(only.get(e.getKey())))
        && other.never.entrySet().stream().allMatch(e -> excludesAll(e.getKey(), e.getValue()))
        && other.flags.entrySet().stream()
            .allMatch(e -> e.getValue().equals(flags.get(e.getKey())));
  }

  private boolean excludesAll(String component, Set<String> values) {
    return never.getOrDefault(component, Set.of()).containsAll(values)
        || only.containsKey(component) && only.get(component).stream().noneMatch(values::contains);
  }

  /** Whether the component may have the value. */
  boolean pass(String component, String value) {
    return (!only.containsKey(component) || only.get(component).contains(value))
        && !never.getOrDefault(component, Set.of()).contains(value);
  }

  /** The one value that the component must have; empty where it may have several. */
  Optional<String> single(String component) {
    return Optional.ofNullable(only.get(component))
        .filter(values -> values.size() == 1)
        .map(values -> values.iterator().next());
  }

  private void add(String test) {
    Matcher in = IN.matcher(test);
    Matcher equals = EQUALS.matcher(test);
    Matcher differs = DIFFERS.matcher(test);
    Matcher flag = FLAG.matcher(test);
    Matcher flagIs = FLAG_IS.matcher(test);
    if (test.contains("||")) {
      alternatives(test);
    } else if (test.contains("&&")) {
      for (String part : test.split("&&")) {
        add(part.strip());
      }
    } else if (in.matches() && areQuoted(in.group(3))) {
      Set<String> values = new TreeSet<>();
      for (String value : in.group(3).split(",")) {
        values.add(value.strip().substring(1, value.strip().length() - 1));
      }
      demand(in.group(1), values, in.group(2) == null);
    } else if (equals.matches()) {
      demand(equals.group(1), Set.of(equals.group(2)), true);
    } else if (differs.matches()) {
      demand(differs.group(1), Set.of(differs.group(2)), false);
    } else if (flagIs.matches()) {
      boolean wanted = flagIs.group(2).equals("==") == flagIs.group(3).equals("true");
      flags.computeIfAbsent(flagIs.group(1), c -> new TreeSet<>()).add(wanted);
    } else if (flag.matches()) {
      flags.computeIfAbsent(flag.group(2), c -> new TreeSet<>()).add(flag.group(1).isEmpty());
    } else {
      others.add(test);
    }
  }

  private static boolean areQuoted(String values) {
    return Arrays.stream(values.split(","))
        .allMatch(value -> QUOTED.matcher(value.strip()).matches());
  }

  /** Literals of one component joined by {@code ||} are a list of values; anything else is not. */
  private void alternatives(String test) {
    Set<String> components = new TreeSet<>();
    Set<String> values = new TreeSet<>();
    for (String part : test.split("\\|\\|")) {
      Matcher equals = EQUALS.matcher(part.strip());
      if (!equals.matches()) {
        others.add(test);
        return;
      }
      components.add(equals.group(1));
      values.add(equals.group(2));
    }
    if (components.size() == 1) {
      demand(components.iterator().next(), values, true);
    } else {
      others.add(test);
    }
  }

  private void demand(String component, Set<String> values, boolean wanted) {
    if (wanted) {
      only.merge(
          component,
          new TreeSet<>(values),
          (before, now) -> {
            before.retainAll(now);
            return before;
          });
    } else {
      never.computeIfAbsent(component, c -> new TreeSet<>()).addAll(values);
    }
  }
}
