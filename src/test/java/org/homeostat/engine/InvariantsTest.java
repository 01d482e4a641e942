package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeostat.engine.CaseVariants.valued;
import static org.homeostat.engine.CaseVariants.withObservations;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.TierLevel;
import org.homeostat.casefile.AdvisoryWriter;
import org.homeostat.fact.Derived;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** What must hold for every case, tried on seeded random ones. */
@Tag("slow")
class InvariantsTest {

  private static final int CASES = 400;
  private static final RandomCases RANDOM = new RandomCases(TestData.BUNDLED.knowledge());
  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Stream<PatientCase> cases() {
    return LongStream.range(0, CASES).mapToObj(RANDOM::of);
  }

  private static String bytes(Advisory advisory) {
    return new AdvisoryWriter().line(advisory);
  }

  @Test
  void random_cases_reach_every_tier() {
    assertThat(cases().map(c -> ENGINE.advise(c).tier().level()).distinct())
        .contains(TierLevel.STOP, TierLevel.HIGH, TierLevel.INDETERMINATE, TierLevel.MODERATE);
  }

  @Test
  void order_of_facts_does_not_matter() {
    UnaryOperator<List<Object>> shuffle =
        facts -> {
          List<Object> shuffled = new ArrayList<>(facts);
          Collections.shuffle(shuffled, new Random(facts.size()));
          return shuffled;
        };
    try (AdvisoryEngine shuffling =
        new AdvisoryEngine(TestData.BUNDLED, Clock.systemUTC(), FiringLimits.DEFAULT, shuffle)) {
      assertThat(cases())
          .allSatisfy(
              c -> assertThat(bytes(shuffling.advise(c))).isEqualTo(bytes(ENGINE.advise(c))));
    }
  }

  @Test
  void both_ways_of_compiling_agree() {
    try (AdvisoryEngine loaded = AdvisoryEngine.of(TestData.LOADED)) {
      assertThat(cases())
          .allSatisfy(c -> assertThat(bytes(loaded.advise(c))).isEqualTo(bytes(ENGINE.advise(c))));
    }
  }

