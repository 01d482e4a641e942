package org.homeostat.ruletest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.Problem;
import org.homeostat.casefile.TestCase;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.RuleFailure;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.homeostat.ruletest.Outcome.Status;

/** Runs one case: reads it, advises, and holds the advisory against what the case expects. */
final class CaseRun {

  private final AdvisoryEngine engine;
  private final ExpectedNames names;
  private final CaseFilter filter;
  private final Optional<CoverageCounter> coverage;
  private final Clock clock;
  private final CaseReader reader;

  CaseRun(
      AdvisoryEngine engine,
      ExpectedNames names,
      CaseFilter filter,
      Optional<CoverageCounter> coverage,
      Clock clock) {
    this.engine = engine;
    this.names = names;
    this.filter = filter;
    this.coverage = coverage;
    this.clock = clock;
    this.reader = new CaseReader(engine.knowledge());
  }

  Outcome run(TestInput input) {
    Instant start = clock.instant();
    try {
      TestCase<Expectation> testCase =
          reader.readTest(input.text().read(), Expectation.reader(names, input.path()));
      return filter.takes(input.path(), testCase.patientCase().id())
          ? judge(input.path(), testCase, start)
          : Outcome.without(input.path(), Status.LEFT_OUT);
    } catch (IOException e) {
      // also where it would not be asked for: a path that leads nowhere may be a slip
      return bad(input, "", Status.ERROR, List.of(new Problem("", e.getMessage())), start);
    } catch (CaseException e) {
      return filter.takes(input.path(), "")
          ? bad(input, "", Status.ERROR, problems(e), start)
          : Outcome.without(input.path(), Status.LEFT_OUT);
    }
  }

  private Outcome judge(String path, TestCase<Expectation> testCase, Instant start) {
    PatientCase patientCase = testCase.patientCase();
    Status status;
    String message;
    try {
      Advisory advisory;
      Trace trace = null;
      if (coverage.isPresent()) {
        trace = engine.trace(patientCase, null);
        advisory = trace.advisory();
      } else {
        advisory = engine.advise(patientCase);
      }
      if (!filter.takes(path, advisory)) {
        return Outcome.without(path, Status.LEFT_OUT);
      }
      if (trace != null) {
        count(trace);
      }
      List<Mismatch> mismatches = testCase.expectation().mismatches(advisory);
      if (!mismatches.isEmpty()) {
        mismatches = explained(mismatches, trace, patientCase);
      }
      return Outcome.judged(path, patientCase, advisory, mismatches, since(start));
    } catch (RuleFailure e) {
      status = Status.INTERNAL_FAILURE;
      message = e.getMessage();
    } catch (IllegalArgumentException e) {
      status = Status.ERROR;
      message = e.getMessage();
    } catch (RuntimeException e) {
      status = Status.INTERNAL_FAILURE;
      message = "internal failure: " + e;
    }
    return Outcome.bad(
        path, patientCase.id(), status, List.of(new Problem("", message)), since(start));
  }

  private void count(Trace trace) {
    try {
      coverage.orElseThrow().add(trace);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("coverage cannot be counted: " + e.getMessage(), e);
    }
  }

  /** With why; a failure stays a failure where that cannot be told. */
  private List<Mismatch> explained(
      List<Mismatch> mismatches, Trace trace, PatientCase patientCase) {
    try {
      return MismatchReasons.explain(
          mismatches, engine.ruleBook(), trace == null ? engine.trace(patientCase, null) : trace);
    } catch (RuntimeException e) {
      return mismatches.stream()
          .map(m -> m.because(List.of("why cannot be told: " + e.getMessage())))
          .toList();
    }
  }

  private Outcome bad(
      TestInput input, String id, Status status, List<Problem> problems, Instant start) {
    return Outcome.bad(input.path(), id, status, problems, since(start));
  }

  private static List<Problem> problems(CaseException e) {
    List<Problem> problems = new ArrayList<>(e.problems());
    if (e.more() > 0) {
      problems.add(new Problem("", e.more() + " more problems; mend these first"));
    }
    return problems;
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
