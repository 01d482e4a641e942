package org.homeostat.rulebook;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.homeostat.knowledge.NearestName;

/** Resolves the names of an expression against the facts and formulas that a rule can reach. */
final class MemberLookup {

  private static final String FOREIGN = " reaches beyond facts and formulas";
  private static final String OWN_ONLY =
      "a rule asks for components and methods of the facts it matches, and for imported formulas";

  private MemberLookup() {}

  /**
   * The type of a member of a value.
   *
   * @param type type of the value; null where it is not known
   * @param arguments types of what is passed; null where nothing is
   */
  static Class<?> member(Class<?> type, String name, List<Class<?>> arguments) throws Refusal {
    if (type == null) {
      return null;
    }
    SortedMap<String, List<Method>> members = FactTypes.members(type);
    List<Method> named = members.get(name);
    if (named != null) {
      return result(type.getSimpleName() + " '" + name + "'", named, arguments);
    }
    throw unknown(type, name);
  }

  /** A member that the type has not, or that rules may not ask for. */
  static Refusal unknown(Class<?> type, String name) {
    SortedMap<String, List<Method>> members = FactTypes.members(type);
    if (members.isEmpty() || FactTypes.isForeign(type, name)) {
      return foreign("'" + name + "' of a " + FactTypes.words(type));
    }
    return new Refusal(
        Check.COMPILATION,
        type.getSimpleName() + " has no '" + name + "'",
        "the nearest is '"
            + NearestName.of(name, members.keySet())
            + "'; it has "
            + String.join(", ", members.keySet()));
  }

  /** The type of what a formula gives. */
  static Class<?> formula(Scope scope, String name, List<Class<?>> arguments) throws Refusal {
    Method formula = scope.formulas().get(name);
    if (formula == null) {
      throw notImported(name);
    }
    return result("the formula '" + name + "'", List.of(formula), arguments);
  }

  /** The type of the value that a variable stands for. */
  static Class<?> variable(Scope scope, String name) throws Refusal {
    if (!scope.bound().containsKey(name)) {
      throw new Refusal(
          Check.COMPILATION,
          name + " is not bound",
          scope.bound().isEmpty()
              ? "bind it before, as in " + name + " : code"
              : "bind it in this or an earlier pattern; the nearest bound one is "
                  + NearestName.of(name, scope.bound().keySet()));
    }
    return scope.bound().get(name);
  }

  static Refusal foreign(String what) {
    return new Refusal(Check.FOREIGN_REACH, what + FOREIGN, OWN_ONLY);
  }

  /** A call of something that is no formula of the file. */
  static Refusal notImported(String name) {
    boolean known = FactTypes.ALL_FORMULAS.containsKey(name);
    return new Refusal(
        known ? Check.COMPILATION : Check.FOREIGN_REACH,
        "'" + name + "' calls something that is not imported from Formulas",
        known
            ? "add 'import static " + FactTypes.FORMULAS + name + ";'"
            : "the nearest formula is '"
                + NearestName.of(name, FactTypes.ALL_FORMULAS.keySet())
                + "'");
  }

  private static Class<?> result(String what, List<Method> named, List<Class<?>> arguments)
      throws Refusal {
    List<Class<?>> passed = arguments == null ? List.of() : arguments;
    for (Method method : named) {
      if (accepts(method.getParameterTypes(), passed)) {
        return method.getReturnType();
      }
    }
    throw new Refusal(
        Check.COMPILATION,
        what + " does not take " + list(passed),
        named.stream()
            .map(method -> "it takes " + list(Arrays.asList(method.getParameterTypes())))
            .collect(Collectors.joining(", or ")));
  }

  /** Whether values of the types can be passed for the parameters. */
  static boolean accepts(Class<?>[] parameters, List<Class<?>> passed) {
    if (parameters.length != passed.size()) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      if (passed.get(i) != null && !FactTypes.fits(passed.get(i), parameters[i])) {
        return false;
      }
    }
    return true;
  }

  /** Types in words: {@code (text, number)}. */
  static String list(List<Class<?>> types) {
    return types.isEmpty()
        ? "nothing"
        : types.stream()
            .map(type -> type == null ? "unknown" : FactTypes.words(type))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
