package org.homeostat.fact;

/**
 * A datum of the case that disagrees with what the case shows elsewhere.
 *
 * @param at JSON Pointer of the datum
 */
public record Contradiction(String at) implements Derived {}
