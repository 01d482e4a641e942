package org.homeostat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeostat.catalogue.AgentSheet;
import org.homeostat.catalogue.MatrixSheet;
import org.homeostat.catalogue.RuleSheet;
import org.homeostat.catalogue.Sheet;
import org.homeostat.catalogue.SheetFormat;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.ruletest.CaseFilter;
import org.homeostat.ruletest.ExpectedNames;
import org.homeostat.ruletest.RuleCases;
import org.homeostat.ruletest.TestInput;
import org.homeostat.ruletest.TestResult;
import org.homeostat.ruletest.TestRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code homeostat rules}: what the rules say, and what they rest on. */
@Command(
    name = "rules",
    description = "Print the catalogue of the rules, the matrix of statements, or the agents.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {

  /** What is printed in place of the catalogue. */
  static final class View {
    @Option(
        names = "--matrix",
        description =
            "Print each statement of the guidance by rule, firing case, silent case and source.")
    private boolean matrix;

    @Option(
        names = "--agents",
        description =
            "Print the agents: class, receptors, routes, schedule, what is recorded where.")
    private boolean agents;
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "CASE",
      description =
          "Case files or folders of them, to show with each rule. Those named"
              + " RULE--fires-WHAT.json, RULE--silent-WHAT.json or RULE--suppresses-WHAT.json are"
              + " run, and shown where they pass.")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default), json, markdown, or html: one page that needs nothing beside it.")
  private SheetFormat format = SheetFormat.text;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Flag the rules whose review is overdue on this day (YYYY-MM-DD), not today.")
  private LocalDate asOf;

  @ArgGroup private View view = new View();

  @Mixin private RuleOptions ruleOptions;

  @ParentCommand private Homeostat homeostat;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    RuleBook ruleBook = ruleOptions.ruleBook();
    TestResult result = paths.isEmpty() ? new TestResult(List.of()) : run(ruleBook);
    spec.commandLine().getOut().print(format.write(sheet(ruleBook, RuleCases.of(result))));
    result.outcomes().stream()
        .filter(outcome -> outcome.status().isBad())
        .forEach(
            outcome ->
                tell(
                    outcome.path() + ": does not pass and is not shown; homeostat test tells why"));
    return TestCommand.exitCode(result);
  }

  private Sheet sheet(RuleBook ruleBook, RuleCases cases) {
    if (view.agents) {
      return AgentSheet.of(ruleBook.knowledge());
    }
    LocalDate day = asOf == null ? LocalDate.now(Clock.systemDefaultZone()) : asOf;
    return view.matrix ? MatrixSheet.of(ruleBook, cases) : RuleSheet.of(ruleBook, cases, day);
  }

  private TestResult run(RuleBook ruleBook) throws InterruptedException {
    if (view.agents) {
      throw new InputException("--agents has no cases; leave them out");
    }
    List<TestInput> given =
        CaseInputs.of(paths, homeostat.standardInput()).stream().map(CaseInput::asTest).toList();
    List<TestInput> inputs = given.stream().filter(RuleCases::isNamed).toList();
    requireReadable(given.stream().filter(input -> !RuleCases.isNamed(input)).toList());
    if (inputs.isEmpty()) {
      throw new InputException(
          "no case is named after a rule, as in RULE--fires-WHAT.json and RULE--silent-WHAT.json");
    }
    if (inputs.size() < given.size()) {
      tell(leftOut(given.size() - inputs.size()));
    }
    try (AdvisoryEngine engine = AdvisoryEngine.of(ruleBook);
        Progress progress = Progress.of("Running", inputs.size(), Progress.isWatched(), talk())) {
      return new TestRun(
              engine,
              ExpectedNames.of(ruleBook),
              new CaseFilter(null, null),
              Optional.empty(),
              Runtime.getRuntime().availableProcessors(),
              false,
              Clock.systemUTC())
          .run(inputs, progress::step);
    }
  }

  /** Also what is not run is there: a path that leads nowhere is a slip. */
  private static void requireReadable(List<TestInput> given) {
    for (TestInput input : given) {
      try {
        input.text().read();
      } catch (IOException e) {
        throw new InputException(input.path() + ": " + e.getMessage());
      }
    }
  }

  private static String leftOut(int cases) {
    return cases == 1
        ? "1 case is not named after a rule and was not run"
        : cases + " cases are not named after a rule and were not run";
  }

  private void tell(String message) {
    talk().print(InertText.of("homeostat: " + message) + "\n");
    talk().flush();
  }

  private PrintWriter talk() {
    return spec.commandLine().getErr();
  }
}
