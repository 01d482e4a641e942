package org.homeostat.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.knowledge.NearestName;
import org.homeostat.report.CheckJson;
import org.homeostat.report.CheckText;
import org.homeostat.rulebook.Check;
import org.homeostat.rulebook.RuleCheck;
import org.homeostat.rulebook.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeostat check}: what is to be mended in a rule folder. */
@Command(
    name = "check",
    description = "Look for mistakes in a rule folder. Rules are read and compiled, never run.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  enum Format {
    text,
    json,
    sarif
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Rule folder, with tables/ and DRL files (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("rules");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json, or sarif (2.1.0, for editors and code hosts).")
  private Format format = Format.text;

  @Option(
      names = "--severity",
      paramLabel = "WEIGHT",
      description =
          "error, warning (default) or note: what weighs as much or more is listed in text and"
              + " makes the exit code 1. JSON and SARIF carry everything.")
  private Severity threshold = Severity.WARNING;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "Judge whether reviews are due on this day (YYYY-MM-DD), not on today.")
  private LocalDate asOf;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "Print the page of one check, such as band-gap, and look at no folder.")
  private String code;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (code != null) {
      out.print(explained());
      return Homeostat.DONE;
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder
              + " is no folder; name the folder that holds tables/ and the DRL files: homeostat"
              + " check DIR");
    }
    RuleCheck found = RuleCheck.run(folder, asOf == null ? LocalDate.now() : asOf);
    CheckJson json = new CheckJson(this::path);
    out.print(
        switch (format) {
          case text -> new CheckText(this::path, threshold).write(found);
          case json -> json.write(found) + "\n";
          case sarif -> json.sarif(found, AdvisoryEngine.version()) + "\n";
        });
    boolean failed =
        found.diagnostics().stream()
            .anyMatch(diagnostic -> diagnostic.check().severity().compareTo(threshold) <= 0);
    return failed ? Homeostat.CHECK_FAILED : Homeostat.DONE;
  }

  /** The path of a file of the folder, as it can be opened from where the command runs. */
  private String path(String file) {
    return folder.resolve(file).normalize().toString().replace('\\', '/');
  }

  private String explained() {
    List<String> codes = Arrays.stream(Check.values()).map(Check::code).toList();
    return Arrays.stream(Check.values())
        .filter(check -> check.code().equals(code))
        .findFirst()
        .map(Check::page)
        .orElseThrow(
            () ->
                new InputException(
                    "no check '"
                        + code
                        + "'; the nearest is '"
                        + NearestName.of(code, codes)
                        + "'; there are: "
                        + String.join(", ", codes)));
  }
}
