package org.homeostat.ruletest;

/**
 * Where a table row stands.
 *
 * @param table name of the table, such as {@code core-tests}
 * @param index from 0
 * @param name what it is called, for a person
 */
public record RowPlace(String table, int index, String name) {}
