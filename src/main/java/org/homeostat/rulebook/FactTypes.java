package org.homeostat.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.fact.CaseFact;
import org.homeostat.fact.Derived;
import org.homeostat.fact.TableRow;
import org.homeostat.quantity.Formulas;
import org.homeostat.quantity.Quantity;

/** Everything that a rule can reach: facts with their components and methods, and formulas. */
final class FactTypes {

  static final String FACT = "org.homeostat.fact.";
  static final String FORMULAS = "org.homeostat.quantity.Formulas.";

  /** The types that patterns match, by simple name. */
  static final SortedMap<String, Class<?>> ALL =
      Stream.of(CaseFact.class, TableRow.class, Derived.class)
          .flatMap(type -> Arrays.<Class<?>>stream(type.getPermittedSubclasses()))
          .collect(Collectors.toMap(Class::getSimpleName, type -> type, (a, b) -> a, TreeMap::new));

  /** The formulas, by name. */
  static final SortedMap<String, Method> ALL_FORMULAS =
      Arrays.stream(Formulas.class.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .collect(Collectors.toMap(Method::getName, method -> method, (a, b) -> a, TreeMap::new));

  private static final Set<String> OF_LISTS = Set.of("size", "isEmpty", "contains");

  private static final ClassValue<SortedMap<String, List<Method>>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected SortedMap<String, List<Method>> computeValue(Class<?> type) {
          return Collections.unmodifiableSortedMap(membersOf(type));
        }
      };

  private FactTypes() {}

  /** What can be asked of a value of the type, by name; nothing of texts, numbers and dates. */
  static SortedMap<String, List<Method>> members(Class<?> type) {
    return MEMBERS.get(type);
  }

  private static SortedMap<String, List<Method>> membersOf(Class<?> type) {
    SortedMap<String, List<Method>> members = new TreeMap<>();
    if (type == List.class) {
      Arrays.stream(List.class.getMethods())
          .filter(method -> OF_LISTS.contains(method.getName()))
          .forEach(method -> add(members, method));
    } else if (type.isRecord() && isOurs(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(members, component.getAccessor());
      }
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
          .filter(method -> !isOfEveryObject(method))
          .forEach(method -> add(members, method));
    }
    return members;
  }

  /** Whether the name is one that Java gives to every object, or to this type as a whole. */
  static boolean isForeign(Class<?> type, String name) {
    return name.equals("class")
        || Stream.of(Object.class.getMethods(), type.getMethods())
            .flatMap(Arrays::stream)
            .anyMatch(method -> method.getName().equals(name));
  }

  /** Whether a rule may compare or pass values of the one type as the other. */
  static boolean fits(Class<?> value, Class<?> wanted) {
    Class<?> from = boxed(value);
    Class<?> to = boxed(wanted);
    return value == void.class && !wanted.isPrimitive() || to.isAssignableFrom(from);
  }

  /** The type in words. */
  static String words(Class<?> type) {
    Class<?> boxed = boxed(type);
    if (boxed == String.class) {
      return "text";
    }
    if (boxed == Boolean.class) {
      return "yes or no";
    }
    if (Number.class.isAssignableFrom(boxed)) {
      return "number";
    }
    return boxed == void.class ? "null" : boxed.getSimpleName();
  }

  private static boolean isOurs(Class<?> type) {
    return type.getPackage() == CaseFact.class.getPackage()
        || type.getPackage() == Quantity.class.getPackage();
  }

  private static boolean isOfEveryObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(other -> other.getName().equals(method.getName()));
  }

  /** Under its own name; a yes-or-no method also without its first word, as rules write it. */
  private static void add(SortedMap<String, List<Method>> members, Method method) {
    String name = method.getName();
    addAs(members, name, method);
    if (name.startsWith("is") && name.length() > 2 && method.getParameterCount() == 0) {
      addAs(members, Character.toLowerCase(name.charAt(2)) + name.substring(3), method);
    }
  }

  private static void addAs(SortedMap<String, List<Method>> members, String name, Method method) {
    List<Method> named = members.computeIfAbsent(name, n -> new ArrayList<>());
    if (!named.contains(method)) {
      named.add(method);
    }
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == boolean.class) {
      return Boolean.class;
    }
    return type == int.class ? Integer.class : type;
  }
}
