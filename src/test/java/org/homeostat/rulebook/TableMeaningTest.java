package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with one change: what is found, at which line, and what is silent close by. */
class TableMeaningTest {

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "middle-eastern, hispanic], population: \"adults\" % middle-eastern], population: \"adults\" % band-gap % bmi 'obesity' has no row in kg/m2 for female patients of ancestry hispanic",
        "[other, unstated], population: \"lowest % [other], population: \"lowest % band-gap % of ancestry unstated",
        "sex: [female], population: \"women, IDF\" % sex: [male], population: \"women, IDF\" % band-gap % waist 'central-obesity' has no row in cm for female",
        "sex: [female], population: \"women, IDF\" % population: \"women, IDF\" % band-overlap % has two rows in cm for one patient",
        "band: prediabetes, value: 5.6 % band: prediabetes, value: 7.6 % band-overlap % does not stand to 'diabetes' as in mg/dL",
        "band: prediabetes, value: 5.6, uom: mmol/L % band: prediabetes, value: 101, uom: mg/dL % band-gap % has no row in mmol/L",
        "{code: tsh, band: above-range, value: 4.0 % {code: tsh, band: above-range, value: 0.4 % band-gap % leaves 0.4 m[IU]/L itself in no band",
        "{code: tsh, band: above-range, value: 4.0 % {code: tsh, band: above-range, value: 0.3 % band-overlap % 'below-range' lies below 0.4 m[IU]/L, 'above-range' above 0.3 m[IU]/L",
        "value: 25, uom: ng/mL, side: at-or-above, sex: [female], % value: 25, uom: ng/mL, side: at-or-above, % band-overlap % (male, ancestry",
        "{code: free-t4, band: above-range, value: 23 % {code: free-t4, band: above-range, value: 9 % band-overlap % free-t4 'below-range'",
      })
  void cutoffs(String from, String to, String code, String message) throws IOException {
    List<Diagnostic> found = RuleExample.ofTable("tables/cutoffs.yaml", from, to);

    assertThat(found)
        .filteredOn(d -> d.check().code().equals(code))
        .isNotEmpty()
        .anySatisfy(d -> assertThat(d.message()).contains(message))
        .allSatisfy(
            d -> {
              assertThat(d.file()).isEqualTo("tables/cutoffs.yaml");
              assertThat(line(d)).contains(d.message().split(" ", 2)[0]);
            });
  }

  /** Cut-offs that stand apart in another way than they could, and are right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "band: prediabetes, value: 5.6 % band: prediabetes, value: 6.1",
        "band: diabetes, value: 7.0 % band: diabetes, value: 11.1",
        "{code: tsh, band: above-range, value: 4.0, uom: \"m[IU]/L\", side: above % {code: tsh, band: above-range, value: 0.4, uom: \"m[IU]/L\", side: at-or-above",
        "notInPregnancy: true, population: \"women who % population: \"women who",
        "band: homa-b-defined, value: 63 % band: homa-b-defined, value: 69",
      })
  void bands_that_are_right(String from, String to) {
    assertThat(RuleExample.ofTable("tables/cutoffs.yaml", from, to))
        .filteredOn(d -> d.check() == Check.BAND_GAP || d.check() == Check.BAND_OVERLAP)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.3, 0", "2.2, 1", "2.4, 1"})
  void bands_that_meet_in_one_unit_meet_in_the_other(String limit, int times) {
    String row = "- {code: triglycerides, band: normal, side: below, source: atp-iii, ";
    String page =
        "```yaml\n# tables/cutoffs.yaml\n"
            + row
            + "value: 200, uom: mg/dL}\n"
            + row
            + "value: "
            + limit
            + ", uom: mmol/L}\n```\n"
            + "```drl\nrule \"raised\"\nwhen\n"
            + "    UsableObservation( code == \"triglycerides\", $v : value )\n"
            + "    Cutoff( code == \"triglycerides\", band == \"raised-fasting\", isReachedBy( $v ) )\n"
            + "then\n    insertLogical( new Finding( \"raised\" ) );\nend\n```";

    assertThat(RuleExample.ofBlocks(page + "\n"))
        .filteredOn(
            d ->
                d.message().contains("'raised-fasting' as in mg/dL")
                    || d.message().contains("'normal' as in mg/dL"))
        .hasSize(times);
  }

  @Test
  void overlap_that_a_rule_asks_for_is_wanted() {
    String rows =
        "```yaml\n# tables/cutoffs.yaml\n"
            + "- {code: age, band: adolescent, value: 12, uom: a, side: at-or-above, source:"
            + " tier-policy}\n```\n";
    String minor = "    Cutoff( code == \"age\", band == \"minor\", isReachedBy( $y ) )\n";
    String adolescent = minor.replace("\"minor\"", "\"adolescent\"");

    assertThat(RuleExample.ofBlocks(rows + "```drl\n" + byAge(minor) + byAge(adolescent) + "```"))
        .filteredOn(d -> d.check() == Check.BAND_OVERLAP)
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("'minor' lies below 18 a"));
    assertThat(RuleExample.ofBlocks(rows + "```drl\n" + byAge(minor + adolescent) + "```"))
        .noneSatisfy(d -> assertThat(d.check()).isEqualTo(Check.BAND_OVERLAP));
  }

  private static String byAge(String cutoffs) {
    return "rule \"by-age\"\nwhen\n    UsableObservation( code == \"age\", $y : value )\n"
        + cutoffs
        + "then\n    insertLogical( new Finding( \"by-age\" ) );\nend\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "intervals % toWeeks: 8 % toWeeks: 5 % 4 % intervals thyroid-repeat: it ends before it begins",
        "windows % code: psa-rise, months: 12 % code: psa-rise, months: many % 11 % windows psa-rise: 'months' is \"many\"; a number is wanted",
        "windows % code: psa-rise, months: 12, % code: psa-rise, month: 12, % 11 % windows psa-rise: unknown member 'month'; the nearest is 'months'",
        "windows % {code: psa-rise, months: 12, % {months: 12, % 11 % windows /8: 'code' is missing",
        "cutoffs % {code: tsh, band: above-range, value: 4.0, % {code: tsh, band: above-range, % 62 % cutoffs tsh: 'value' is missing",
        "cutoffs % {code: tsh, band: above-range % code: tsh, band: above-range % 62 % it is no YAML that can be read",
        "sources % id: ada-ifcc, % id: ada-standards, % 9 % sources: ada-standards stands twice",
        "variations % code: hs-crp, percent: 42.5 % code: hs-crpp, percent: 42.5 % 16 % 'hs-crpp'",
        "variations % code: hs-crp, percent: 42.5 % code: hs-crp, percent: 0 % 16 % percent",
        "variations % within: 42.2, assay: 5.2 % within: 42.2, asay: 5.2 % 16 % variations hs-crp: unknown member 'asay'; the nearest is 'assay'",
        "variations % source: macy-1997 % source: macy-1998 % 16 % source 'macy-1998' is unknown",
        "analytes % uom: mmol/L, per: 0.01129 % uom: mmol/L, as: mg, per: 0.01129 % 86 % analytes triglycerides mmol/L: as 'mg' is unknown",
      })
  void malformed_row_is_named_with_its_line(
      String table, String from, String to, int line, String message) {
    assertThat(RuleExample.ofTable("tables/" + table + ".yaml", from, to))
        .filteredOn(d -> d.check() == Check.TABLE_FORM)
        .filteredOn(d -> d.file().equals("tables/" + table + ".yaml"))
        .isNotEmpty()
        .first()
        .satisfies(
            d -> {
              assertThat(d.line()).isEqualTo(line);
              assertThat(d.message()).contains(message);
            });
  }

  @Test
  void every_wrong_row_is_named_at_once() {
    assertThat(RuleExample.ofTable("tables/intervals.yaml", "source: tier-policy", "source: none"))
        .filteredOn(d -> d.check() == Check.TABLE_FORM)
        .extracting(Diagnostic::file, Diagnostic::line)
        .containsExactly(
            tuple("tables/intervals.yaml", 2),
            tuple("tables/intervals.yaml", 4),
            tuple("tables/intervals.yaml", 5),
            tuple("tables/intervals.yaml", 6),
            tuple("tables/intervals.yaml", 7),
            tuple("tables/intervals.yaml", 8),
            tuple("tables/intervals.yaml", 9));
  }

  @Test
  void table_that_is_not_there_is_named() {
    assertThat(RuleExample.ofTable("tables/windows.yaml", "- {code", "# - {code"))
        .anySatisfy(
            d -> {
              assertThat(d.check()).isEqualTo(Check.TABLE_FORM);
              assertThat(d.message()).contains("windows", "a list of rows is wanted");
            });
  }

  @Test
  void row_that_nothing_reads_is_unused_and_one_that_the_engine_reads_is_not() {
    String row = "- {code: psa-fall, weeks: 4, note: \"a fall\", source: psa-rule}\n";

    assertThat(
            RuleExample.ofTable(
                "tables/windows.yaml", "- {code: psa-rise", row + "- {code: psa-rise"))
        .filteredOn(d -> d.check() == Check.UNUSED_ROW)
        .extracting(Diagnostic::line, Diagnostic::message)
        .containsExactly(tuple(11, "no rule reads the window psa-fall"));
  }

  @Test
  void card_and_source_that_nothing_shows_are_unused() {
    assertThat(RuleExample.ofTable("tables/guidance.yaml", "C24, C28]", "C24]"))
        .filteredOn(d -> d.check() == Check.UNUSED_ROW)
        .extracting(Diagnostic::message)
        .contains("no statement shows card C28");
    assertThat(
            RuleExample.ofTable("tables/interferences.yaml", "antiretroviral-hba1c", "tier-policy"))
        .filteredOn(d -> d.check() == Check.UNUSED_ROW)
        .extracting(Diagnostic::message)
        .containsExactly("nothing cites source antiretroviral-hba1c");
  }

  private static String line(Diagnostic found) throws IOException {
    return Files.readAllLines(TestData.RULES.resolve(found.file())).get(found.line() - 1);
  }
}
