package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.TierLevel;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks patients month by month through three years of treatment, with tests done now and then, and
 * looks at the monitoring plan each time.
 */
class MonitoringWalkTest {

  private static final LocalDate START = LocalDate.of(2023, 1, 9);
  private static final int MONTHS = 36;
  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);
  private static final Set<String> TOPICS =
      Set.of("fluid-retention", "product-source", "pituitary-function");

  /** A test with a normal value, as a laboratory reports it. */
  private record Normal(String code, String value, String uom) {}

  private static final List<Normal> TESTS =
      List.of(
          new Normal("fasting-glucose", "86", "mg/dL"),
          new Normal("hba1c", "5.1", "%"),
          new Normal("fasting-insulin", "5", "u[IU]/mL"),
          new Normal("triglycerides", "90", "mg/dL"),
          new Normal("hdl", "55", "mg/dL"),
          new Normal("ldl", "100", "mg/dL"),
          new Normal("hs-crp", "0.8", "mg/L"),
          new Normal("systolic-bp", "118", "mm[Hg]"),
          new Normal("diastolic-bp", "74", "mm[Hg]"),
          new Normal("waist", "78", "cm"),
          new Normal("weight", "70", "kg"),
          new Normal("height", "178", "cm"),
          new Normal("tsh", "1.8", "m[IU]/L"),
          new Normal("free-t4", "1.2", "ng/dL"),
          new Normal("igf-1", "0.4", "{SDS}"),
          new Normal("vat", "120", "cm2"),
          new Normal("cortisol-morning", "12", "ug/dL"),
          new Normal("prolactin", "8", "ng/mL"),
          new Normal("egfr", "95", "mL/min/{1.73_m2}"),
          new Normal("alt", "22", "U/L"),
          new Normal("haematocrit", "44", "%"),
          new Normal("psa", "0.8", "ng/mL"));

  /** One patient: the agents, the month in which they are stopped, and how often tests are done. */
  record Walk(List<String> agents, Integer stoppedAfter, double chance, long seed) {

    PatientCase on(LocalDate asOf, List<Observation> done) {
      LocalDate stop = stoppedAfter == null ? null : START.plusMonths(stoppedAfter);
      List<ProtocolEntry> protocol =
          IntStream.range(0, agents.size())
              .mapToObj(i -> entry("/protocol/" + i, agents.get(i), stop))
              .toList();
      return new PatientCase(
          "walk",
          null,
          asOf,
          new Patient(null, 45, "male", "european", null, null, "US", null, null, null),
          null,
          done.stream().filter(o -> !o.date().isAfter(asOf)).toList(),
          List.of(),
          List.of(),
          null,
          protocol,
          List.of(),
          new Lifestyle(new BigDecimal("200"), "good", new BigDecimal("7.5"), null, null),
          null,
          List.of(),
          null);
    }

    private static ProtocolEntry entry(String at, String agent, LocalDate stop) {
      return new ProtocolEntry(
          at, agent, START, stop, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Everything a week before the start, then each test in some months. */
    List<Observation> history() {
      Random random = new Random(seed);
      List<Observation> history = new ArrayList<>();
      TESTS.forEach(test -> history.add(observation(history.size(), test, START.minusDays(7))));
      for (int month = 1; month <= MONTHS; month++) {
        for (Normal test : TESTS) {
          if (random.nextDouble() < chance) {
            LocalDate day = START.plusMonths(month).minusDays(random.nextInt(28));
            history.add(observation(history.size(), test, day));
          }
        }
      }
      return history;
    }

    private static Observation observation(int index, Normal test, LocalDate day) {
      BigDecimal value = new BigDecimal(test.value());
      boolean score = test.uom().equals("{SDS}");
      return new Observation(
          "/observations/" + index,
          test.code(),
          score ? null : value,
          score ? null : test.uom(),
          day,
          null,
          null,
          BigDecimal.TEN,
          false,
          null,
          null,
          score ? value : null,
          null);
    }
  }

  static Stream<Walk> patients() {
    return Stream.of(
        new Walk(List.of("sermorelin"), null, 0, 1),
        new Walk(List.of("sermorelin"), null, 0.15, 2),
        new Walk(List.of("tesamorelin"), null, 0.3, 3),
        new Walk(List.of("hexarelin"), null, 0.1, 4),
        new Walk(List.of("cjc-1295-dac", "ipamorelin"), null, 0.2, 5),
        new Walk(List.of("semaglutide"), null, 0.1, 6),
        new Walk(List.of("testosterone", "ipamorelin"), null, 0.2, 7),
        new Walk(List.of("tesamorelin"), 14, 0.15, 8),
        new Walk(List.of("semaglutide"), 9, 0.05, 9),
        new Walk(List.of("ibutamoren"), null, 0.6, 10));
  }

  @ParameterizedTest
  @MethodSource("patients")
  void dates_never_go_back_and_nothing_undone_is_dropped(Walk walk) {
    List<Observation> history = walk.history();
    Map<String, Monitored> before = new HashMap<>();
    TierLevel tierBefore = null;
    boolean stoppedBefore = false;
    for (int month = 0; month <= MONTHS; month++) {
      LocalDate asOf = START.plusMonths(month);
      Advisory advisory = ENGINE.advise(walk.on(asOf, history));
      boolean stopped = walk.stoppedAfter() != null && month >= walk.stoppedAfter();
      Map<String, Monitored> now =
          advisory.monitoring().stream().collect(Collectors.toMap(Monitored::code, m -> m));
      if (stopped == stoppedBefore) {
        boolean stricter = tierBefore != null && advisory.tier().level().compareTo(tierBefore) < 0;
        for (Monitored old : before.values()) {
          boolean done =
              history.stream()
                  .filter(o -> o.code().equals(old.code()) && !o.date().isAfter(asOf))
                  .anyMatch(o -> old.lastDate() == null || o.date().isAfter(old.lastDate()));
          boolean ended =
              advisory.limits().stream().anyMatch(limit -> limit.contains("no longer followed"));
          if (!ended && !followsAdvice(old) && !followsAdvice(now.get(old.code()))) {
            check(old, now.get(old.code()), done, stricter, month);
          }
        }
      }
      before = now;
      tierBefore = advisory.tier().level();
      stoppedBefore = stopped;
    }
  }

  /** What advice asks to repeat comes and goes with that advice. */
  private static boolean followsAdvice(Monitored line) {
    return line != null && line.why().startsWith("see ");
  }

  private static void check(
      Monitored old, Monitored line, boolean done, boolean stricter, int month) {
    if (TOPICS.contains(old.code())) {
      return;
    }
    String what = "month " + month + ": " + old.code() + " was " + old + " and is " + line;
    boolean asked = old.status().equals("due") || old.status().equals("overdue");
    if (asked && !done) {
      assertThat(line).as(what).isNotNull();
      assertThat(line.status()).as(what).isIn("due", "overdue");
      if (old.status().equals("overdue")) {
        assertThat(line.status()).as(what).isEqualTo("overdue");
      }
    }
    if (line != null && line.due() != null && old.due() != null && !stricter) {
      assertThat(line.due()).as(what).isAfterOrEqualTo(old.due());
    }
  }
}
