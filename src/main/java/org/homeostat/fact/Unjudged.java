package org.homeostat.fact;

/**
 * Something the case says that a policy id without a rule in this rule set would read. It keeps the
 * tier from looking settled.
 *
 * @param policy the policy id that has no rule
 */
public record Unjudged(String at, String policy, String text) implements CaseFact {}
