package org.homeostat.rulebook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a rule folder.
 *
 * @param rules how many rules it has
 * @param tables how many tables it has
 * @param diagnostics by place
 */
public record RuleCheck(int rules, int tables, List<Diagnostic> diagnostics) {

  /**
   * Looks at a rule folder: its form, what does not compile, and what its rules and tables mean.
   * Rules that are not in form are not compiled; nothing is run.
   *
   * @param today day for which reviews are due or not
   * @throws RuleBookException when the folder cannot be read
   */
  public static RuleCheck run(Path folder, LocalDate today) {
    RuleFiles files;
    try {
      files = RuleFiles.read(folder);
    } catch (RuleBookException e) {
      if (e.diagnostics().isEmpty()) {
        throw e;
      }
      return new RuleCheck(0, 0, e.diagnostics());
    }
    TableFiles tables = new TableFiles(files);
    List<RuleShape> shapes = RuleShape.all(files.rules());
    List<Diagnostic> diagnostics = new ArrayList<>(tables.diagnostics());
    if (tables.areReadable()) {
      RuleFolder rules = RuleFolder.of(shapes, tables);
      List<Diagnostic> form = RuleLint.diagnostics(files.rules(), rules.knowledge());
      diagnostics.addAll(RunTimeCompiler.diagnostics(files.rules(), form));
      diagnostics.addAll(ofMeaning(rules, today));
    }
    diagnostics.sort(Diagnostic.ORDER);
    return new RuleCheck(shapes.size(), tables.count(), List.copyOf(diagnostics));
  }

  /** What is wrong with what the rules and tables mean, whatever their form. */
  static List<Diagnostic> ofMeaning(RuleFolder rules, LocalDate today) {
    return Stream.of(
            new CodeCheck(rules).diagnostics(),
            new ReachabilityCheck(rules).diagnostics(),
            new OverlapCheck(rules).diagnostics(),
            new AdviceConflictCheck(rules).diagnostics(),
            new BandCheck(rules).diagnostics(),
            new EncodingCheck(rules).diagnostics(),
            new UsageCheck(rules).diagnostics(),
            new ReviewCheck(rules, today).diagnostics())
        .flatMap(List::stream)
        .toList();
  }
}
