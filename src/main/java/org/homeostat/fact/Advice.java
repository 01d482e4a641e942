package org.homeostat.fact;

/**
 * One thing to consider, before reasons are merged and superseded ones taken out.
 *
 * @param action one of the verbs of the contract, such as {@code measure}
 * @param target an agent code, a test code or a topic
 */
public record Advice(String action, String target) implements Derived {}
