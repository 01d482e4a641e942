package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeostat.engine.CustomRules.rule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.fact.PatientCase;
import org.homeostat.rulebook.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs say what justifies a fact when firing is over, however it came about. */
class ProofReaderTest {

  private static final PatientCase MALIGNANCY = TestData.wholeCase("stop-1-planned-tesamorelin");
  private static final PatientCase OTHER = TestData.wholeCase("high-2-homa-ir-planned-start");

  private static final String TWO_WAYS =
      rule(
              "by-condition",
              "$c : Condition( code == \"active-malignancy\" )",
              "new Finding( \"x\" )")
          + rule("by-treatment", "$t : Treatment()", "new Finding( \"x\" )")
          + rule("concludes", "$x : Finding( code == \"x\" )", "new Advice( \"counsel\", \"x\" )");

  /** The first rule holds until the second has fired. */
  private static final String ONE_WITHDRAWN =
      """
      rule "by-absence"
          @text( "by-absence" ) @absent( "late" ) @source( "tier-policy" )
      when
          not Finding( code == "late" )
      then
          insertLogical( new Finding( "x" ) );
      end
      """
          + rule("by-treatment", "$t : Treatment()", "new Finding( \"x\" )")
          + rule("is-late", "$x : Finding( code == \"early\" )", "new Finding( \"late\" )")
          + rule("is-early", "$c : Condition()", "new Finding( \"early\" )")
          + rule("concludes", "$x : Finding( code == \"x\" )", "new Advice( \"counsel\", \"x\" )");

  @TempDir Path folder;

  @Test
  void both_rules_that_give_one_fact_stand_in_its_proof() {
    try (AdvisoryEngine engine = AdvisoryEngine.of(CustomRules.book(folder, TWO_WAYS))) {
      assertThat(premises(engine.advise(MALIGNANCY)))
          .containsExactly("by-condition", "by-treatment");
    }
  }

  @Test
  void rule_whose_ground_was_withdrawn_leaves_the_proof() {
    RuleBook book = CustomRules.book(folder, ONE_WITHDRAWN);
    for (int seed = 0; seed < 50; seed++) {
      try (AdvisoryEngine engine = shuffling(book, seed)) {
        assertThat(premises(engine.advise(MALIGNANCY))).containsExactly("by-treatment");
      }
    }
  }

  @Test
  void proof_does_not_depend_on_the_order_of_facts() {
    RuleBook book = CustomRules.book(folder, TWO_WAYS);
    Advisory first;
    try (AdvisoryEngine engine = AdvisoryEngine.of(book)) {
      first = engine.advise(MALIGNANCY);
    }
    for (int seed = 0; seed < 50; seed++) {
      try (AdvisoryEngine engine = shuffling(book, seed)) {
        assertThat(engine.advise(MALIGNANCY)).isEqualTo(first);
      }
    }
  }

  @Test
  void nothing_is_kept_of_the_case_before() {
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED);
        AdvisoryEngine fresh = AdvisoryEngine.of(TestData.BUNDLED)) {
      Advisory other = fresh.advise(OTHER);
      for (int i = 0; i < 20; i++) {
        engine.advise(MALIGNANCY);
        assertThat(engine.advise(OTHER)).isEqualTo(other);
      }
    }
  }

  @Test
  void failure_of_one_case_names_rule_and_case_and_leaves_the_next_one_alone() {
    RuleBook book =
        CustomRules.book(
            folder,
            TWO_WAYS
                + rule(
                    "fails-on-high-risk",
                    "$c : UsableObservation( code == \"hba1c\" )",
                    "new Finding( \"\" + ( 1 / ( $c.at().length() - $c.at().length() ) ) )"));
    try (AdvisoryEngine engine = AdvisoryEngine.of(book)) {
      Advisory before = engine.advise(MALIGNANCY);
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> engine.advise(OTHER))
            .isInstanceOf(RuleFailure.class)
            .hasMessageContaining("case high-2-homa-ir-planned-start")
            .hasMessageContaining("fails-on-high-risk");
        assertThat(engine.advise(MALIGNANCY)).isEqualTo(before);
      }
    }
  }

  @Test
  void failing_condition_names_its_rule() {
    RuleBook book =
        CustomRules.book(
            folder,
            rule("bad-condition", "$c : Condition( note.length() == 1 )", "new Finding( \"x\" )"));
    try (AdvisoryEngine engine = AdvisoryEngine.of(book)) {
      assertThatThrownBy(() -> engine.advise(MALIGNANCY))
          .isInstanceOf(RuleFailure.class)
          .hasMessageContaining("case stop-1-planned-tesamorelin")
          .hasMessageContaining("bad-condition");
    }
  }

  @Test
  void runaway_rules_hit_the_firing_limit_and_are_named() {
    try (AdvisoryEngine engine =
        AdvisoryEngine.of(
            runaway(), Clock.systemUTC(), new FiringLimits(5000, FiringLimits.DEFAULT.time()))) {
      Advisory before = engine.advise(OTHER);
      assertThatThrownBy(() -> engine.advise(MALIGNANCY))
          .isInstanceOf(RuleFailure.class)
          .hasMessageContaining("case stop-1-planned-tesamorelin: more than 5000 firings")
          .hasMessageContaining("runs-away");
      assertThat(engine.advise(OTHER)).isEqualTo(before);
    }
  }

  @Test
  void runaway_rules_hit_the_time_limit_and_are_named() {
    FiringLimits limits = new FiringLimits(Integer.MAX_VALUE, Duration.ofNanos(1));
    try (AdvisoryEngine engine = AdvisoryEngine.of(runaway(), Clock.systemUTC(), limits)) {
      assertThatThrownBy(() -> engine.advise(MALIGNANCY))
          .isInstanceOf(RuleFailure.class)
          .hasMessageContaining("case stop-1-planned-tesamorelin: more than PT0.000000001S")
          .hasMessageContaining("rules that fired last");
    }
  }

  private RuleBook runaway() {
    return CustomRules.book(
        folder,
        rule("starts", "$c : Condition( code == \"active-malignancy\" )", "new Finding( \"n\" )")
            + rule("runs-away", "$f : Finding( $n : code )", "new Finding( $n + \"n\" )"));
  }

  private static AdvisoryEngine shuffling(RuleBook book, int seed) {
    UnaryOperator<List<Object>> shuffle =
        facts -> {
          List<Object> shuffled = new ArrayList<>(facts);
          Collections.shuffle(shuffled, new Random(seed));
          return shuffled;
        };
    return new AdvisoryEngine(book, Clock.systemUTC(), FiringLimits.DEFAULT, shuffle);
  }

  /** The rules directly below the one recommendation. */
  private static List<String> premises(Advisory advisory) {
    Proof.Step concludes = (Proof.Step) advisory.recommendations().get(0).because().get(0);
    return concludes.from().stream().map(proof -> ((Proof.Step) proof).rule()).toList();
  }
}
