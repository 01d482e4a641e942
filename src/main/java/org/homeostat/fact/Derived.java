package org.homeostat.fact;

/** What rules conclude. Its proof is read from the engine, so it carries none itself. */
public sealed interface Derived permits Finding, TierReason, Advice, Disagreement, Discrepancy {}
