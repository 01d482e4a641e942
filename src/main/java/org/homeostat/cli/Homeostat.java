package org.homeostat.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.knowledge.TableException;
import org.homeostat.report.InertText;
import org.homeostat.rulebook.RuleBookException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code homeostat}. */
@Command(
    name = "homeostat",
    description = "Rule-based decision support for peptide and hormone protocols.",
    mixinStandardHelpOptions = true,
    versionProvider = Homeostat.Version.class,
    subcommands = {
      AdviseCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      TestCommand.class,
      CheckCommand.class,
      RulesCommand.class,
      NewCommand.class,
      ExampleCommand.class,
      SchemaCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 an expectation, a check or a threshold failed; 2 bad input or usage",
      "(the good cases are still answered); 3 an internal failure on some case, named."
    })
public final class Homeostat {

  static final int DONE = 0;
  static final int CHECK_FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_FAILURE = 3;

  private final InputStream standardInput;

  private Homeostat(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  InputStream standardInput() {
    return standardInput;
  }

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(System.in, System.out, System.err, arguments));
  }

  /** Runs the command with nothing on standard input; gives the exit code. */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    return run(InputStream.nullInputStream(), out, err, arguments);
  }

  /** Runs the command with the given streams; gives the exit code. */
  public static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) {
    PrintWriter output = writer(out);
    PrintWriter talk = writer(err);
    CommandLine command =
        new CommandLine(new Homeostat(in))
            .setOut(output)
            .setErr(talk)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, line, parsed) -> report(e, talk));
    int code = execute(command, talk, arguments.length == 0 ? new String[] {"--help"} : arguments);
    output.flush();
    if (output.checkError() || out.checkError()) {
      talk.println("homeostat: the output could not be written whole");
      code = INTERNAL_FAILURE;
    }
    talk.flush();
    return code;
  }

  private static int execute(CommandLine command, PrintWriter talk, String... arguments) {
    try {
      return command.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      talk.println("homeostat: internal failure: " + e);
      return INTERNAL_FAILURE;
    }
  }

  /** Says what kept a command from going on; gives its exit code. */
  static int report(Exception e, PrintWriter talk) {
    if (e instanceof RuleBookException
        || e instanceof TableException
        || e instanceof InputException) {
      e.getMessage()
          .lines()
          .forEach(line -> talk.println(InertText.of("homeostat: " + line.strip())));
      return BAD_INPUT;
    }
    talk.println(InertText.of("homeostat: internal failure: " + e));
    return INTERNAL_FAILURE;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"homeostat " + AdvisoryEngine.version()};
    }
  }
}
