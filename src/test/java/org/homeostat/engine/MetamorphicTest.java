package org.homeostat.engine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeostat.engine.CaseVariants.valued;
import static org.homeostat.engine.CaseVariants.with;
import static org.homeostat.engine.CaseVariants.withObservations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Contraindication;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How an advisory may change when a case is changed in one way. Where data is taken away, tiers
 * compare by the precedence of the policy (STOP, HIGH, INDETERMINATE, MODERATE, LOW); where more is
 * known, by the risk that they are at least, since a reason for MODERATE settles what was open.
 */
@Tag("slow")
class MetamorphicTest {

  private static final int CASES = 200;
  private static final Knowledge KNOWLEDGE = TestData.BUNDLED.knowledge();
  private static final RandomCases RANDOM = new RandomCases(KNOWLEDGE);
  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  /** By how much a value gets worse; small enough to stay plausible. */
  private static final Map<String, BigDecimal> WORSE =
      Map.ofEntries(
          entry("fasting-glucose", new BigDecimal("40")),
          entry("random-glucose", new BigDecimal("60")),
          entry("ogtt-2h-glucose", new BigDecimal("60")),
          entry("hba1c", new BigDecimal("1.2")),
          entry("fasting-insulin", new BigDecimal("12")),
          entry("triglycerides", new BigDecimal("120")),
          entry("systolic-bp", new BigDecimal("40")),
          entry("diastolic-bp", new BigDecimal("20")),
          entry("waist", new BigDecimal("25")),
          entry("weight", new BigDecimal("40")),
          entry("igf-1", new BigDecimal("1.4")),
          entry("tsh", new BigDecimal("4")),
          entry("cortisol-morning", new BigDecimal("12")),
          entry("prolactin", new BigDecimal("20")),
          entry("haematocrit", new BigDecimal("5")),
          entry("psa", new BigDecimal("4")));

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Stream<PatientCase> cases() {
    return Stream.concat(
        TestData.files(TestData.CASES).stream().map(TestData::read),
        LongStream.range(0, CASES).mapToObj(RANDOM::of));
  }

  static Stream<String> codes() {
    return WORSE.keySet().stream().sorted();
  }

