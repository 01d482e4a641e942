package org.homeostat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.knowledge.NearestName;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.ruletest.CaseFilter;
import org.homeostat.ruletest.Coverage;
import org.homeostat.ruletest.CoverageCounter;
import org.homeostat.ruletest.CoverageText;
import org.homeostat.ruletest.ExpectedNames;
import org.homeostat.ruletest.JUnitReport;
import org.homeostat.ruletest.Outcome;
import org.homeostat.ruletest.TestInput;
import org.homeostat.ruletest.TestJsonReport;
import org.homeostat.ruletest.TestResult;
import org.homeostat.ruletest.TestRun;
import org.homeostat.ruletest.TestTextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code homeostat test}: whether cases give what they expect. */
@Command(
    name = "test",
    description = "Run cases and hold each advisory against what the case expects.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  enum Format {
    text,
    json
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Case files with 'asOf' and 'expect', folders of them, or - for one case on standard"
              + " input. The name RULE--fires-WHAT.json says that the rule stands in a proof of the"
              + " advisory, RULE--silent-WHAT.json and RULE--suppresses-WHAT.json that it does not.")
  private List<String> paths;

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description =
          "Only cases whose id or path contains TEXT; with * for any characters, TEXT is the whole"
              + " id, path or file name.")
  private String filter;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description =
          "Only cases whose file name names this rule, or whose advisory rests on it. All cases are"
              + " run to know.")
  private String rule;

  @Option(
      names = "--fail-fast",
      description = "End at the first case, in the order given, that does not pass.")
  private boolean failFast;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Run so many cases at a time; default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--watch",
      description =
          "Run again whenever a case file, or a file of the --rules or --tables folder, changes. Ctrl-C ends it.")
  private boolean watch;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), or json: one object; with --watch one a line for each run.")
  private Format format = Format.text;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write JUnit XML, which build servers read, into this file as well.")
  private Path junit;

  @Mixin private RuleOptions ruleOptions;

  @Mixin private CoverageOptions coverageOptions;

  @ParentCommand private Homeostat homeostat;

  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();
  private RuleBook ruleBook;
  private ExpectedNames names;
  private int rounds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new InputException("--threads " + threads + ": use 1 or more");
    }
    coverageOptions.thresholds();
    if (failFast && coverageOptions.wanted()) {
      throw new InputException("--fail-fast leaves cases out; count coverage without it");
    }
    if (!watch) {
      return round(Set.of());
    }
    try (FileChanges changes = new FileChanges(watchedCases(), ruleOptions.folders())) {
      return Watch.run(this::round, changes, talk());
    }
  }

  private List<Path> watchedCases() {
    List<Path> watched = new ArrayList<>();
    for (String path : paths) {
      if (path.equals("-")) {
        throw new InputException("--watch goes with files; standard input cannot be watched");
      }
      try {
        watched.add(Path.of(path));
      } catch (InvalidPathException e) {
        throw new InputException(path + ": is no name of a file; name case files");
      }
    }
    return watched;
  }

  private int round(Set<Path> changed) throws InterruptedException {
    if (rounds++ > 0 && format == Format.text) {
      out().print("\n" + "=".repeat(100) + "\n\n");
    }
    if (ruleBook == null || changed.stream().anyMatch(this::isOfRules)) {
      ruleBook = null;
      RuleBook loaded = ruleOptions.ruleBook();
      names = ExpectedNames.of(loaded);
      ruleBook = loaded;
    }
    if (rule != null && !names.rules().contains(rule)) {
      throw new InputException(
          "no rule '" + rule + "'; the nearest is '" + NearestName.of(rule, names.rules()) + "'");
    }
    Optional<CoverageCounter> counter =
        coverageOptions.wanted() ? Optional.of(new CoverageCounter(ruleBook)) : Optional.empty();
    TestResult result = run(counter);
    if (result.outcomes().isEmpty()) {
      throw new InputException(
          "no case fits " + asked() + "; name what stands in an id or path, or another rule");
    }
    Optional<Coverage> coverage = counter.map(CoverageCounter::coverage);
    out()
        .print(
            switch (format) {
              case text -> TestTextReport.write(result) + coverage.map(CoverageText::of).orElse("");
              case json ->
                  (watch
                          ? TestJsonReport.line(result, coverage)
                          : TestJsonReport.pretty(result, coverage))
                      + "\n";
            });
    out().flush();
    int code = Math.max(exitCode(result), writeJUnit(result));
    return coverage.isEmpty() ? code : Math.max(code, judged(coverage.get()));
  }

  private int judged(Coverage coverage) {
    coverageOptions.write(coverage, ruleOptions.folder());
    List<String> shortfalls = coverageOptions.shortfalls(coverage);
    shortfalls.forEach(this::tell);
    return shortfalls.isEmpty() ? Homeostat.DONE : Homeostat.CHECK_FAILED;
  }

  private boolean isOfRules(Path path) {
    return ruleOptions.folders().stream().anyMatch(folder -> path.startsWith(real(folder)));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + FileFault.reason(e));
    }
  }

  private TestResult run(Optional<CoverageCounter> counter) throws InterruptedException {
    List<TestInput> inputs =
        CaseInputs.of(paths, homeostat.standardInput()).stream().map(CaseInput::asTest).toList();
    Instant start = clock.instant();
    TestResult result;
    try (AdvisoryEngine engine = AdvisoryEngine.of(ruleBook);
        Progress progress = Progress.of("Testing", inputs.size(), Progress.isWatched(), talk())) {
      result =
          new TestRun(
                  engine, names, new CaseFilter(filter, rule), counter, threads, failFast, clock)
              .run(inputs, progress::step);
    }
    tell(time(result.outcomes().size(), Duration.between(start, clock.instant())));
    return result;
  }

  private static String time(int cases, Duration taken) {
    double seconds = Math.max(1, taken.toMillis()) / 1000.0;
    return String.format(
        Locale.ROOT,
        "%d case%s in %.2f s, %.0f a second",
        cases,
        cases == 1 ? "" : "s",
        seconds,
        cases / seconds);
  }

  private String asked() {
    return Stream.of(
            filter == null ? null : "--filter '" + filter + "'",
            rule == null ? null : "--rule '" + rule + "'")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" and "));
  }

  static int exitCode(TestResult result) {
    int code = Homeostat.DONE;
    for (Outcome outcome : result.outcomes()) {
      code =
          Math.max(
              code,
              switch (outcome.status()) {
                case FAILED -> Homeostat.CHECK_FAILED;
                case ERROR -> Homeostat.BAD_INPUT;
                case INTERNAL_FAILURE -> Homeostat.INTERNAL_FAILURE;
                default -> Homeostat.DONE;
              });
    }
    return code;
  }

  private int writeJUnit(TestResult result) {
    if (junit == null) {
      return Homeostat.DONE;
    }
    try {
      if (junit.toAbsolutePath().getParent() != null) {
        Files.createDirectories(junit.toAbsolutePath().getParent());
      }
      Files.writeString(junit, JUnitReport.write(result));
      return Homeostat.DONE;
    } catch (IOException e) {
      tell("cannot write " + junit + ": " + FileFault.reason(e));
      return Homeostat.BAD_INPUT;
    }
  }

  private void tell(String message) {
    talk().print(InertText.of("homeostat: " + message) + "\n");
    talk().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter talk() {
    return spec.commandLine().getErr();
  }
}