  @Test
  void threads_do_not_matter() throws Exception {
    List<String> alone = cases().map(c -> bytes(ENGINE.advise(c))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 4 * CASES)
              .<Callable<String>>mapToObj(i -> () -> bytes(ENGINE.advise(RANDOM.of(i % CASES))))
              .toList();
      List<Future<String>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i % CASES));
      }
    } finally {
      threads.shutdown();
    }
  }

  /**
   * A session that has held another case before has all its nodes in use: a fresh one must conclude
   * the same.
   */
  @Test
  void nothing_is_passed_over_in_a_fresh_session() {
    List<List<Object>> cases =
        Stream.concat(cases(), TestData.files(TestData.CASES).stream().map(TestData::read))
            .map(c -> SessionFacts.of(c, RandomCases.AS_OF, TestData.BUNDLED.knowledge()).facts())
            .toList();
    KieSession used = TestData.BUNDLED.rules().newKieSession();
    for (List<Object> facts : cases) {
      KieSession fresh = TestData.BUNDLED.rules().newKieSession();
      assertThat(derived(used, facts)).isEqualTo(derived(fresh, facts));
      fresh.dispose();
    }
    used.dispose();
  }

  private static List<String> derived(KieSession session, List<Object> facts) {
    List<FactHandle> handles = facts.stream().map(session::insert).toList();
    session.fireAllRules();
    List<String> derived =
        session.getObjects(Derived.class::isInstance).stream()
            .map(Object::toString)
            .sorted()
            .toList();
    handles.forEach(session::delete);
    session.fireAllRules();
    return derived;
  }

  @Test
  void summaries_are_short_once_they_are_filled() {
    Stream<PatientCase> all =
        Stream.of(TestData.CASES, TestData.RULE_CASES)
            .flatMap(folder -> TestData.files(folder).stream())
            .map(TestData::read);
    assertThat(Stream.concat(cases(), all))
        .allSatisfy(
            c ->
                assertThat(ENGINE.advise(c).recommendations())
                    .allSatisfy(
                        r -> assertThat(r.summary()).doesNotContain("\n").hasSizeLessThan(140)));
  }

  @Test
  void order_in_the_file_does_not_matter() {
    assertThat(cases())
        .allSatisfy(
            c -> {
              List<Observation> reversed = new ArrayList<>(c.observations());
              Collections.reverse(reversed);
              assertThat(outline(withObservations(c, reversed))).isEqualTo(outline(c));
            });
  }

  @Test
  void unit_of_input_does_not_matter_where_conversion_is_exact() {
    assertThat(cases())
        .allSatisfy(
            c -> {
              PatientCase inOtherUnits = changing(c, InvariantsTest::inOtherUnit);
              assertThat(outline(inOtherUnits)).isEqualTo(outline(c));
            });
  }

  @Test
  void unrelated_datum_changes_nothing_but_the_inputs() {
    assertThat(cases())
        .allSatisfy(
            c -> {
              for (String code : List.of("ldl", "hdl", "creatinine")) {
                List<Observation> more = new ArrayList<>(c.observations());
                more.add(observation(c, code, "1.1", "mg/dL"));
                assertThat(outline(withObservations(c, more))).isEqualTo(outline(c));
              }
            });
  }

  @Test
  void no_low_case_stays_low_without_one_of_its_core_data() {
    List<PatientCase> low =
        TestData.files(TestData.CASES).stream()
            .filter(file -> file.getFileName().toString().startsWith("low-"))
            .map(TestData::read)
            .toList();
    assertThat(low).hasSizeGreaterThan(10);
    for (PatientCase c : low) {
      assertThat(ENGINE.advise(c).tier().level()).isEqualTo(TierLevel.LOW);
      for (Observation dropped : c.observations()) {
        if (!List.of("height", "vat", "bmi").contains(dropped.code())) {
          PatientCase without = withObservations(c, only(c, o -> !o.code().equals(dropped.code())));
          assertThat(ENGINE.advise(without).tier().level())
              .as("%s without %s", c.id(), dropped.code())
              .isNotEqualTo(TierLevel.LOW);
        }
      }
    }
  }

  /** Tier, reasons, recommendations with dates, and what is missing: not pointers or wording. */
  private static String outline(PatientCase c) {
    Advisory a = ENGINE.advise(c);
    return a.tier().level()
        + " "
        + a.tier().reasons().stream().map(r -> r.id()).toList()
        + a.tier().missing()
        + a.recommendations().stream().map(r -> r.id() + r.urgency() + r.due()).toList();
  }

  private static Observation inOtherUnit(Observation o) {
    return switch (o.code()) {
      case "fasting-glucose", "random-glucose" -> valued(o, o.value().movePointLeft(2), "g/L");
      case "fasting-insulin" -> valued(o, o.value().multiply(BigDecimal.valueOf(6)), "pmol/L");
      case "weight" -> valued(o, o.value().multiply(BigDecimal.valueOf(1000)), "g");
      case "waist", "height" -> valued(o, o.value().movePointLeft(2), "m");
      default -> o;
    };
  }

  private static Observation observation(PatientCase c, String code, String value, String uom) {
    return valued(
        new Observation(
            "/observations/" + c.observations().size(),
            code,
            BigDecimal.ONE,
            uom,
            RandomCases.AS_OF,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null),
        new BigDecimal(value),
        uom);
  }

  private static List<Observation> only(PatientCase c, Predicate<Observation> kept) {
    return c.observations().stream().filter(kept).toList();
  }

  private static PatientCase changing(PatientCase c, UnaryOperator<Observation> change) {
    return withObservations(c, c.observations().stream().map(change).toList());
  }
}