  /** The newest values get worse; an older one is a baseline, from which a rise counts. */
  @ParameterizedTest
  @MethodSource("codes")
  void worse_values_never_lower_the_tier(String code) {
    assertThat(cases().filter(c -> !observations(c, code).equals(given(c.observations()))))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            c -> {
              PatientCase worse = withObservations(c, observations(c, code));
              assertNoLessRisk(worse, c, "with a higher " + code);
            });
  }

  private static List<Observation> observations(PatientCase c, String code) {
    LocalDate newest =
        given(c.observations()).stream()
            .filter(o -> o.code().equals(code) && !o.date().isAfter(day(c)))
            .map(Observation::date)
            .max(LocalDate::compareTo)
            .orElse(null);
    return given(c.observations()).stream()
        .map(o -> o.code().equals(code) && o.date().equals(newest) ? worse(o) : o)
        .toList();
  }

  private static Observation worse(Observation o) {
    Tables.UnitRow unit = KNOWLEDGE.analyte(o.code()).reference();
    BigDecimal more = WORSE.get(o.code());
    boolean scored = o.sds() != null;
    boolean inReference = scored || unit.uom().equals(o.uom());
    boolean plausible = scored || inReference && o.value().compareTo(unit.plausible().get(1)) >= 0;
    if (!inReference || !plausible) {
      return o;
    }
    return valued(
        o,
        o.value() == null || scored ? o.value() : o.value().add(more),
        o.uom(),
        scored ? o.sds().add(more) : null);
  }

  /**
   * A datum that is no reason of the tier can go; one that is a reason can go where no older value
   * of its test takes its place and the tier rests on no STOP or HIGH. (An eGFR below 15 makes
   * HbA1c unreliable, so HbA1c counts again without it.)
   */
  @Test
  void missing_data_never_lowers_the_tier() {
    assertThat(cases())
        .allSatisfy(
            c -> {
              Advisory advisory = ENGINE.advise(c);
              Set<String> cited = cited(advisory.tier());
              for (Observation dropped : given(c.observations())) {
                boolean alone =
                    c.observations().stream().filter(o -> o.code().equals(dropped.code())).count()
                        == 1;
                boolean reason = cited.contains(dropped.at());
                boolean grave = advisory.tier().level().compareTo(TierLevel.INDETERMINATE) < 0;
                if (!dropped.code().equals("egfr") && (!reason || alone && !grave)) {
                  List<Observation> kept = new ArrayList<>(c.observations());
                  kept.remove(dropped);
                  assertNotLower(withObservations(c, kept), c, "without " + dropped);
                }
              }
            });
  }

  /**
   * Type 1 diabetes is left out: it answers the question of the diagnosis, which may be a critical
   * one.
   */
  @Test
  void adding_a_contraindication_never_removes_a_critical_recommendation() {
    Set<String> conditions =
        KNOWLEDGE.tables().contraindications().stream()
            .map(Contraindication::condition)
            .filter(condition -> !condition.equals("type-1-diabetes"))
            .collect(Collectors.toSet());
    assertThat(conditions).hasSizeGreaterThan(15);
    assertThat(cases().limit(400))
        .allSatisfy(
            c -> {
              Set<String> critical = critical(ENGINE.advise(c));
              for (String condition : critical.isEmpty() ? Set.<String>of() : conditions) {
                Advisory more = ENGINE.advise(withCondition(c, condition));
                assertThat(standing(more))
                    .as("%s with %s", c.id(), condition)
                    .containsAll(critical);
              }
            });
  }

  /**
   * A second agent beside a growth hormone axis agent, planned or begun today: what is known need
   * not be newer for it, and an earlier start would move the baseline.
   */
  @Test
  void two_agents_are_never_judged_milder_than_one() {
    assertThat(
            cases()
                .filter(c -> given(c.protocol()).stream().anyMatch(e -> isActiveOnAxis(e, day(c))))
                .limit(150))
        .allSatisfy(
            c -> {
              for (String agent : KNOWLEDGE.codes("agent")) {
                for (LocalDate start : new LocalDate[] {null, day(c)}) {
                  assertNoLessRisk(withAgent(c, agent, start), c, "with " + agent);
                }
              }
            });
  }

  private static boolean isActiveOnAxis(ProtocolEntry entry, LocalDate day) {
    return !entry.statusOn(day).equals("stopped") && KNOWLEDGE.agent(entry.agent()).is("gh-axis");
  }

  private static void assertNotLower(PatientCase changed, PatientCase original, String how) {
    TierLevel before = ENGINE.advise(original).tier().level();
    TierLevel after = ENGINE.advise(changed).tier().level();
    assertThat(after)
        .as("%s %s: %s after %s", original.id(), how, after, before)
        .isLessThanOrEqualTo(before);
  }

  private static void assertNoLessRisk(PatientCase changed, PatientCase original, String how) {
    Tier before = ENGINE.advise(original).tier();
    Tier after = ENGINE.advise(changed).tier();
    assertThat(leastRisk(after))
        .as("%s %s: %s after %s", original.id(), how, after.level(), before.level())
        .isGreaterThanOrEqualTo(leastRisk(before));
  }

  /** The risk that a tier is at least: an indeterminate one is above low, perhaps moderate. */
  private static int leastRisk(Tier tier) {
    return switch (tier.level()) {
      case STOP -> 4;
      case HIGH -> 3;
      case MODERATE -> 2;
      case INDETERMINATE -> tier.atLeast() == TierLevel.MODERATE ? 2 : 1;
      case LOW -> 0;
    };
  }

  private static Set<String> cited(Tier tier) {
    Set<String> cited = new HashSet<>();
    tier.reasons().forEach(reason -> reason.because().forEach(proof -> collect(proof, cited)));
    return cited;
  }

  private static void collect(Proof proof, Set<String> cited) {
    if (proof instanceof Proof.Fact fact) {
      cited.add(fact.at());
    } else if (proof instanceof Proof.Step step) {
      step.from().forEach(from -> collect(from, cited));
    }
  }

  private static Set<String> critical(Advisory advisory) {
    return advisory.recommendations().stream()
        .filter(r -> r.urgency() == Urgency.CRITICAL)
        .map(Recommendation::id)
        .collect(Collectors.toSet());
  }

  /** What is critical, with what a stronger critical line took the place of. */
  private static Set<String> standing(Advisory advisory) {
    return advisory.recommendations().stream()
        .filter(r -> r.urgency() == Urgency.CRITICAL)
        .flatMap(r -> Stream.concat(Stream.of(r.id()), r.supersedes().stream()))
        .collect(Collectors.toSet());
  }

  private static LocalDate day(PatientCase c) {
    return c.asOf();
  }

  private static <T> List<T> given(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> List<T> plus(List<T> list, Function<Integer, T> more) {
    List<T> longer = new ArrayList<>(given(list));
    longer.add(more.apply(longer.size()));
    return longer;
  }

  private static PatientCase withCondition(PatientCase c, String code) {
    return with(
        c,
        c.observations(),
        plus(c.conditions(), i -> new Condition("/conditions/" + i, code, "active", null, null)),
        c.protocol());
  }

  private static PatientCase withAgent(PatientCase c, String agent, LocalDate start) {
    return with(
        c,
        c.observations(),
        c.conditions(),
        plus(
            c.protocol(),
            i ->
                new ProtocolEntry(
                    "/protocol/" + i,
                    agent,
                    start,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));
  }
}
