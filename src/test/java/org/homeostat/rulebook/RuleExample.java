package org.homeostat.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.TestData;

/**
 * Rules and rows in fenced blocks, put beside the project's own tables: a block {@code drl} is a
 * file of rules, which its first line may name, and a block {@code yaml}, which names its table in
 * the first line, is added to it.
 */
final class RuleExample {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String FILE = "example/page.drl";
  private static final String PACKAGE = "package org.homeostat.rules.example.page; ";
  private static final String IMPORT = "import org.homeostat.fact.*; ";
  private static final Pattern BLOCK = Pattern.compile("```(drl|yaml)\n(.*?)```", Pattern.DOTALL);
  private static final SortedMap<String, String> TABLES = tables();

  private final SortedMap<String, String> files = new TreeMap<>(TABLES);

  private RuleExample() {}

  private static SortedMap<String, String> tables() {
    SortedMap<String, String> tables = new TreeMap<>(RuleFiles.read(TestData.RULES).files());
    tables.keySet().removeIf(name -> !name.startsWith("tables/"));
    return tables;
  }

  /** What the checks on meaning find in blocks, beside what they find in the tables alone. */
  static List<Diagnostic> ofBlocks(String markdown) {
    return blocks(markdown).diagnostics();
  }

  /** What the lint finds in the form of blocks. */
  static List<Diagnostic> formOfBlocks(String markdown) {
    return RuleLint.diagnostics(rules(markdown), TestData.BUNDLED.knowledge());
  }

  /** What the compiler finds in blocks, whatever their form. */
  static List<Diagnostic> errorsOfBlocks(String markdown) {
    return RunTimeCompiler.diagnostics(rules(markdown), List.of());
  }

  private static SortedMap<String, String> rules(String markdown) {
    return new RuleFiles(blocks(markdown).files).rules();
  }

  private static RuleExample blocks(String markdown) {
    RuleExample example = new RuleExample();
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      String first = block.group(2).lines().findFirst().orElseThrow();
      if (block.group(1).equals("drl")) {
        boolean isNamed = first.startsWith("// ");
        example.files.put(
            isNamed ? first.substring(3) : FILE,
            isNamed
                ? block.group(2)
                : PACKAGE + (first.startsWith("import ") ? "\n" : IMPORT) + block.group(2));
      } else {
        example.files.merge(first.substring(2), block.group(2), String::concat);
      }
    }
    return example;
  }

  /** What is found in the rules. */
  static List<Diagnostic> ofRules(String drl) {
    return ofBlocks("```drl\n" + drl + "\n```");
  }

  /** What is found in a table with one text replaced. */
  static List<Diagnostic> ofTable(String table, String from, String to) {
    RuleExample example = new RuleExample();
    String before = example.files.get(table);
    if (!before.contains(from)) {
      throw new IllegalArgumentException(table + " has no " + from);
    }
    example.files.put(table, before.replace(from, to));
    example.files.putAll(RuleFiles.read(TestData.RULES).rules());
    return example.all();
  }

  private List<Diagnostic> diagnostics() {
    return all().stream()
        .filter(d -> d.file().equals(FILE) || d.line() == 0 || d.line() > lines(d.file()))
        .toList();
  }

  private static long lines(String table) {
    return TABLES.getOrDefault(table, "").lines().count();
  }

  private List<Diagnostic> all() {
    RuleFiles folder = new RuleFiles(files);
    TableFiles tables = new TableFiles(folder);
    List<Diagnostic> found = new ArrayList<>(tables.diagnostics());
    if (tables.areReadable()) {
      RuleFolder rules = RuleFolder.of(RuleShape.all(folder.rules()), tables);
      found.addAll(RuleCheck.ofMeaning(rules, TODAY));
    }
    return found;
  }
}
