package org.homeostat.cli;

import java.util.concurrent.Callable;
import org.homeostat.casefile.SchemaWriter;
import org.homeostat.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeostat schema}: the JSON SchemaWriter of case and advisory. */
@Command(
    name = "schema",
    description = "Print the JSON Schema (draft 2020-12) of case files or advisories.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "WHICH",
      defaultValue = "case",
      description = "case (default) or advisory.")
  private String which;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SchemaWriter schemas = new SchemaWriter(RuleBook.bundled().knowledge());
    String schema =
        switch (which) {
          case "case" -> schemas.caseSchema();
          case "advisory" -> schemas.advisorySchema();
          default ->
              throw new InputException("no schema '" + which + "'; there are case, advisory");
        };
    spec.commandLine().getOut().print(schema + "\n");
    return Homeostat.DONE;
  }
}
