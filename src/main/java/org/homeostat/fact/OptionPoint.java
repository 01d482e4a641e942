package org.homeostat.fact;

/**
 * A point about an option.
 *
 * @param side {@code for}, {@code against}, {@code restricted} (against, and it stands behind what
 *     is not) or {@code excluded}
 * @param option code of the option
 * @param topic what it is about, such as {@code regulation}
 */
public record OptionPoint(String side, String option, String topic) implements Derived {}
