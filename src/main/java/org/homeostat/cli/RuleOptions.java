package org.homeostat.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeostat.rulebook.RuleBook;
import picocli.CommandLine.Option;

/** Which rules a command uses: the bundled ones, or those of a folder; and rows of a site. */
final class RuleOptions {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "Use the rules and tables of this folder. Rules are code; they are held to a form that"
              + " keeps them from reaching beyond facts and formulas.")
  private Path rules;

  @Option(
      names = "--trust-rules",
      description = "With --rules: take rules that are not in form. They can do whatever you can.")
  private boolean trusted;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "Change single rows of the tables for this site; the folder holds files such as"
              + " cutoffs.yaml with only these rows. The advisory says which.")
  private Path tables;

  /** The folders whose files make the rules; none for the bundled ones. */
  List<Path> folders() {
    return Stream.of(rules, tables).filter(Objects::nonNull).toList();
  }

  /** The folder of the rules as it was named; {@code rules} for the bundled ones. */
  String folder() {
    return rules == null ? "rules" : rules.toString();
  }

  /** The rules that were asked for. */
  RuleBook ruleBook() {
    RuleBook asWritten = withoutSiteTables();
    return tables == null ? asWritten : asWritten.withSiteTables(tables);
  }

  private RuleBook withoutSiteTables() {
    if (rules == null) {
      if (trusted) {
        throw new InputException("--trust-rules goes with --rules DIR");
      }
      return RuleBook.bundled();
    }
    return trusted ? RuleBook.loadTrusted(rules) : RuleBook.load(rules);
  }
}
