package org.homeostat.fact;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a change from the patient's own baseline amounts to.
 *
 * @param name {@code worsening}, {@code no-benchmark}, {@code too-early}, {@code responding},
 *     {@code partial} or {@code none}
 * @param code test
 * @param scope agents that it is about
 */
public record ResponseClass(String name, String code, String scope) implements Derived {

  private static final Set<String> KINDS =
      Set.of("worsening", "no-benchmark", "too-early", "responding", "partial", "none");

  public ResponseClass {
    if (!KINDS.contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is none of " + new TreeSet<>(KINDS) + "; write one of them");
    }
  }
}
