package org.homeostat.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.homeostat.advice.Advisory;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.CaseReader;
import org.homeostat.casefile.CaseText;
import org.homeostat.casefile.Problem;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.FiringLimits;
import org.homeostat.fact.PatientCase;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.ruletest.FrozenCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code homeostat new case}: a case to fill in, or one that holds today's outcome. */
@Command(
    name = "case",
    description = {
      "Write a case to fill in; with --from, a case that expects what the engine gives for it now,",
      "to be reviewed before it is kept."
    },
    mixinStandardHelpOptions = true)
final class NewCaseCommand implements Callable<Integer> {

  static final String ID = "[a-z0-9]++(-[a-z0-9]++)*+";

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Id of the new case; with --from it can be left out.")
  private String id;

  @Option(names = "--id", paramLabel = "ID", description = "The same as the parameter ID.")
  private String idOption;

  @Option(
      names = "--from",
      paramLabel = "CASE",
      description = "A case file, or - for standard input: keep it and freeze its outcome.")
  private String from;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write this new file instead of standard output.")
  private Path output;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day of the new case (YYYY-MM-DD).")
  private LocalDate asOf;

  @Mixin private RuleOptions ruleOptions;

  @ParentCommand private NewCommand parent;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String newId = id();
    ObjectNode text = from == null ? template(newId) : frozen(newId);
    PrintWriter out = spec.commandLine().getOut();
    if (output == null) {
      out.print(CaseText.pretty(text));
    } else {
      new NewFiles().add(output, CaseText.pretty(text)).write();
      out.print(InertText.of(output.toString()) + "\n");
    }
    out.flush();
    say(
        from == null
            ? "fill in the data, and under expect what the advisory must say; then run homeostat"
                + " test"
            : "this is what the engine says, right or wrong: review it, and take the mark off the"
                + " title before you keep it");
    return Homeostat.DONE;
  }

  private String id() {
    if (id != null && idOption != null && !id.equals(idOption)) {
      throw new InputException("two ids: '" + id + "' and '" + idOption + "'; give one");
    }
    String given = id != null ? id : idOption;
    if (given == null && from == null) {
      throw new InputException("name the new case: homeostat new case ID");
    }
    if (given != null && !given.matches(ID)) {
      throw new InputException(
          "'" + Problem.brief(given) + "' is no id; write lower-case words joined by hyphens");
    }
    return given;
  }

  private ObjectNode template(String newId) {
    ObjectNode template = CaseText.tree("{}".getBytes(StandardCharsets.UTF_8));
    template.put("formatVersion", 1).put("id", newId).put("title", newId.replace('-', ' '));
    template.put("asOf", (asOf == null ? LocalDate.now(Clock.systemDefaultZone()) : asOf) + "");
    template.putObject("patient").put("ageYears", 45).put("sex", "female");
    for (String list : List.of("observations", "conditions", "familyHistory", "protocol")) {
      template.putArray(list);
    }
    template.putObject("expect");
    return template;
  }

  private ObjectNode frozen(String newId) {
    CaseInput input = input();
    byte[] text = read(input);
    RuleBook ruleBook = ruleOptions.ruleBook();
    Clock clock = Clock.systemDefaultZone();
    try (AdvisoryEngine engine = AdvisoryEngine.of(ruleBook, clock, FiringLimits.DEFAULT)) {
      PatientCase patientCase = new CaseReader(ruleBook.knowledge()).read(text);
      Advisory advisory = engine.advise(patientCase, asOf);
      return FrozenCase.of(CaseText.tree(text), newId == null ? patientCase.id() : newId, advisory);
    } catch (CaseException e) {
      String problems =
          e.problems().stream()
              .map(problem -> input.name() + ": " + problem)
              .collect(Collectors.joining("\n"));
      throw new InputException(
          problems
              + (e.more() == 0
                  ? ""
                  : "\n" + input.name() + ": " + e.more() + " more problems; mend these first"));
    } catch (IllegalArgumentException e) {
      throw new InputException(input.name() + ": " + e.getMessage());
    }
  }

  private CaseInput input() {
    if (!from.equals("-") && Files.isDirectory(Path.of(from))) {
      throw new InputException(from + " is a folder; freeze one case at a time");
    }
    return CaseInputs.of(List.of(from), parent.homeostat().standardInput()).get(0);
  }

  private static byte[] read(CaseInput input) {
    try {
      return input.read();
    } catch (InputException e) {
      throw new InputException(input.name() + ": " + e.getMessage());
    }
  }

  private void say(String message) {
    PrintWriter talk = spec.commandLine().getErr();
    talk.print("homeostat: " + message + "\n");
    talk.flush();
  }
}
