package org.homeostat.ruletest;

/**
 * Where a table row stands.
 *
 * @param file relative path of its file, such as {@code tables/core-tests.yaml}
 * @param line from 1
 * @param name what it is called, for a person
 */
public record RowPlace(String file, int line, String name) {}
