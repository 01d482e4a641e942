package org.homeostat.rulebook;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be named at a place in a rule.
 *
 * @param types fact types by the names under which the file imports them
 * @param formulas formulas that the file imports
 * @param bound variables with the types of their values; null where the type is not known, because
 *     what binds it was refused
 */
record Scope(
    Map<String, Class<?>> types, Map<String, Method> formulas, Map<String, Class<?>> bound) {

  /** A scope inside this one: what is bound in it is not seen outside. */
  Scope inner() {
    return new Scope(types, formulas, new HashMap<>(bound));
  }
}
