package org.homeostat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeostat.casefile.CaseReader;
import org.homeostat.fact.PatientCase;
import org.homeostat.rulebook.RuleBook;

/** Where the project's own cases and rules lie, and the rule books of both ways of compiling. */
public final class TestData {

  public static final Path RULES = Path.of("rules");
  public static final Path CASES = Path.of("testdata", "cases");
  public static final Path RULE_CASES = Path.of("testdata", "rules");

  /** The rules as the build compiled them. */
  public static final RuleBook BUNDLED = RuleBook.bundled();

  /** The rules as drools-mvel compiles them now. */
  public static final RuleBook LOADED = RuleBook.load(RULES);

  private TestData() {}

  /** The JSON files of a folder, sorted. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PatientCase read(Path file) {
    return new CaseReader(BUNDLED.knowledge()).read(bytes(file));
  }

  /** A whole case by its id. */
  public static PatientCase wholeCase(String id) {
    return read(CASES.resolve(id + ".json"));
  }

  /** Copies the project's rule folder, with a change to the text of every file. */
  public static void copyRules(Path target, UnaryOperator<String> change) {
    try (Stream<Path> paths = Files.walk(RULES)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(RULES.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, change.apply(Files.readString(path)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
