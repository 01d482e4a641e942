package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a changed case is what a fresh engine says of it, and nothing nearer changes. */
@Tag("slow")
class WhatIfTruthTest {

  private static final int EVERY = 12;
  private static final int BETWEEN = 3;
  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<Path> cases() {
    List<Path> all = TestData.files(TestData.CASES);
    return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get);
  }

  /** An asker that remembers. */
  private static final class Remembering extends Asker {
    private final Map<PatientCase, WhatIf.Difference> answers;

    Remembering(Rehearsal rehearsal, Outcome base, Map<PatientCase, WhatIf.Difference> answers) {
      super(rehearsal, base);
      this.answers = answers;
    }

    @Override
    WhatIf.Difference difference(PatientCase other) {
      WhatIf.Difference difference = super.difference(other);
      answers.put(other, difference);
      return difference;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_answer_is_that_of_a_fresh_engine_and_nothing_nearer_changes_it(Path file) {
    PatientCase given = TestData.read(file);
    LocalDate day = given.asOf();
    Outcome base = Searching.fresh(ENGINE, given, day);
    Map<PatientCase, WhatIf.Difference> answers = new ConcurrentHashMap<>();

    WhatIf whatIf =
        Searching.run(given, 2, (rehearsal, same) -> new Remembering(rehearsal, same, answers));

    assertThat(answers).hasSizeGreaterThan(10);
    answers.forEach(
        (variant, difference) ->
            assertThat(difference)
                .as(() -> differing(given, variant))
                .isEqualTo(base.to(Searching.fresh(ENGINE, variant, day))));
    assertThat(whatIf.changes())
        .allSatisfy(change -> assertThat(answers).containsValue(change.difference()));
    Random random = new Random(file.getFileName().hashCode());
    for (WhatIf.Alternative change : whatIf.changes()) {
      if (change.kind().equals("value") && change.at().startsWith("/observations/")) {
        nothingNearer(given, base, change, random);
      }
    }
  }

  private static void nothingNearer(
      PatientCase given, Outcome base, WhatIf.Alternative change, Random random) {
    Observation reported =
        given.observations().stream()
            .filter(observation -> observation.at().equals(change.at()))
            .findFirst()
            .orElseThrow();
    boolean scored = change.change().endsWith(" SDS");
    BigDecimal present = scored ? reported.sds() : reported.value();
    BigDecimal told = new BigDecimal(change.change().split(" ")[0]);
    int digits = Math.max(present.scale(), told.scale());
    BigInteger first = present.setScale(digits).unscaledValue();
    BigInteger gap = told.setScale(digits).unscaledValue().subtract(first);
    int steps = gap.abs().intValueExact() - 1;
    for (int i = 0; i < BETWEEN && steps > 0; i++) {
      BigInteger some = BigInteger.valueOf(1 + random.nextInt(steps));
      BigDecimal number =
          new BigDecimal(first.add(gap.signum() < 0 ? some.negate() : some), digits);
      Observation other = CaseEdit.with(reported, scored ? "sds" : "value", number);
      PatientCase variant = CaseEdit.replace(given, "observations", reported, other);

      assertThat(base.to(Searching.fresh(ENGINE, variant, given.asOf())))
          .as("%s, told %s, with %s", change.datum(), change.change(), number)
          .matches(difference -> !difference.isAny(), "changes nothing");
    }
  }

  /** The parts of the case that are not as they were. */
  private static String differing(PatientCase given, PatientCase variant) {
    StringBuilder parts = new StringBuilder();
    for (var component : PatientCase.class.getRecordComponents()) {
      Object was = CaseEdit.value(given, component.getName());
      Object is = CaseEdit.value(variant, component.getName());
      if (was == null ? is != null : !was.equals(is)) {
        parts.append(component.getName()).append(": ").append(is);
      }
    }
    return parts.toString();
  }
}
