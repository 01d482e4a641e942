package org.homeostat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeostat example}: a case file to start from. */
@Command(name = "example", description = "Print an example case.", mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {

  private static final List<String> NAMES =
      List.of(
          "prediabetes-planned-tesamorelin",
          "low-no-agent",
          "mod-1-stated-sensitive-measured-resistant",
          "indeterminate-no-glycaemic-measure",
          "high-1-fasting-glucose-at-7-0",
          "stop-1-planned-tesamorelin");

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of an example; without one the first of: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Names.class)
  private String name = NAMES.get(0);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!NAMES.contains(name)) {
      throw new InputException("no example '" + name + "'; there are: " + String.join(", ", NAMES));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(new String(bytes(name), StandardCharsets.UTF_8));
    return Homeostat.DONE;
  }

  /** The text of an example. */
  static byte[] bytes(String example) {
    String resource = "/homeostat/examples/" + example + ".json";
    try (InputStream in = ExampleCommand.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** The names for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
