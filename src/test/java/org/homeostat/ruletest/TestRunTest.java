package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeostat.ruletest.TestCases.failing;
import static org.homeostat.ruletest.TestCases.input;
import static org.homeostat.ruletest.TestCases.passing;
import static org.homeostat.ruletest.TestCases.text;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeostat.TestData;
import org.homeostat.casefile.Problem;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.FiringLimits;
import org.homeostat.ruletest.Outcome.Status;
import org.junit.jupiter.api.Test;

/** A run of several cases: order, parallel work, where it ends, and what is asked for. */
class TestRunTest {

  private static final TestInput BROKEN = input("cases/broken.json", "{");
  private static final TestInput GONE =
      new TestInput(
          "cases/gone.json",
          () -> {
            throw new IOException("does not exist");
          });

  private static TestResult run(int threads, boolean failFast, List<TestInput> inputs)
      throws InterruptedException {
    return run(CaseFilter.ALL, threads, failFast, inputs, () -> {});
  }

  private static TestResult run(CaseFilter filter, TestInput... inputs)
      throws InterruptedException {
    return run(filter, 1, false, List.of(inputs), () -> {});
  }

  private static TestResult run(
      CaseFilter filter, int threads, boolean failFast, List<TestInput> inputs, Runnable progress)
      throws InterruptedException {
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      return new TestRun(
              engine,
              TestCases.NAMES,
              filter,
              Optional.empty(),
              threads,
              failFast,
              Clock.systemUTC())
          .run(inputs, progress);
    }
  }

  private static List<String> statuses(TestResult result) {
    return result.outcomes().stream().map(o -> o.id() + " " + o.status().code()).toList();
  }

  private static List<String> paths(TestResult result) {
    return result.outcomes().stream().map(Outcome::path).toList();
  }

  @Test
  void outcomes_come_in_the_order_of_the_cases_however_many_run_at_a_time()
      throws InterruptedException {
    List<TestInput> inputs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      inputs.add(i % 7 == 3 ? failing("case-" + i) : passing("case-" + i));
    }
    TestResult one = run(1, false, inputs);
    TestResult eight = run(8, false, inputs);

    assertThat(paths(eight))
        .containsExactlyElementsOf(inputs.stream().map(TestInput::path).toList());
    assertThat(statuses(eight)).isEqualTo(statuses(one));
    assertThat(eight.summary()).isEqualTo("40 cases: 34 passed, 6 failed");
  }

  @Test
  void cases_run_at_the_same_time() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    List<TestInput> inputs = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      inputs.add(
          new TestInput(
              id,
              () -> {
                both.countDown();
                await(both);
                return passing(id).text().read();
              }));
    }

    assertThat(statuses(run(2, false, inputs))).containsExactly("a passed", "b passed");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the other case did not start");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void first_case_that_does_not_pass_ends_a_run_that_is_to_fail_fast() throws InterruptedException {
    for (int threads : new int[] {1, 4}) {
      TestResult result =
          run(
              threads,
              true,
              List.of(
                  passing("a"), passing("b"), failing("c"), passing("d"), failing("e"), BROKEN));

      assertThat(result.outcomes())
          .extracting(Outcome::status)
          .containsExactly(
              Status.PASSED,
              Status.PASSED,
              Status.FAILED,
              Status.NOT_RUN,
              Status.NOT_RUN,
              Status.NOT_RUN);
      assertThat(result.summary()).isEqualTo("6 cases: 2 passed, 1 failed, 3 not run");
    }
  }

  @Test
  void case_after_the_end_of_a_run_is_not_even_read() throws InterruptedException {
    AtomicInteger read = new AtomicInteger();
    TestInput counted =
        new TestInput(
            "counted.json",
            () -> {
              read.incrementAndGet();
              return passing("counted").text().read();
            });

    run(1, true, List.of(failing("a"), counted));
    assertThat(read).hasValue(0);
    run(1, false, List.of(failing("a"), counted));
    assertThat(read).hasValue(1);
  }

  @Test
  void case_that_cannot_be_read_is_an_error_with_its_reason() throws InterruptedException {
    TestResult result = run(CaseFilter.ALL, BROKEN, GONE, passing("a"));

    assertThat(statuses(result)).containsExactly(" error", " error", "a passed");
    assertThat(result.outcomes().get(1).problems())
        .containsExactly(new Problem("", "does not exist"));
    assertThat(result.summary()).isEqualTo("3 cases: 1 passed, 2 errors");
  }

  @Test
  void id_that_stands_twice_is_an_error_of_the_second_case() throws InterruptedException {
    TestInput copy = input("copy.json", text("a", "{\"tier\": \"indeterminate\"}"));
    TestResult result = run(CaseFilter.ALL, passing("a"), copy);

    assertThat(statuses(result)).containsExactly("a passed", "a error");
    assertThat(result.outcomes().get(1).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "/id: 'a' is the id of cases/a.json too; name each case once and give it an id of its"
                + " own");
  }

  @Test
  void rules_that_do_not_finish_are_an_internal_failure_of_that_case() throws InterruptedException {
    FiringLimits none = new FiringLimits(1, Duration.ZERO);
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED, Clock.systemUTC(), none)) {
      TestResult result =
          new TestRun(
                  engine,
                  TestCases.NAMES,
                  CaseFilter.ALL,
                  Optional.empty(),
                  1,
                  false,
                  Clock.systemUTC())
              .run(List.of(passing("a")), () -> {});

      assertThat(statuses(result)).containsExactly("a internal-failure");
      assertThat(result.summary()).isEqualTo("1 case: 0 passed, 1 internal failure");
      assertThat(result.outcomes().get(0).problems()).hasSize(1);
    }
  }

  @Test
  void progress_is_told_of_each_case() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    run(
        CaseFilter.ALL,
        3,
        false,
        List.of(passing("a"), failing("b"), BROKEN),
        steps::incrementAndGet);

    assertThat(steps).hasValue(3);
  }

  @Test
  void failed_case_keeps_its_advisory_for_those_who_ask_why() throws InterruptedException {
    TestResult result = run(CaseFilter.ALL, failing("a"), passing("b"));

    assertThat(result.outcomes().get(0).failure().advisory().caseId()).isEqualTo("a");
    assertThat(result.outcomes().get(1).failure()).isNull();
  }

  @Test
  void filter_takes_part_of_id_or_path_and_with_a_star_the_whole() throws InterruptedException {
    TestInput[] inputs = {
      input("cases/one.json", text("alpha", "{\"tier\": \"low\"}")),
      input("cases/two.json", text("beta", "{\"tier\": \"low\"}")),
    };

    assertThat(paths(run(new CaseFilter("one", null), inputs))).containsExactly("cases/one.json");
    assertThat(paths(run(new CaseFilter("bet", null), inputs))).containsExactly("cases/two.json");
    assertThat(paths(run(new CaseFilter("cases/", null), inputs))).hasSize(2);
    assertThat(paths(run(new CaseFilter("tw*", null), inputs))).containsExactly("cases/two.json");
    assertThat(paths(run(new CaseFilter("*pha", null), inputs))).containsExactly("cases/one.json");
    assertThat(paths(run(new CaseFilter("cases/*.json", null), inputs))).hasSize(2);
    assertThat(paths(run(new CaseFilter("pha*", null), inputs))).isEmpty();
    assertThat(paths(run(new CaseFilter("o.e*", null), inputs))).isEmpty();
  }

  @Test
  void filter_leaves_out_broken_cases_by_their_path_but_never_a_path_to_nothing()
      throws InterruptedException {
    assertThat(paths(run(new CaseFilter("a.json", null), BROKEN, GONE, passing("a"))))
        .containsExactly("cases/gone.json", "cases/a.json");
    assertThat(paths(run(new CaseFilter("broken", null), BROKEN, passing("a"))))
        .containsExactly("cases/broken.json");
  }

  @Test
  void rule_takes_cases_that_name_it_and_cases_that_rest_on_it() throws InterruptedException {
    String rule = "no-current-glycaemic-measure";
    TestInput named =
        input(
            "no-risk-factor-identified--silent-here.json",
            text("named", "{\"tier\": \"indeterminate\"}"));
    assertThat(TestCases.NAMES.rules()).contains(rule);

    assertThat(paths(run(new CaseFilter(null, rule), named, passing("a"))))
        .containsExactly(named.path(), "cases/a.json");
    assertThat(paths(run(new CaseFilter(null, "no-risk-factor-identified"), named, passing("a"))))
        .containsExactly(named.path());
    assertThat(paths(run(new CaseFilter(null, "acromegaly-suspected-by-igf-1"), named))).isEmpty();
  }

  @Test
  void expectations_that_nobody_reviewed_are_counted() throws InterruptedException {
    String text = text("a", "{\"tier\": \"indeterminate\"}");
    TestInput frozen =
        input("a.json", text.replace("\"asOf\"", "\"title\": \"To be reviewed: a\", \"asOf\""));

    assertThat(run(CaseFilter.ALL, frozen, passing("b")).summary())
        .isEqualTo("2 cases: 2 passed, 1 to be reviewed");
  }
}
