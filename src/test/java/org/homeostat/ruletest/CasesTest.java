package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.casefile.AdvisoryWriter;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.TestCase;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the project, through both ways of compiling the rules. */
class CasesTest {

  private static final AdvisoryEngine BUNDLED = AdvisoryEngine.of(TestData.BUNDLED);
  private static final AdvisoryEngine LOADED = AdvisoryEngine.of(TestData.LOADED);
  private static final ExpectedNames NAMES = ExpectedNames.of(TestData.BUNDLED);
  private static final CaseReader READER = new CaseReader(TestData.BUNDLED.knowledge());

  @AfterAll
  static void close() {
    BUNDLED.close();
    LOADED.close();
  }

  static Stream<Path> cases() {
    return Stream.concat(
        TestData.files(TestData.CASES).stream(), TestData.files(TestData.RULE_CASES).stream());
  }

  static Stream<Path> ruleCases() {
    return TestData.files(TestData.RULE_CASES).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void advisory_meets_what_the_case_and_its_name_expect(Path file) {
    TestCase<Expectation> testCase =
        READER.readTest(TestData.bytes(file), Expectation.reader(NAMES, file.toString()));

    assertThat(testCase.expectation().mismatches(BUNDLED.advise(testCase.patientCase())))
        .extracting(Mismatch::sentence)
        .as("%s", file)
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void both_ways_of_compiling_give_the_same_bytes(Path file) {
    PatientCase patientCase = TestData.read(file);
    AdvisoryWriter writer = new AdvisoryWriter();

    assertThat(writer.line(LOADED.advise(patientCase)))
        .isEqualTo(writer.line(BUNDLED.advise(patientCase)));
  }

  @Test
  void name_of_every_rule_case_speaks_of_a_rule() {
    assertThat(ruleCases().toList()).allSatisfy(file -> assertThat(use(file)).isPresent());
  }

  @Test
  void every_rule_has_a_case_where_it_holds_and_one_where_it_does_not() {
    Set<String> firing = namedBy("--fires-", "--suppresses-");
    Set<String> silent = namedBy("--silent-");

    assertThat(TestData.BUNDLED.descriptions().keySet())
        .allSatisfy(rule -> assertThat(firing).contains(rule))
        .allSatisfy(rule -> assertThat(silent).contains(rule));
  }

  @Test
  void every_data_quality_code_is_found_in_some_case() {
    Set<String> found = new HashSet<>();
    cases()
        .map(TestData::read)
        .forEach(c -> BUNDLED.advise(c).dataQuality().forEach(q -> found.add(q.code())));

    assertThat(found)
        .containsExactlyInAnyOrder(
            "implausible",
            "verify",
            "stale",
            "not-fasting",
            "fasting-unknown",
            "unit-missing",
            "unit-unknown",
            "unit-doubtful",
            "duplicate",
            "contradictory",
            "unreliable-assay",
            "future-date");
  }

  @Test
  void case_ids_follow_their_file_names() {
    assertThat(cases().toList())
        .allSatisfy(
            file ->
                assertThat(TestData.read(file).id() + ".json")
                    .isEqualTo(file.getFileName().toString().replace("--", "-")));
  }

  private static Set<String> namedBy(String... marks) {
    return ruleCases()
        .filter(file -> Stream.of(marks).anyMatch(file.toString()::contains))
        .map(file -> use(file).orElseThrow().rule())
        .collect(Collectors.toSet());
  }

  private static Optional<RuleUse> use(Path file) {
    return RuleUse.of(file.toString());
  }
}
