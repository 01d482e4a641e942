package org.homeostat.fact;

/** A row of a knowledge table that matters for the case. It is a leaf of proofs. */
public sealed interface TableRow
    permits Agent,
        Benchmark,
        Checkpoint,
        Contraindication,
        CoreTest,
        Cutoff,
        Dosing,
        GoalGuide,
        Interfering,
        Interval,
        Marker,
        Option,
        PaediatricUse,
        Regulation,
        Window {

  /** Name of the table, such as {@code cutoffs}. */
  String table();

  /** What the row says, for a person. */
  String text();

  /** Ids of the sources of the row, separated by spaces. */
  String source();
}
