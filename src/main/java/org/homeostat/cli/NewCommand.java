package org.homeostat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code homeostat new}: a rule or a case to start from. */
@Command(
    name = "new",
    description = "Write a new rule with its cases, or a new case.",
    mixinStandardHelpOptions = true,
    subcommands = {NewRuleCommand.class, NewCaseCommand.class})
final class NewCommand implements Runnable {

  @ParentCommand private Homeostat homeostat;

  @Spec private CommandSpec spec;

  Homeostat homeostat() {
    return homeostat;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: new rule, or new case");
  }
}
