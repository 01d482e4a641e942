package org.homeostat.fact;

/**
 * What a change from the patient's own baseline amounts to.
 *
 * @param name {@code worsening}, {@code no-benchmark}, {@code too-early}, {@code responding},
 *     {@code partial} or {@code none}
 * @param code test
 * @param scope agents that it is about
 */
public record ResponseClass(String name, String code, String scope) implements Derived {}
