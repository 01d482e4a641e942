package org.homeostat.cli;

import java.nio.file.Path;
import java.util.List;
import org.homeostat.rulebook.RuleBook;
import picocli.CommandLine.Option;

/** Which rules a command uses: the bundled ones, or those of a folder. */
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

  /** The folders whose files make the rules; none for the bundled ones. */
  List<Path> folders() {
    return rules == null ? List.of() : List.of(rules);
  }

  /** The rules that were asked for. */
  RuleBook ruleBook() {
    if (rules == null) {
      if (trusted) {
        throw new InputException("--trust-rules goes with --rules DIR");
      }
      return RuleBook.bundled();
    }
    return trusted ? RuleBook.loadTrusted(rules) : RuleBook.load(rules);
  }

  /** The folder of the rules as it was named; {@code rules} for the bundled ones. */
  String folder() {
    return rules == null ? "rules" : rules.toString();
  }
}
