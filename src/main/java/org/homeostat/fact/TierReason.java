package org.homeostat.fact;

/**
 * A policy id that holds.
 *
 * @param level {@code stop}, {@code high}, {@code indeterminate}, {@code moderate} or {@code low}
 * @param policy id of the tier policy, such as {@code HIGH-2}
 */
public record TierReason(String level, String policy) implements Derived {}
