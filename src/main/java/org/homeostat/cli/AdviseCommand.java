package org.homeostat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.casefile.AdvisoryWriter;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.Problem;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.FiringLimits;
import org.homeostat.engine.RuleFailure;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.homeostat.report.HtmlReport;
import org.homeostat.report.InertText;
import org.homeostat.report.TextReport;
import org.homeostat.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code homeostat advise}: the advisory for each case. */
@Command(
    name = "advise",
    description = "Give the advisory for each case.",
    mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

  enum Format {
    text(".txt"),
    json(".json"),
    html(".html");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "CASE",
      description =
          "Case files (JSON), folders (all *.json files below them, hidden ones left out), or -"
              + " for one case on standard input.")
  private List<String> names;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default); json: one case gives one object, several one a line; or html: one page a"
              + " case, several only with --output.")
  private Format format = Format.text;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Advise for this day (YYYY-MM-DD) instead of the one the case names.")
  private LocalDate asOf;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write one file a case into this folder instead of standard output.")
  private Path output;

  @Option(
      names = "--since",
      paramLabel = "PREVIOUS",
      description =
          "Show what changed since an earlier advisory of each case, and why: new, gone, worse,"
              + " better. PREVIOUS is a file of advisories as --format json writes them, or - for"
              + " standard input; a case takes the one of its id.")
  private String since;

  @Mixin private RuleOptions ruleOptions;

  @Option(
      names = "--trace",
      description = "Unfold whole proofs and all inputs in text; JSON always carries them.")
  private boolean trace;

  @ParentCommand private Homeostat homeostat;

  @Spec private CommandSpec spec;

  private EarlierAdvisories earlier;
  private int exitCode = Homeostat.DONE;
  private int printed;

  @Override
  public Integer call() {
    RuleBook ruleBook = ruleOptions.ruleBook();
    Clock clock = Clock.systemDefaultZone();
    Clock oneDay = Clock.fixed(clock.instant(), clock.getZone());
    CaseReader reader = new CaseReader(ruleBook.knowledge());
    List<CaseInput> inputs = CaseInputs.of(names, homeostat.standardInput());
    if (format == Format.html) {
      checkPages(inputs.size());
    }
    if (since != null) {
      earlier =
          EarlierAdvisories.read(since, names, homeostat.standardInput(), ruleBook.knowledge());
    }
    Map<String, String> ids = new HashMap<>();
    try (AdvisoryEngine engine = AdvisoryEngine.of(ruleBook, oneDay, FiringLimits.DEFAULT)) {
      for (CaseInput input : inputs) {
        PatientCase patientCase = read(reader, input);
        if (patientCase == null) {
          continue;
        }
        String other = ids.putIfAbsent(patientCase.id(), input.name());
        if (other != null) {
          fail(
              Homeostat.BAD_INPUT,
              input,
              "/id: '"
                  + Problem.brief(patientCase.id())
                  + "' is the id of "
                  + other
                  + " too; name each case once and give it an id of its own");
          continue;
        }
        Trace trace = advise(engine, patientCase, input);
        if (trace != null) {
          print(patientCase, trace, input, inputs.size() == 1, ruleBook);
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

  private void checkPages(int cases) {
    if (since != null) {
      throw new InputException("--since goes with --format text or json, not with html");
    }
    if (cases > 1 && output == null) {
      throw new InputException(
          cases + " cases are as many pages; name a folder for them with --output DIR");
    }
  }

  private Trace advise(AdvisoryEngine engine, PatientCase patientCase, CaseInput input) {
    try {
      return engine.trace(patientCase, asOf);
    } catch (RuleFailure e) {
      fail(Homeostat.INTERNAL_FAILURE, input, e.getMessage());
    } catch (IllegalArgumentException e) {
      fail(Homeostat.BAD_INPUT, input, e.getMessage());
    } catch (RuntimeException e) {
      fail(Homeostat.INTERNAL_FAILURE, input, "internal failure: " + e);
    }
    return null;
  }

  private void print(
      PatientCase patientCase, Trace trace, CaseInput input, boolean alone, RuleBook ruleBook) {
    Advisory advisory = trace.advisory();
    Changes changes;
    try {
      changes = earlier == null ? null : earlier.until(advisory);
    } catch (InputException e) {
      fail(Homeostat.BAD_INPUT, input, e.getMessage());
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    String text =
        format == Format.html
            ? new HtmlReport(ruleBook.knowledge(), List.of(), List.of())
                .write(patientCase, trace, null)
            : text(advisory, changes, alone || output != null);
    if (output != null) {
      Path target = output.resolve(advisory.caseId() + format.ending);
      try {
        Files.createDirectories(output);
        Files.write(target, text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        fail(Homeostat.BAD_INPUT, input, "cannot write " + target + ": " + FileFault.reason(e));
      }
    } else {
      boolean divided = format == Format.text && printed++ > 0;
      out.print((divided ? "\n" + "=".repeat(100) + "\n\n" : "") + text);
    }
    out.flush();
  }

  private String text(Advisory advisory, Changes changes, boolean pretty) {
    AdvisoryWriter writer = new AdvisoryWriter();
    if (format == Format.text) {
      return new TextReport(trace).write(advisory, changes);
    }
    return (pretty ? writer.pretty(advisory, changes) : writer.line(advisory, changes)) + "\n";
  }

  /** A day written YYYY-MM-DD. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        if (value.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")) {
          return LocalDate.parse(value);
        }
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no day of the calendar");
      }
      throw new TypeConversionException("a date YYYY-MM-DD is wanted, not '" + value + "'");
    }
  }

  private void fail(int code, CaseInput input, String message) {
    exitCode = Math.max(exitCode, code);
    PrintWriter talk = spec.commandLine().getErr();
    talk.print(InertText.of("homeostat: " + input.name() + ": " + message) + "\n");
    talk.flush();
  }
}
