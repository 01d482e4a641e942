package org.homeostat.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.homeostat.fact.Contraindication;
import org.homeostat.quantity.Conversion;
import org.homeostat.quantity.Quantity;

/**
 * The knowledge tables as they are written in {@code rules/tables}, one component a file. Ids of
 * sources and policies are separated by spaces where a row has several; a list or text that a row
 * leaves out is empty.
 */
public record Tables(
    RuleSetRow ruleset,
    List<SourceRow> sources,
    List<CardRow> cards,
    List<StatementRow> guidance,
    List<PolicyRow> policies,
    List<AnalyteRow> analytes,
    List<InterferenceRow> interferences,
    Map<String, List<Term>> vocabulary,
    List<AgentTables.AgentRow> agents,
    List<AgentTables.DosingRow> dosing,
    List<AgentTables.JurisdictionRow> jurisdictions,
    List<AgentTables.RegulationRow> regulation,
    List<AgentTables.OptionRow> options,
    List<AgentTables.GoalRow> goals,
    List<CutoffRow> cutoffs,
    List<BasisTables.VariationRow> variations,
    List<CoreTestRow> coreTests,
    List<Contraindication> contraindications,
    List<AgentTables.PaediatricUseRow> paediatricUses,
    List<TimeTables.WindowRow> windows,
    List<TimeTables.IntervalRow> intervals,
    List<TimeTables.ScheduleRow> schedule,
    List<TimeTables.MarkerRow> markers,
    List<TimeTables.BenchmarkRow> benchmarks) {

  /** Of rows, every agent. */
  public static final String ANY = "any";

  /** The grade where a label is extended to an agent that it does not name. */
  public static final String EXTENDED = "E";

  /** In cut-offs, the ancestry of a patient who has not stated one. */
  public static final String UNSTATED = "unstated";

  /**
   * What the rule set is called, and the limits that every advisory names.
   *
   * @param intendedUse what it is for, and how far it can be relied on
   * @param attributes its source attributes
   * @param leftOutWithEndedAgents recommendations that go with using growth hormone axis agents
   * @param optionsStandIn recommendations that carry options; the first that an advisory has does
   */
  public record RuleSetRow(
      String version,
      LocalDate evidenceDate,
      BasisTables.IntendedUseRow intendedUse,
      BasisTables.AttributesRow attributes,
      List<String> limits,
      List<String> leftOutWithEndedAgents,
      List<String> optionsStandIn) {}

  /**
   * A publication, label or convention.
   *
   * @param slip how a document cites it wrongly; null: it does not
   */
  public record SourceRow(
      String id, String text, String doi, String pmid, String slip, String verification) {}

  /** What independent evidence says of contested statements. */
  public record CardRow(String id, String verdict, String grade, String note, String source) {}

  /**
   * A statement that rules encode; without a card it carries its own grade and verdict.
   *
   * @param labelled agents whose label says so: for any other the grade is {@link #EXTENDED}; null:
   *     the grade is the same for all
   * @param reading what the cards judge, where that is not the statement itself; or null
   */
  public record StatementRow(
      String id,
      String statement,
      String document,
      String section,
      List<String> cards,
      String reading,
      List<String> labelled,
      String grade,
      String verdict,
      String note,
      String source) {}

  /** A policy id with the level it gives. */
  public record PolicyRow(String id, String level, String meaning, String source) {}

  /**
   * A test or measurement.
   *
   * @param validDaysBeforeStart how old a value may be when treatment starts; null: as {@code
   *     validWeeks}
   * @param validWeeks how old a value may be; null: it never grows stale
   * @param fastingHours hours without calories that it needs, above which the fast is unusual, and
   *     above which it is implausible; null: it needs none
   * @param otherwise code that a sample without evidence of fasting counts as; null: set aside
   * @param member member of a case that it is read from; null for an observation
   * @param dangerous {@code low}, {@code high} or {@code both}: ends of the plausible range beyond
   *     which a value would be an emergency if it were real; or null
   * @param feeds an index that is computed from it, or null
   * @param exceeds test of the same draw whose value must lie below, or null
   * @param shown why no rule reads it; null where one does
   */
  public record AnalyteRow(
      String code,
      String name,
      List<UnitRow> units,
      Integer validDaysBeforeStart,
      Integer validWeeks,
      List<BigDecimal> fastingHours,
      String otherwise,
      String member,
      String dangerous,
      String feeds,
      String exceeds,
      String shown,
      String source) {

    /** The row of a unit, or null where the test is not reported in it. */
    public UnitRow unit(String uom) {
      return units.stream().filter(row -> row.uom().equals(uom)).findFirst().orElse(null);
    }

    /** The unit of formulas. */
    public UnitRow reference() {
      return units.get(0);
    }

    /** A value in the unit in which it is judged: its own, or the one it is converted to. */
    public Quantity judged(Quantity reported) {
      UnitRow row = unit(reported.uom());
      return row.as() == null ? reported : row.to(row.as()).apply(reported);
    }

    /**
     * A judged value in the unit of formulas; the value itself where no factor is known.
     *
     * @param judged in a unit that is no row with {@code as}
     */
    public Quantity inReference(Quantity judged) {
      UnitRow row = unit(judged.uom());
      return row.per() == null ? judged : row.to(reference().uom()).apply(judged);
    }

    /** A value in every other unit in which the test is judged; none where no factor is known. */
    public List<Quantity> inOtherUnits(Quantity reported) {
      Quantity value = judged(reported);
      Quantity base = inReference(value);
      return units.stream()
          .filter(row -> row.as() == null && !row.uom().equals(value.uom()))
          .filter(row -> base.uom().equals(reference().uom()))
          .filter(row -> row.per() != null || row == reference())
          .map(row -> row.per() == null ? base : row.to(reference().uom()).reverse(base))
          .toList();
    }
  }

  /**
   * A unit in which a test may be reported.
   *
   * @param plausible hard low, soft low, soft high, hard high; null: any value
   * @param doubtful at or above the first, or at or below the second, the unit may be mistaken
   * @param as unit that values are converted to before they are judged; null: judged as reported
   * @param per how many of this unit make one of {@code as}, or of the first unit where it is
   *     judged as reported; null: not known
   * @param plus what is added then; null: nothing
   */
  public record UnitRow(
      String uom,
      List<BigDecimal> plausible,
      List<BigDecimal> doubtful,
      String as,
      BigDecimal per,
      BigDecimal plus) {

    private Conversion to(String other) {
      return new Conversion(uom, other, per, plus == null ? BigDecimal.ZERO : plus);
    }
  }

  /**
   * What makes an assay unreliable.
   *
   * @param kind {@code condition}, {@code medication}, {@code pregnancy} or {@code test-below}
   * @param limit for {@code test-below}, the value below which the test interferes
   * @param afterWeeks for how long a medication interferes after it was stopped; null: not at all
   * @param unlessAbove standard deviation score above which the value counts all the same; null:
   *     never
   * @param remarkOnly whether the value is trusted, with the note beside it
   */
  public record InterferenceRow(
      String analyte,
      String kind,
      String code,
      BigDecimal limit,
      Integer afterWeeks,
      BigDecimal unlessAbove,
      boolean remarkOnly,
      String note,
      String source) {}

  /**
   * A code that a case may use, and what is done with it.
   *
   * @param judged whether a rule or another table reads it
   * @param shown why it is shown and bears on nothing; null where it is judged, or says nothing by
   *     itself
   * @param family whether rules read it in relatives
   * @param acute whether it is over once its status is history or resolved
   * @param past condition that it is then; null: none
   */
  public record Term(
      String code, boolean judged, String shown, boolean family, boolean acute, String past) {}

  /**
   * A cut-off with the people it holds for.
   *
   * @param of what is compared with it: {@code change}, {@code difference} or {@code formula};
   *     null: the value itself
   */
  public record CutoffRow(
      String code,
      String band,
      BigDecimal value,
      String uom,
      String side,
      String of,
      List<String> sex,
      List<String> ancestry,
      boolean adults,
      boolean notInPregnancy,
      boolean inPregnancy,
      String population,
      String source) {

    /** Whether values themselves are compared with it, so that it has a place on their scale. */
    public boolean isLevel() {
      return of == null;
    }

    /** Whether it holds for people of the sex and ancestry, at some time of their lives. */
    public boolean isFor(String ofSex, String ofAncestry) {
      return (sex == null || sex.contains(ofSex))
          && (ancestry == null || ancestry.contains(ofAncestry));
    }

    /** Whether it holds at that time of life. */
    public boolean isAt(boolean adult, boolean pregnant) {
      return (!adults || adult) && (!notInPregnancy || !pregnant) && (!inPregnancy || pregnant);
    }
  }

  /**
   * A datum without which the tier cannot be low.
   *
   * @param agent {@code any}, or an agent code, class or group
   * @param planned whether it is for planned or for current use only; null: both
   * @param anyAge whether one value of any age is enough
   */
  public record CoreTestRow(
      String code,
      String name,
      String agent,
      Boolean planned,
      String sex,
      boolean anyAge,
      boolean blocksLow,
      String why,
      String source) {}
}
