package org.homeostat.advice;

import java.util.List;

/** Why a line of the advisory holds: a rule with what it rests on, down to leaves. */
public sealed interface Proof {

  /** What this node says, for a person. */
  String text();

  /**
   * A rule that held.
   *
   * @param rule its permanent id
   * @param guidance ids of the statements it encodes
   * @param policy policy id it carries; empty for none
   * @param source ids of its sources
   * @param margins how far the values that it compared lie from their limits
   * @param from what it rests on
   */
  record Step(
      String rule,
      String text,
      List<String> guidance,
      String policy,
      List<String> source,
      List<Margin> margins,
      List<Proof> from)
      implements Proof {
    public Step {
      guidance = List.copyOf(guidance);
      source = List.copyOf(source);
      margins = List.copyOf(margins);
      from = List.copyOf(from);
    }
  }

  /** A fact of the case; {@code at} is its JSON Pointer. */
  record Fact(String at, String text) implements Proof {}

  /** A row of a knowledge table with the ids of its sources. */
  record Row(String table, String text, List<String> source) implements Proof {
    public Row {
      source = List.copyOf(source);
    }
  }

  /** Something that was looked for and is not there. */
  record Absence(String text) implements Proof {}
}
