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
 * file of rules, and a block {@code yaml}, which names its table in the first line, is added to it.
 */
final class RuleExample {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String FILE = "example/page.drl";
  private static final Pattern BLOCK = Pattern.compile("```(drl|yaml)\n(.*?)```", Pattern.DOTALL);
  private static final SortedMap<String, String> TABLES = tables();

  private final SortedMap<String, String> files = new TreeMap<>(TABLES);

  private RuleExample() {}

  private static SortedMap<String, String> tables() {
    SortedMap<String, String> tables = new TreeMap<>(RuleFiles.read(TestData.RULES).files());
    tables.keySet().removeIf(name -> !name.startsWith("tables/"));
    return tables;
  }

  /** What is found in the blocks of a page, beside what is found in the tables as they are. */
  static List<Diagnostic> ofBlocks(String markdown) {
    RuleExample example = new RuleExample();
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      if (block.group(1).equals("drl")) {
        example.files.put(FILE, block.group(2));
      } else {
        String table = block.group(2).lines().findFirst().orElseThrow().substring(2);
        example.files.merge(table, block.group(2), (before, rows) -> before + rows);
      }
    }
    return example.diagnostics();
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
