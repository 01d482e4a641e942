package org.homeostat.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.Problem;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.FiringLimits;
import org.homeostat.engine.RuleFailure;
import org.homeostat.fact.PatientCase;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleBook;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that asks the engine about each case; what fails on one case does not touch others. */
abstract class CaseCommand implements Callable<Integer> {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;
  private static final int LARGEST_WIDTH = 200;

  @Parameters(
      arity = "1..*",
      paramLabel = "CASE",
      description =
          "Case files (JSON), folders (all *.json files below them, hidden ones left out), or -"
              + " for one case on standard input.")
  private List<String> names;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Advise for this day (YYYY-MM-DD) instead of the one the case names.")
  private LocalDate asOf;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Fold text to so many columns: that of the terminal, else 100.")
  private Integer width;

  @Mixin private RuleOptions ruleOptions;

  @ParentCommand private Homeostat homeostat;

  @Spec private CommandSpec spec;

  private int exitCode = Homeostat.DONE;
  private int printed;

  /**
   * What a command does with one case.
   *
   * @throws RuleFailure when the rules do not finish
   * @throws InputException when what was asked for cannot be had of this case
   */
  interface Answer {
    void give(PatientCase patientCase, CaseInput input);
  }

  /**
   * Makes ready for the cases.
   *
   * @param engine open until all are answered
   */
  abstract Answer answer(AdvisoryEngine engine, List<CaseInput> inputs);

  @Override
  public final Integer call() {
    RuleBook ruleBook = ruleOptions.ruleBook();
    Clock clock = Clock.systemDefaultZone();
    Clock oneDay = Clock.fixed(clock.instant(), clock.getZone());
    CaseReader reader = new CaseReader(ruleBook.knowledge());
    List<CaseInput> inputs = CaseInputs.of(names, homeostat.standardInput());
    Map<String, String> ids = new HashMap<>();
    try (AdvisoryEngine engine = AdvisoryEngine.of(ruleBook, oneDay, FiringLimits.DEFAULT)) {
      Answer answer = answer(engine, inputs);
      for (CaseInput input : inputs) {
        PatientCase patientCase = read(reader, input);
        if (patientCase == null) {
          continue;
        }
        String other = ids.putIfAbsent(patientCase.id(), input.name());
        if (other == null) {
          give(answer, patientCase, input);
        } else {
          fail(
              Homeostat.BAD_INPUT,
              input,
              "/id: '"
                  + Problem.brief(patientCase.id())
                  + "' is the id of "
                  + other
                  + " too; name each case once and give it an id of its own");
        }
      }
    }
    return exitCode;
  }

  private PatientCase read(CaseReader reader, CaseInput input) {
    try {
      return reader.read(input.read());
    } catch (CaseException e) {
      for (Problem problem : e.problems()) {
        fail(Homeostat.BAD_INPUT, input, problem.toString());
      }
      if (e.more() > 0) {
        fail(Homeostat.BAD_INPUT, input, e.more() + " more problems; mend these first");
      }
    } catch (InputException e) {
      fail(Homeostat.BAD_INPUT, input, e.getMessage());
    }
    return null;
  }

  private void give(Answer answer, PatientCase patientCase, CaseInput input) {
    try {
      answer.give(patientCase, input);
    } catch (RuleFailure e) {
      fail(Homeostat.INTERNAL_FAILURE, input, e.getMessage());
    } catch (InputException | IllegalArgumentException e) {
      fail(Homeostat.BAD_INPUT, input, e.getMessage());
    } catch (RuntimeException e) {
      fail(Homeostat.INTERNAL_FAILURE, input, "internal failure: " + e);
    }
  }

  /** The day that was asked for; null: the case names it. */
  final LocalDate asOf() {
    return asOf;
  }

  /** The arguments as they were written. */
  final List<String> names() {
    return names;
  }

  final Homeostat homeostat() {
    return homeostat;
  }

  /** Columns of a line of text. */
  final int width() {
    int terminal = Integer.getInteger("homeostat.columns", 0);
    int wanted = width != null ? width : terminal > 0 ? terminal : USUAL_WIDTH;
    return Math.max(LEAST_WIDTH, Math.min(LARGEST_WIDTH, wanted));
  }

  /** Prints to standard output, and a line between the texts of several cases. */
  final void printDivided(String text) {
    print((printed++ > 0 ? "\n" + "=".repeat(width()) + "\n\n" : "") + text);
  }

  /** Prints to standard output. */
  final void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  /** Says something beside the results. */
  final void tell(String message) {
    PrintWriter talk = spec.commandLine().getErr();
    talk.print(message + "\n");
    talk.flush();
  }

  private void fail(int code, CaseInput input, String message) {
    exitCode = Math.max(exitCode, code);
    tell(InertText.of("homeostat: " + input.name() + ": " + message));
  }
}
