package org.homeostat.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.rulebook.RuleOutline;

/**
 * What a run of cases touched of a rule set. Every report shows this structure and counts nothing
 * of its own.
 *
 * @param cases how many cases were counted
 */
public record Coverage(
    int cases, List<RuleCount> rules, List<RowCount> rows, List<CutoffCount> cutoffs) {

  /** What is counted, in the order of {@link #shares}. */
  public static final List<String> KINDS = List.of("rules", "conditions", "rows", "cutoffs");

  /** Tenths of a per cent as text, such as {@code 97.3 %}. */
  public static String percent(int permille) {
    return permille / 10 + "." + permille % 10 + " %";
  }

  /** Something that is covered in parts. */
  public sealed interface Part permits RuleCount, ConditionCount, RowCount, CutoffCount {
    /** How many of its outcomes were seen. */
    int seen();

    /** How many outcomes it has. */
    int outcomes();
  }

  /**
   * A rule: covered where it held in some case.
   *
   * @param held in how many cases it held
   */
  public record RuleCount(RuleOutline rule, int held, List<ConditionCount> conditions)
      implements Part {
    @Override
    public int seen() {
      return held > 0 ? 1 : 0;
    }

    @Override
    public int outcomes() {
      return 1;
    }
  }

  /**
   * A condition of a rule: covered where it held in some case, and where the rule stopped at it in
   * some case, unless it looks up a row that is there for every case.
   *
   * @param held in how many cases it held together with those before it
   * @param stopped in how many cases those before it held, and with it no more
   */
  public record ConditionCount(RuleOutline.Asked condition, int held, int stopped) implements Part {
    @Override
    public int seen() {
      return (held > 0 ? 1 : 0) + (stopped > 0 && !condition.lookup() ? 1 : 0);
    }

    @Override
    public int outcomes() {
      return condition.lookup() ? 1 : 2;
    }
  }

  /**
   * A table row: covered where a rule that held matched it, or where an advisory cites it.
   *
   * @param row where it stands and what it is called
   * @param used in how many cases
   */
  public record RowCount(RowPlace row, int used) implements Part {
    @Override
    public int seen() {
      return used > 0 ? 1 : 0;
    }

    @Override
    public int outcomes() {
      return 1;
    }
  }

  /**
   * A cut-off: covered where a value of its test and unit lay below it, at it and above it in some
   * case for which it holds.
   */
  public record CutoffCount(RowPlace row, int below, int at, int above) implements Part {
    @Override
    public int seen() {
      return (below > 0 ? 1 : 0) + (at > 0 ? 1 : 0) + (above > 0 ? 1 : 0);
    }

    @Override
    public int outcomes() {
      return 3;
    }
  }

  /**
   * A share of outcomes.
   *
   * @param of what is counted, such as {@code conditions}
   */
  public record Share(String of, int seen, int outcomes) {

    private static Share of(String name, Stream<? extends Part> parts) {
      int[] sums = new int[2];
      parts.forEach(
          part -> {
            sums[0] += part.seen();
            sums[1] += part.outcomes();
          });
      return new Share(name, sums[0], sums[1]);
    }

    /** In tenths of a per cent, rounded down, so that 100 % is never said of less. */
    public int permille() {
      return outcomes == 0 ? 1000 : (int) (1000L * seen / outcomes);
    }

    /** Such as {@code 97.3 %}. */
    public String percent() {
      return Coverage.percent(permille());
    }
  }

  /** The shares of rules, conditions, table rows and cut-offs, in this order. */
  public List<Share> shares() {
    return List.of(
        Share.of("rules", rules.stream()),
        Share.of("conditions", rules.stream().flatMap(rule -> rule.conditions().stream())),
        Share.of("rows", rows.stream()),
        Share.of("cutoffs", cutoffs.stream()));
  }

  /**
   * A place with an outcome that was not seen.
   *
   * @param place file and line, relative to the rule folder
   * @param what the outcome, in words
   */
  public record Gap(String place, String what) {}

  /** Every outcome that was not seen: rules and their conditions by id, then table rows. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (RuleCount count : rules) {
      RuleOutline rule = count.rule();
      String named = "rule '" + rule.id() + "' ";
      if (count.held() == 0) {
        gaps.add(new Gap(rule.file() + ":" + rule.line(), named + "never holds"));
      }
      for (ConditionCount c : count.conditions()) {
        Gap here = new Gap(rule.file() + ":" + c.condition().line(), c.condition().text());
        if (c.held() == 0) {
          gaps.add(new Gap(here.place(), named + "never holds up to: " + here.what()));
        }
        if (c.stopped() == 0 && !c.condition().lookup()) {
          gaps.add(new Gap(here.place(), named + "never stops at: " + here.what()));
        }
      }
    }
    for (RowCount count : rows) {
      if (count.used() == 0) {
        gaps.add(gap(count.row(), "never matched or cited"));
      }
    }
    for (CutoffCount count : cutoffs) {
      if (count.below() == 0) {
        gaps.add(gap(count.row(), "no value below it"));
      }
      if (count.at() == 0) {
        gaps.add(gap(count.row(), "no value at it"));
      }
      if (count.above() == 0) {
        gaps.add(gap(count.row(), "no value above it"));
      }
    }
    return List.copyOf(gaps);
  }

  private static Gap gap(RowPlace row, String what) {
    return new Gap(row.file() + ":" + row.line(), row.name() + ": " + what);
  }
}
