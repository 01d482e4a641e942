package org.homeostat.fact;

/**
 * A datum of the case that does not agree with what the case shows elsewhere.
 *
 * @param code data-quality code: {@code contradictory} or {@code verify}
 * @param at JSON Pointer of the datum
 */
public record Discrepancy(String code, String at) implements Derived {}
