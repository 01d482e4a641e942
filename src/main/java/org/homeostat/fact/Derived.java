package org.homeostat.fact;

/** What rules conclude. Its proof is read from the engine, so it carries none itself. */
public sealed interface Derived
    permits Advice,
        Appointment,
        Change,
        Disagreement,
        Discrepancy,
        Finding,
        OptionPoint,
        Outstanding,
        ResponseClass,
        TierReason {}
