package org.homeostat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.casefile.AdvisoryWriter;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;
import org.homeostat.report.HtmlReport;
import org.homeostat.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeostat advise}: the advisory for each case. */
@Command(
    name = "advise",
    description = "Give the advisory for each case.",
    mixinStandardHelpOptions = true)
final class AdviseCommand extends CaseCommand {

  enum Format {
    text(".txt"),
    json(".json"),
    html(".html");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default); json: one case gives one object, several one a line; or html: one page a"
              + " case, several only with --output.")
  private Format format = Format.text;

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

  @Option(
      names = "--trace",
      description = "Unfold whole proofs and all inputs in text; JSON always carries them.")
  private boolean trace;

  @Override
  Answer answer(AdvisoryEngine engine, List<CaseInput> inputs) {
    if (format == Format.html) {
      checkPages(inputs.size());
    }
    EarlierAdvisories earlier =
        since == null
            ? null
            : EarlierAdvisories.read(
                since, names(), homeostat().standardInput(), engine.knowledge());
    boolean alone = inputs.size() == 1 || output != null;
    HtmlReport pages = format == Format.html ? new HtmlReport(engine.ruleBook()) : null;
    return (patientCase, input) -> {
      if (pages != null) {
        put(patientCase.id(), page(pages, engine, patientCase));
      } else {
        Advisory advisory = engine.advise(patientCase, asOf());
        Changes changes = earlier == null ? null : earlier.until(advisory);
        put(patientCase.id(), text(advisory, changes, alone));
      }
    };
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

  private String page(HtmlReport pages, AdvisoryEngine engine, PatientCase patientCase) {
    Trace happened = engine.trace(patientCase, asOf());
    return pages.write(patientCase, happened, engine.whatIf(patientCase, asOf()));
  }

  private String text(Advisory advisory, Changes changes, boolean pretty) {
    AdvisoryWriter writer = new AdvisoryWriter();
    if (format == Format.text) {
      return new TextReport(trace, width()).write(advisory, changes);
    }
    return (pretty ? writer.pretty(advisory, changes) : writer.line(advisory, changes)) + "\n";
  }

  private void put(String id, String text) {
    if (output == null) {
      if (format == Format.text) {
        printDivided(text);
      } else {
        print(text);
      }
      return;
    }
    Path target = output.resolve(id + format.ending);
    try {
      Files.createDirectories(output);
      Files.write(target, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException("cannot write " + target + ": " + FileFault.reason(e));
    }
  }
}
