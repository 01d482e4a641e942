package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.knowledge.Knowledge;

/**
 * Tables of a rule set with the rows that a site has changed, and the sources that it has added.
 *
 * @param tables all tables, as {@link Knowledge#of} reads them
 * @param overrides in the order of the tables and their rows
 */
record SiteTables(Knowledge knowledge, JsonNode tables, List<SiteOverride> overrides) {

  SiteTables {
    overrides = List.copyOf(overrides);
  }

  /** The tables of the rule set as they are. */
  static SiteTables unchanged(Knowledge knowledge, JsonNode tables) {
    return new SiteTables(knowledge, tables, List.of());
  }

  /**
   * The tables with the changes of a site.
   *
   * @param folder holds files such as {@code cutoffs.yaml}, each with only the rows that differ
   * @throws RuleBookException naming file, line and way out of everything that cannot be used
   */
  SiteTables changedBy(Path folder) {
    SiteTables changed = new SiteFolder(folder, tables).merged();
    return new SiteTables(
        changed.knowledge(),
        changed.tables(),
        Stream.concat(overrides.stream(), changed.overrides().stream()).toList());
  }
}
