package org.homeostat.rulebook;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Interfering;
import org.homeostat.fact.Interval;
import org.homeostat.fact.TableRow;
import org.homeostat.fact.Window;
import org.homeostat.knowledge.AgentRows;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeRows;
import org.homeostat.knowledge.TimeTables;
import org.homeostat.quantity.Quantity;

/** The rows of tables as facts of some case on some day, so that patterns can be held to them. */
final class TableFacts {

  private static final Map<String, String> TABLE_OF =
      Map.ofEntries(
          Map.entry("Cutoff", "cutoffs"),
          Map.entry("Window", "windows"),
          Map.entry("Interval", "intervals"),
          Map.entry("CoreTest", "core-tests"),
          Map.entry("Agent", "agents"),
          Map.entry("Contraindication", "contraindications"),
          Map.entry("Dosing", "dosing"),
          Map.entry("Regulation", "regulation"),
          Map.entry("Option", "options"),
          Map.entry("GoalGuide", "goals"),
          Map.entry("PaediatricUse", "paediatric-uses"),
          Map.entry("Interfering", "interferences"),
          Map.entry("Checkpoint", "schedule"),
          Map.entry("Marker", "markers"),
          Map.entry("Benchmark", "benchmarks"));

  /** The facts that come from tables. */
  static final Set<String> TYPES = TABLE_OF.keySet();

  private final List<TableRow> facts = new ArrayList<>();

  TableFacts(Knowledge knowledge) {
    Tables tables = knowledge.tables();
    for (Tables.CutoffRow row : tables.cutoffs()) {
      facts.add(cutoff(row));
    }
    for (TimeTables.WindowRow row : tables.windows()) {
      facts.add(window(row));
    }
    for (TimeTables.IntervalRow row : tables.intervals()) {
      facts.add(interval(row));
    }
    for (Tables.CoreTestRow row : tables.coreTests()) {
      boolean measured = knowledge.analyte(row.code()) != null;
      facts.add(
          new CoreTest(
              row.code(),
              row.name(),
              measured,
              row.anyAge(),
              row.blocksLow(),
              row.why(),
              row.source()));
    }
    facts.addAll(tables.contraindications());
    for (Tables.InterferenceRow row : tables.interferences()) {
      facts.add(
          new Interfering(row.analyte(), row.unlessAbove() != null, row.note(), row.source()));
    }
    addAgentRows(knowledge);
    addTimeRows(knowledge);
  }

  private void addAgentRows(Knowledge knowledge) {
    Tables tables = knowledge.tables();
    tables.agents().forEach(row -> facts.add(AgentRows.agent(row)));
    tables.paediatricUses().forEach(row -> facts.add(AgentRows.paediatricUse(row)));
    tables.dosing().forEach(row -> facts.add(AgentRows.dosing(row)));
    tables.regulation().forEach(row -> facts.add(AgentRows.regulation(row, false)));
    tables.options().forEach(row -> facts.add(AgentRows.option(row, knowledge)));
    tables.goals().forEach(row -> facts.add(AgentRows.goal(row)));
  }

  private void addTimeRows(Knowledge knowledge) {
    Tables tables = knowledge.tables();
    tables
        .schedule()
        .forEach(row -> facts.add(TimeRows.checkpoint(row, row.agents(), List.of(), knowledge)));
    tables.markers().forEach(row -> facts.add(TimeRows.marker(row, knowledge)));
    tables.benchmarks().forEach(row -> facts.add(TimeRows.benchmark(row)));
  }

  /** The file that the facts of a type are rows of. */
  static String file(String type) {
    return TableFiles.file(TABLE_OF.get(type));
  }

  static Cutoff cutoff(Tables.CutoffRow row) {
    Quantity limit = new Quantity(row.value(), row.uom());
    return new Cutoff(row.code(), row.band(), limit, row.side(), "", row.source());
  }

  static Window window(TimeTables.WindowRow row) {
    return new Window(row.code(), LocalDate.EPOCH, Period.ZERO, row.note(), row.source());
  }

  static Interval interval(TimeTables.IntervalRow row) {
    return new Interval(
        row.code(),
        row.fromWeeks(),
        row.toWeeks(),
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        row.note(),
        row.source());
  }

  /** The rows of a type that the literals of a pattern let pass. */
  List<TableRow> passing(String type, Literals literals) {
    return facts.stream()
        .filter(fact -> fact.getClass().getSimpleName().equals(type))
        .filter(fact -> passes(fact, literals))
        .toList();
  }

  /** Whether the literals of a pattern let the fact pass; a component that it lacks is no test. */
  static boolean passes(TableRow fact, Literals literals) {
    return literals.only().keySet().stream().allMatch(c -> passes(fact, c, literals))
        && literals.never().keySet().stream().allMatch(c -> passes(fact, c, literals))
        && literals.flags().entrySet().stream()
            .allMatch(
                flag ->
                    value(fact, flag.getKey())
                        .filter(Boolean.class::isInstance)
                        .map(holds -> flag.getValue().equals(Set.of(holds)))
                        .orElse(true));
  }

  private static boolean passes(TableRow fact, String component, Literals literals) {
    return value(fact, component)
        .filter(String.class::isInstance)
        .map(value -> literals.pass(component, (String) value))
        .orElse(true);
  }

  /** What a fact says under the name of a component or property. */
  static Optional<Object> value(TableRow fact, String name) {
    String property = "is" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (Method method : fact.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && (method.getName().equals(name) || method.getName().equals(property))) {
        try {
          return Optional.ofNullable(method.invoke(fact));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot read " + name + " of " + fact, e);
        }
      }
    }
    return Optional.empty();
  }
}
