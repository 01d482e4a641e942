package org.homeostat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeostat example}: a case file to start from. */
@Command(name = "example", description = "Print an example case.", mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {

  private static final String FOLDER = "/homeostat/examples/";

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "prediabetes-planned-tesamorelin",
      description = "Name of an example; default: ${DEFAULT-VALUE}.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    byte[] example = name.matches("[a-z0-9-]+") ? resource(name + ".json") : null;
    if (example == null) {
      String names = new String(resource("examples.txt"), StandardCharsets.UTF_8);
      throw new InputException(
          "no example '" + name + "'; there are: " + names.strip().replace("\n", ", "));
    }
    out.print(new String(example, StandardCharsets.UTF_8));
    return Homeostat.DONE;
  }

  private static byte[] resource(String file) {
    try (InputStream in = ExampleCommand.class.getResourceAsStream(FOLDER + file)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read example " + file, e);
    }
  }
}
