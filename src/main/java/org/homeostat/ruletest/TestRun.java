package org.homeostat.ruletest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeostat.casefile.Problem;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.ruletest.Outcome.Status;

/** Runs cases with what they expect, several at a time; what comes out is in the order given. */
public final class TestRun {

  private final CaseRun caseRun;
  private final CaseFilter filter;
  private final int threads;
  private final boolean failFast;

  /**
   * A run.
   *
   * @param coverage counts what the cases touch, where that is asked for
   * @param threads how many cases run at a time
   * @param failFast whether the first case that does not pass, in the order given, ends the run
   * @param clock measures how long a case takes
   */
  public TestRun(
      AdvisoryEngine engine,
      ExpectedNames names,
      CaseFilter filter,
      Optional<CoverageCounter> coverage,
      int threads,
      boolean failFast,
      Clock clock) {
    this.caseRun = new CaseRun(engine, names, filter, coverage, clock);
    this.filter = filter;
    this.threads = threads;
    this.failFast = failFast;
  }

  /**
   * Runs the cases.
   *
   * @param progress is told of each case that is done, from several threads
   * @return what became of each case that was asked for
   */
  public TestResult run(List<TestInput> inputs, Runnable progress) throws InterruptedException {
    Outcome[] outcomes = new Outcome[inputs.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger last = new AtomicInteger(inputs.size() - 1);
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i <= last.get(); i = next.getAndIncrement()) {
            outcomes[i] = caseRun.run(inputs.get(i));
            if (failFast && outcomes[i].status().isBad()) {
              last.accumulateAndGet(i, Math::min);
            }
            progress.run();
          }
          return null;
        };
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> done : workers.invokeAll(Collections.nCopies(threads, worker))) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be run: " + e.getCause(), e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return new TestResult(inOrder(inputs, outcomes));
  }

  /** Up to the first bad one where that ends the run: the same however the threads went. */
  private List<Outcome> inOrder(List<TestInput> inputs, Outcome[] outcomes) {
    List<Outcome> kept = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    boolean ended = false;
    for (int i = 0; i < outcomes.length; i++) {
      Outcome outcome = ended ? notRun(inputs.get(i)) : unique(outcomes[i], ids);
      ended |= failFast && outcome.status().isBad();
      if (outcome.status() != Status.LEFT_OUT) {
        kept.add(outcome);
      }
    }
    return kept;
  }

  private Outcome notRun(TestInput input) {
    boolean taken = filter.takes(input.path(), "") && filter.takesName(input.path());
    return Outcome.without(input.path(), taken ? Status.NOT_RUN : Status.LEFT_OUT);
  }

  private static Outcome unique(Outcome outcome, Map<String, String> ids) {
    if (outcome.id().isEmpty()) {
      return outcome;
    }
    String other = ids.putIfAbsent(outcome.id(), outcome.path());
    return other == null
        ? outcome
        : Outcome.bad(
            outcome.path(),
            outcome.id(),
            Status.ERROR,
            List.of(
                new Problem(
                    "/id",
                    "'"
                        + Problem.brief(outcome.id())
                        + "' is the id of "
                        + other
                        + " too; name each case once and give it an id of its own")),
            outcome.time());
  }
}
