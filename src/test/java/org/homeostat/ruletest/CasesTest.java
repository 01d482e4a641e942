package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.casefile.AdvisoryWriter;
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
  void advisory_meets_what_the_case_expects(Path file) {
    Expectation expectation = Expectation.of(TestData.bytes(file), TestData.BUNDLED.knowledge());

    assertThat(expectation.unmet(BUNDLED.advise(TestData.read(file)))).as("%s", file).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void both_ways_of_compiling_give_the_same_bytes(Path file) {
    PatientCase patientCase = TestData.read(file);
    AdvisoryWriter writer = new AdvisoryWriter();

    assertThat(writer.line(LOADED.advise(patientCase)))
        .isEqualTo(writer.line(BUNDLED.advise(patientCase)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ruleCases")
  void rule_stands_in_a_proof_where_its_case_says_so(Path file) {
    String name = file.getFileName().toString();
    String rule = name.substring(0, name.indexOf("--"));
    Set<String> proved = rules(BUNDLED.advise(TestData.read(file)));

    assertThat(TestData.BUNDLED.descriptions()).containsKey(rule);
    if (name.contains("--fires-")) {
      assertThat(proved).as(name).contains(rule);
    } else {
      assertThat(name).containsPattern("--(silent|suppresses)-");
      assertThat(proved).as(name).doesNotContain(rule);
    }
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
        .map(file -> file.getFileName().toString())
        .filter(name -> Stream.of(marks).anyMatch(name::contains))
        .map(name -> name.substring(0, name.indexOf("--")))
        .collect(Collectors.toSet());
  }

  private static Set<String> rules(Advisory advisory) {
    Set<String> rules = new HashSet<>();
    advisory.tier().reasons().forEach(reason -> collect(reason.because(), rules));
    advisory.recommendations().forEach(r -> collect(r.because(), rules));
    advisory.disagreements().forEach(d -> collect(d.because(), rules));
    return rules;
  }

  private static void collect(List<Proof> proofs, Set<String> rules) {
    for (Proof proof : proofs) {
      if (proof instanceof Proof.Step step) {
        rules.add(step.rule());
        collect(step.from(), rules);
      }
    }
  }
}
