package org.homeostat.rulebook;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.homeostat.rulebook.RuleShape.Conclusion;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * What the rules of a folder are called and what they insert.
 *
 * @param files file of each rule, by name of the rule
 * @param sizes number of rules, by file
 * @param findings codes of findings that some rule inserts
 * @param targets targets of advice that some rule gives
 */
record KnownRules(
    SortedMap<String, String> files,
    Map<String, Integer> sizes,
    Set<String> findings,
    Set<String> targets) {

  /**
   * Reads DRL files by their paths.
   *
   * @throws RuleBookException when one of them is no DRL
   */
  static KnownRules of(SortedMap<String, String> drl) {
    KnownRules known =
        new KnownRules(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    drl.forEach(known::add);
    return known;
  }

  private void add(String file, String text) {
    PackageDescr tree = parse(file, text);
    sizes.put(file, tree.getRules().size());
    for (RuleDescr rule : tree.getRules()) {
      files.putIfAbsent(rule.getName(), file);
      RuleShape.of(file, rule).conclusion().ifPresent(this::add);
    }
  }

  private void add(Conclusion conclusion) {
    switch (conclusion.type()) {
      case "Finding" -> conclusion.arguments().get(0).ifPresent(findings::add);
      case "Advice" ->
          conclusion.arguments().stream()
              .skip(1)
              .limit(1)
              .flatMap(Optional::stream)
              .forEach(targets::add);
      default -> {}
    }
  }

  private static PackageDescr parse(String file, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr tree = parser.parse(null, text);
      if (!parser.hasErrors()) {
        return tree;
      }
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      throw new RuleBookException(file + ": is no DRL: " + e.getMessage());
    }
    throw new RuleBookException(
        file + ": is no DRL: " + parser.getErrors().get(0).getMessage().strip());
  }

  /** Types that a DRL text imports. */
  static Set<String> imports(String file, String text) {
    Set<String> imports = new HashSet<>();
    parse(file, text).getImports().forEach(descr -> imports.add(descr.getTarget()));
    return imports;
  }
}
