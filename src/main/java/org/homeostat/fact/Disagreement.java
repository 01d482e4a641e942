package org.homeostat.fact;

/**
 * Two sources that say different things about this case.
 *
 * @param topic such as {@code insulin-sensitivity}
 * @param kind {@code documents}, {@code evidence} or {@code stated}
 */
public record Disagreement(String topic, String kind) implements Derived {}
