package org.homeostat.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A rule file that must be refused; its first lines say in which words. */
public record BadRules(String folder, String name, String text) {

  /** The rule files of a folder of {@code testdata/bad}. */
  public static List<BadRules> in(String folder) {
    try (Stream<Path> files = Files.list(Path.of("testdata", "bad", folder))) {
      return files
          .sorted()
          .map(file -> new BadRules(folder, file.getFileName().toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the form says of it. */
  public String mustSay() {
    return after("// must say: ");
  }

  /** What is said of it when it is compiled without being held to the form. */
  String compilerMustSay() {
    return after("// compiler must say: ");
  }

  private String after(String start) {
    return text.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  /** As it stands in a rule folder. */
  SortedMap<String, String> files() {
    return new TreeMap<>(Map.of(path(), text));
  }

  /** Where it stands in that folder, as its package says. */
  public String path() {
    return (folder.equals("rules") ? "bad" : folder) + "/" + name;
  }

  @Override
  public String toString() {
    return path();
  }
}
