package org.homeostat.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeostat.TestData;
import org.homeostat.rulebook.RuleBook;

/** Rule books of a few rules written in a test, with the project's tables. */
final class CustomRules {

  private static final String HEAD =
      """
      package org.homeostat.rules.custom;
      import org.homeostat.fact.*;
      rule "some-tier"
          @policy( "LOW" ) @summary( "tier" ) @text( "tier" ) @source( "tier-policy" )
      when
      then
          insertLogical( new TierReason( "low", "LOW" ) );
      end
      """;

  private CustomRules() {}

  static RuleBook book(Path folder, String rules) {
    try {
      Files.createDirectories(folder.resolve("tables"));
      for (Path table : Files.list(TestData.RULES.resolve("tables")).toList()) {
        Files.copy(table, folder.resolve("tables").resolve(table.getFileName()));
      }
      Files.writeString(folder.resolve("custom.drl"), HEAD + rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RuleBook.loadTrusted(folder);
  }

  /** A rule in short: name, condition, and what it inserts; for advice on counsel:NAME. */
  static String rule(String name, String when, String inserts) {
    return """
    rule "%s"
        @guidance( "S10" ) @text( "%s" ) @summary( "%s" ) @urgency( "info" ) @source( "tier-policy" )
    when
        %s
    then
        insertLogical( %s );
    end
    """
        .formatted(name, name, name, when, inserts);
  }
}
