package org.homeostat.ruletest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.homeostat.fact.Agent;
import org.homeostat.fact.Checkpoint;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Dosing;
import org.homeostat.fact.GoalGuide;
import org.homeostat.fact.Interval;
import org.homeostat.fact.Marker;
import org.homeostat.fact.Option;
import org.homeostat.fact.Regulation;
import org.homeostat.fact.TableRow;
import org.homeostat.fact.Window;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeTables;

/**
 * The rows of the tables that rules match or advisories cite, found by the facts that are made of
 * them or by the ids that are cited. Units and codes of cases are not among them: no rule matches
 * them.
 */
final class TableRows {

  private final Map<String, List<Integer>> lines;
  private final Map<String, List<RowPlace>> places = new LinkedHashMap<>();

  TableRows(Tables tables, Map<String, List<Integer>> lines) {
    this.lines = lines;
    add("policies", tables.policies(), Tables.PolicyRow::id);
    add("guidance", tables.guidance(), Tables.StatementRow::id);
    add("cards", tables.cards(), Tables.CardRow::id);
    add("sources", tables.sources(), Tables.SourceRow::id);
    add("agents", tables.agents(), AgentTables.AgentRow::code);
    add("dosing", tables.dosing(), row -> row.agent() + ": " + row.note());
    add("regulation", tables.regulation(), row -> row.agent() + " " + row.place());
    add("options", tables.options(), AgentTables.OptionRow::code);
    add("goals", tables.goals(), AgentTables.GoalRow::goal);
    add("windows", tables.windows(), TimeTables.WindowRow::code);
    add("intervals", tables.intervals(), TimeTables.IntervalRow::code);
    add("core-tests", tables.coreTests(), row -> row.name() + ": " + row.why());
    add("contraindications", tables.contraindications(), TableRow::text);
    add("paediatric-uses", tables.paediatricUses(), AgentTables.PaediatricUseRow::note);
    add("interferences", tables.interferences(), Tables.InterferenceRow::note);
    add("markers", tables.markers(), TimeTables.MarkerRow::code);
    add("benchmarks", tables.benchmarks(), TimeTables.BenchmarkRow::note);
    add("schedule", tables.schedule(), row -> schedule(row.code(), row.point(), row.why()));
    add(
        "cutoffs",
        tables.cutoffs(),
        row ->
            cutoff(row.code(), row.band(), row.value(), row.uom(), row.side(), row.population()));
  }

  private <T> void add(String table, List<T> rows, Function<T, String> name) {
    for (int i = 0; i < rows.size(); i++) {
      String called = name.apply(rows.get(i));
      places
          .computeIfAbsent(table + " " + called, key -> new ArrayList<>())
          .add(new RowPlace(fileOf(table), line(fileOf(table), i), called));
    }
  }

  /** A row that a site adds stands in no file of the rule folder. */
  private int line(String file, int row) {
    List<Integer> ofRows = lines.getOrDefault(file, List.of());
    return row < ofRows.size() ? ofRows.get(row) : 0;
  }

  /** Relative path of a table's file. */
  static String fileOf(String table) {
    return "tables/" + table + ".yaml";
  }

  /** All of them, in the order of the tables. */
  List<RowPlace> all() {
    return places.values().stream().flatMap(List::stream).toList();
  }

  /** The rows that a fact can have been made of: more than one where they read the same. */
  List<RowPlace> of(TableRow fact) {
    return of(fact.table(), name(fact));
  }

  /** The rows of an id that an advisory cites. */
  List<RowPlace> of(String table, String id) {
    List<RowPlace> place = places.get(table + " " + id);
    if (place == null) {
      throw new IllegalArgumentException(table + ": no row is called '" + id + "'");
    }
    return place;
  }

  private static String name(TableRow fact) {
    if (fact instanceof Cutoff row) {
      return cutoff(
          row.code(),
          row.band(),
          row.limit().value(),
          row.limit().uom(),
          row.side(),
          row.population());
    } else if (fact instanceof CoreTest row) {
      return row.name() + ": " + row.why();
    } else if (fact instanceof Agent row) {
      return row.code();
    } else if (fact instanceof Dosing row) {
      return row.agent() + ": " + row.note();
    } else if (fact instanceof Regulation row) {
      return row.agent() + " " + row.place();
    } else if (fact instanceof Option row) {
      return row.code();
    } else if (fact instanceof GoalGuide row) {
      return row.goal();
    } else if (fact instanceof Window row) {
      return row.code();
    } else if (fact instanceof Interval row) {
      return row.code();
    } else if (fact instanceof Marker row) {
      return row.code();
    } else if (fact instanceof Checkpoint row) {
      return schedule(row.code(), row.point(), row.why());
    }
    return fact.text();
  }

  private static String schedule(String code, String point, String why) {
    return code + " " + point + ": " + why;
  }

  private static String cutoff(
      String code, String band, BigDecimal value, String uom, String side, String population) {
    String whom = population == null || population.isEmpty() ? "" : " (" + population + ")";
    return code + " " + band + " " + side + " " + value.toPlainString() + " " + uom + whom;
  }
}
