package org.homeostat.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.homeostat.TestData;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.ruletest.CaseFilter;
import org.homeostat.ruletest.ExpectedNames;
import org.homeostat.ruletest.RuleCases;
import org.homeostat.ruletest.TestInput;
import org.homeostat.ruletest.TestResult;
import org.homeostat.ruletest.TestRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The matrix of statements has no hole: rule, firing case, silent case and source for each. */
class MatrixTest {

  private static Sheet matrix;
  private static Sheet catalogue;

  @BeforeAll
  static void run() throws InterruptedException {
    List<TestInput> inputs =
        TestData.files(TestData.RULE_CASES).stream().map(MatrixTest::input).toList();
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      TestResult result =
          new TestRun(
                  engine,
                  ExpectedNames.of(TestData.BUNDLED),
                  new CaseFilter(null, null),
                  Optional.empty(),
                  2,
                  false,
                  Clock.systemUTC())
              .run(inputs, () -> {});
      RuleCases cases = RuleCases.of(result);
      matrix = MatrixSheet.of(TestData.BUNDLED, cases);
      catalogue = RuleSheet.of(TestData.BUNDLED, cases, LocalDate.of(2026, 11, 22));
    }
  }

  private static TestInput input(Path file) {
    return new TestInput(file.toString(), () -> Files.readAllBytes(file));
  }

  @Test
  void every_statement_has_rules_firing_and_silent_cases_and_sources() {
    assertThat(matrix.rows())
        .allSatisfy(
            row -> {
              assertThat(row.cells().get(column(matrix, "rule"))).as(row.id()).isNotEmpty();
              assertThat(row.cells().get(column(matrix, "firing"))).as("%s", row).isNotEmpty();
              assertThat(row.cells().get(column(matrix, "silent"))).as("%s", row).isNotEmpty();
              assertThat(row.cells().get(column(matrix, "sources"))).as("%s", row).isNotEmpty();
              assertThat(row.cells().get(column(matrix, "verdict"))).as("%s", row).isNotEmpty();
            });
  }

  @Test
  void no_statement_of_the_guidance_is_left_out() {
    Set<String> wanted = new TreeSet<>();
    ids(wanted, "S", 10);
    ids(wanted, "M", 13);
    ids(wanted, "P", 12);
    ids(wanted, "R", 4);
    ids(wanted, "K", 4);
    ids(wanted, "X", 26);

    assertThat(matrix.rows()).extracting(Sheet.Row::id).containsAll(wanted);
  }

  private static void ids(Set<String> ids, String letter, int last) {
    IntStream.rangeClosed(1, last).forEach(number -> ids.add(letter + number));
  }

  /** A silent case is no close neighbour where it differs from every firing case in everything. */
  @Test
  void every_rule_of_the_catalogue_has_cases_of_both_kinds() {
    assertThat(catalogue.rows())
        .hasSameSizeAs(TestData.BUNDLED.descriptions().keySet())
        .allSatisfy(
            row -> {
              assertThat(row.cells().get(column(catalogue, "firing"))).as(row.id()).isNotEmpty();
              assertThat(row.cells().get(column(catalogue, "silent"))).as(row.id()).isNotEmpty();
              assertThat(row.cells().get(column(catalogue, "because"))).as(row.id()).isNotEmpty();
              assertThat(row.cells().get(column(catalogue, "reviewed"))).as(row.id()).isNotEmpty();
            });
  }

  private static int column(Sheet sheet, String key) {
    return sheet.columns().stream().map(Sheet.Column::key).toList().indexOf(key);
  }
}
