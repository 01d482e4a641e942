package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.homeostat.knowledge.Knowledge;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * The build step that bundles the rules: it lints them, cross-checks the tables, and writes the
 * executable model's classes and one JSON resource beside the compiled code.
 */
public final class RuleBundler {

  private static final List<String> CODE = List.of("quantity", "fact", "knowledge", "rulebook");

  private RuleBundler() {}

  /**
   * Bundles a rule folder.
   *
   * @param arguments the rule folder, and the folder of compiled classes
   */
  public static void main(String[] arguments) throws IOException {
    bundle(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void bundle(Path folder, Path classes) throws IOException {
    if (isUpToDate(folder, classes)) {
      return;
    }
    RuleFiles files = RuleFiles.read(folder);
    ObjectNode tables = files.tables();
    Knowledge knowledge = Knowledge.of(tables);
    RuleLint.require(files.rules(), knowledge);
    for (String generated : List.of("rules", "queries")) {
      delete(classes.resolve("org/homeostat/" + generated));
    }
    List<String> models = writeModel(files.rules(), classes);
    PrefixQueries queries = PrefixQueries.of(files.rules());
    List<String> queryModels = writeModel(queries.files(), classes);

    ObjectMapper json = new ObjectMapper();
    ObjectNode book = json.createObjectNode();
    book.put("sha256", files.sha256());
    models.forEach(book.putArray("models")::add);
    book.set("tables", tables);
    write(classes.resolve(RuleBook.RESOURCE), json.writeValueAsBytes(book));
    write(
        classes.resolve(RuleQueries.RESOURCE),
        json.writeValueAsBytes(
            RuleQueries.bundle(queries.outlines(), new TableFiles(files).rowLines(), queryModels)));
  }

  /** Whether neither rules nor the code that they were checked and compiled with are newer. */
  private static boolean isUpToDate(Path folder, Path classes) throws IOException {
    Path last = classes.resolve(RuleQueries.RESOURCE);
    if (!Files.exists(last)) {
      return false;
    }
    FileTime bundled = Files.getLastModifiedTime(last);
    List<Path> sources = new ArrayList<>(List.of(folder));
    CODE.forEach(name -> sources.add(classes.resolve("org/homeostat/" + name)));
    for (Path source : sources) {
      try (Stream<Path> paths = Files.walk(source)) {
        for (Path path : paths.toList()) {
          if (Files.getLastModifiedTime(path).compareTo(bundled) > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Takes away what an earlier build wrote: its rules may be gone. */
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Writes the classes of the executable model; gives the names of its entry classes. */
  private static List<String> writeModel(Map<String, String> files, Path classes)
      throws IOException {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    files.forEach((name, text) -> sources.write("src/main/resources/" + name, text));
    KieBuilder builder = services.newKieBuilder(sources);
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new RuleBookException("rules do not compile: " + builder.getResults().getMessages());
    }
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    List<String> models = List.of();
    for (String name : module.getFileNames()) {
      if (name.endsWith(".class")) {
        write(classes.resolve(name), module.getBytes(name));
      } else if (name.endsWith("drools-model")) {
        models =
            new String(module.getBytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("org.homeostat."))
                .sorted()
                .toList();
      }
    }
    return models;
  }
}
