package org.homeostat.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Margin;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.engine.AdvisoryEngine;
import org.junit.jupiter.api.Test;

/** An argument holds all that the advisory says for a line and against it, and nothing else. */
class ArgumentTest {

  private static final List<String> CASES =
      List.of(
          "whole-m-three-years-of-tesamorelin",
          "whole-a-high-4-glucose-climbs-on-tesamorelin",
          "prediabetes-planned-tesamorelin",
          "whole-a-moderate-somatropin-two-years-double-entries");

  private static List<Advisory> advisories() {
    AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED);
    return CASES.stream().map(TestData::wholeCase).map(engine::advise).toList();
  }

  @Test
  void findings_are_the_roots_each_sentence_once_with_the_margins_below_them() {
    for (Advisory advisory : advisories()) {
      for (Recommendation line : advisory.recommendations()) {
        Argument argument = Argument.of(line, advisory);

        assertThat(argument.findings())
            .extracting(Argument.Finding::text)
            .doesNotHaveDuplicates()
            .containsExactlyElementsOf(
                line.because().stream().map(Proof::text).distinct().toList());
        Set<Margin> told = new HashSet<>();
        argument.findings().forEach(finding -> told.addAll(finding.margins()));
        assertThat(told).isEqualTo(new HashSet<>(margins(line.because())));
        assertThat(argument.against().near())
            .containsExactlyInAnyOrderElementsOf(
                told.stream().filter(margin -> margin.near() != null).toList());
      }
    }
  }

  @Test
  void all_evidence_stands_at_its_statement_and_doubtful_verdicts_stand_against_too() {
    for (Advisory advisory : advisories()) {
      for (Recommendation line : advisory.recommendations()) {
        Argument argument = Argument.of(line, advisory);

        List<Evidence> shown =
            argument.statements().stream().flatMap(s -> s.evidence().stream()).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Set.copyOf(line.evidence()));
        assertThat(argument.statements())
            .extracting(Argument.Statement::id)
            .doesNotHaveDuplicates();
        assertThat(argument.against().statements())
            .containsExactlyInAnyOrderElementsOf(
                shown.stream()
                    .filter(
                        e -> Set.of("mixed", "contradicts", "unsupported").contains(e.verdict()))
                    .toList());
        assertThat(argument.sources()).isSubsetOf(advisory.sources()).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void what_speaks_against_a_line_is_there_on_whole_cases() {
    List<Argument.Against> against =
        advisories().stream()
            .flatMap(
                advisory -> advisory.recommendations().stream().map(r -> Argument.of(r, advisory)))
            .map(Argument::against)
            .toList();

    assertThat(against).anyMatch(a -> !a.disputes().isEmpty());
    assertThat(against).anyMatch(a -> !a.data().isEmpty());
    assertThat(against).anyMatch(a -> !a.statements().isEmpty());
    assertThat(against).anyMatch(Argument.Against::isEmpty);
  }

  private static List<Margin> margins(List<Proof> proofs) {
    return proofs.stream()
        .filter(Proof.Step.class::isInstance)
        .map(Proof.Step.class::cast)
        .flatMap(step -> Stream.concat(step.margins().stream(), margins(step.from()).stream()))
        .distinct()
        .toList();
  }
}
