package org.homeostat.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeostat.casefile.CaseText;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleScaffold;
import org.homeostat.rulebook.RuleSketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeostat new rule}: a rule in form with the two cases it begins with. */
@Command(
    name = "rule",
    description = {
      "Write a rule in form, with a case in which it fires and a close one in which it stays silent.",
      "What is left out stands there in capitals; homeostat check names it until it is filled in."
    },
    mixinStandardHelpOptions = true)
final class NewRuleCommand implements Callable<Integer> {

  private static final String HEALTHY = "low-no-agent";

  @Parameters(
      paramLabel = "ID",
      description = "Name of the rule: a clinical phrase in lower-case words joined by hyphens.")
  private String id;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "Where it goes in the rule folder, such as advice/sleep.drl.")
  private String file;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "finding, tier, advice or disagreement; without it what the folder of the file holds.")
  private String kind;

  @Option(
      names = "--on",
      split = ",",
      paramLabel = "CONDITION",
      description =
          "What it rests on; several hold together. symptom:CODE, condition:CODE, medication:CODE,"
              + " agent:CODE (or a class or group), test:CODE:BAND, finding:CODE, reason:POLICY.")
  private List<String> on = List.of();

  @Option(
      names = "--concludes",
      paramLabel = "WHAT",
      description =
          "ACTION:TARGET of advice (AGENT: each agent it rests on), a policy id, the code of a"
              + " finding, or TOPIC:KIND of a disagreement.")
  private String concludes;

  @Option(
      names = "--guidance",
      paramLabel = "IDS",
      description = "Ids of the statements it encodes, separated by spaces.")
  private String guidance;

  @Option(
      names = "--source",
      paramLabel = "IDS",
      description = "Ids of its sources, separated by spaces.")
  private String source;

  @Option(
      names = "--summary",
      paramLabel = "TEXT",
      description = "Its line in the advisory, under 140 characters.")
  private String summary;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "The rule folder; default: ${DEFAULT-VALUE}.")
  private Path rules = Path.of("rules");

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "The folder of cases for single rules; default: ${DEFAULT-VALUE}.")
  private Path cases = Path.of("testdata", "rules");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleScaffold scaffold =
        RuleScaffold.of(
            rules,
            new RuleSketch(
                id,
                file,
                kind,
                on,
                concludes,
                guidance,
                source,
                summary,
                LocalDate.now(Clock.systemDefaultZone())));
    ObjectNode healthy = CaseText.tree(ExampleCommand.bytes(HEALTHY));
    Path drl = rules.resolve(file);
    Path fires = cases.resolve(id + "--fires-example.json");
    Path silent = cases.resolve(id + "--silent-example.json");
    new NewFiles()
        .add(fires, CaseText.pretty(scaffold.firingCase(healthy)))
        .add(silent, CaseText.pretty(scaffold.silentCase(healthy)))
        .replace(drl, withLineEndsOf(drl, scaffold.drl()))
        .write();
    PrintWriter out = spec.commandLine().getOut();
    lines(drl, fires, silent, scaffold.notes())
        .forEach(line -> out.print(InertText.of(line) + "\n"));
    out.flush();
    return Homeostat.DONE;
  }

  private List<String> lines(Path drl, Path fires, Path silent, List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add("written: " + drl);
    lines.add("written: " + fires);
    lines.add("written: " + silent);
    notes.forEach(note -> lines.add("to do: " + note));
    lines.add("to do: make the two cases as close as the rule is sharp, then run");
    lines.add("  homeostat check " + rules);
    lines.add("  homeostat test --rules " + rules + " " + fires + " " + silent);
    return lines;
  }

  private static String withLineEndsOf(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains("\r\n")
          ? text.replace("\n", "\r\n")
          : text;
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + FileFault.reason(e));
    }
  }
}
