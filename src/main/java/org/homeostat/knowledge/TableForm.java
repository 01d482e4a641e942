package org.homeostat.knowledge;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.fact.Contraindication;

/** Finds tables that are missing and rows that cannot be read, each row by itself. */
final class TableForm {

  private static final Set<String> ALWAYS = Set.of("id", "code", "name", "text", "source");

  /** What a row must have besides those of {@link #ALWAYS} that it has at all. */
  private static final Map<Class<?>, Set<String>> REQUIRED =
      Map.ofEntries(
          entry(Tables.RuleSetRow.class, allOf(Tables.RuleSetRow.class)),
          entry(BasisTables.IntendedUseRow.class, allOf(BasisTables.IntendedUseRow.class)),
          entry(BasisTables.AttributesRow.class, allOf(BasisTables.AttributesRow.class)),
          entry(Tables.SourceRow.class, Set.of("verification")),
          entry(Tables.StatementRow.class, Set.of("statement", "cards")),
          entry(Tables.AnalyteRow.class, Set.of("units")),
          entry(Tables.UnitRow.class, Set.of("uom")),
          entry(Tables.InterferenceRow.class, Set.of("analyte", "kind", "note")),
          entry(
              AgentTables.AgentRow.class,
              Set.of("agentClass", "groups", "receptors", "routes", "halfLife")),
          entry(AgentTables.DosingRow.class, Set.of("agent", "frequencies", "note")),
          entry(AgentTables.JurisdictionRow.class, Set.of("place", "countries")),
          entry(
              AgentTables.RegulationRow.class, Set.of("agent", "place", "status", "asOf", "note")),
          entry(AgentTables.OptionRow.class, Set.of("agents")),
          entry(AgentTables.GoalRow.class, Set.of("goal", "targets", "options", "note")),
          entry(Tables.CutoffRow.class, Set.of("band", "value", "uom", "side")),
          entry(BasisTables.VariationRow.class, Set.of("percent", "note")),
          entry(Tables.CoreTestRow.class, Set.of("agent", "why")),
          entry(
              Contraindication.class,
              Set.of("guidance", "agents", "subject", "condition", "weight", "note")),
          entry(
              AgentTables.PaediatricUseRow.class, Set.of("agent", "indication", "fromAge", "note")),
          entry(TimeTables.IntervalRow.class, Set.of("fromWeeks", "note")),
          entry(TimeTables.WindowRow.class, Set.of("note")),
          entry(TimeTables.ScheduleRow.class, Set.of("agents", "point", "provenance", "why")),
          entry(
              TimeTables.MarkerRow.class,
              Set.of("direction", "firstWeek", "valueWeek", "guidance")),
          entry(TimeTables.BenchmarkRow.class, Set.of("agent", "note")));

  private static final Set<Class<?>> SOURCE_ELSEWHERE = Set.of(Tables.StatementRow.class);

  private final ObjectReader reader;
  private final List<TableProblem> problems = new ArrayList<>();
  private String table;
  private String called = "";

  TableForm(ObjectReader reader) {
    this.reader = reader;
  }

  /** Every table that is missing and every row that cannot be read. */
  List<TableProblem> problems(JsonNode tables) {
    for (RecordComponent component : Tables.class.getRecordComponents()) {
      table = file(component.getName());
      if (tables.hasNonNull(component.getName())) {
        value(tables.get(component.getName()), component.getGenericType(), "");
      } else {
        problems.add(
            new TableProblem(table, "", "table " + table, "it is missing, or holds nothing"));
      }
    }
    return List.copyOf(problems);
  }

  private static Set<String> allOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Name of the file of a table: {@code coreTests} is read from {@code core-tests.yaml}. */
  static String file(String component) {
    return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private void value(JsonNode node, Type type, String pointer) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      if (!node.isArray()) {
        report(pointer, "a list of rows is wanted");
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        value(node.get(i), generic.getActualTypeArguments()[0], pointer + "/" + i);
      }
    } else if (type instanceof ParameterizedType generic) {
      if (!node.isObject()) {
        report(pointer, "lists of rows by their name are wanted");
        return;
      }
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        value(
            member.getValue(),
            generic.getActualTypeArguments()[1],
            pointer + "/" + member.getKey());
      }
    } else {
      row(node, (Class<?>) type, pointer);
    }
  }

  private void row(JsonNode row, Class<?> type, String pointer) {
    if (!row.isObject()) {
      called = "";
      report(pointer, "a row with members is wanted, such as {code: …}");
      return;
    }
    called = name(row);
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      boolean required =
          REQUIRED.getOrDefault(type, Set.of()).contains(name)
              || ALWAYS.contains(name)
                  && !(name.equals("source") && SOURCE_ELSEWHERE.contains(type));
      if (required && !row.hasNonNull(name)) {
        report(pointer, "'" + name + "' is missing");
      } else if (component.getGenericType() instanceof ParameterizedType rows
          && rows.getActualTypeArguments()[0] instanceof Class<?> nested
          && nested.isRecord()
          && row.hasNonNull(name)) {
        value(row.get(name), rows, pointer + "/" + name);
      } else if (component.getType().isRecord() && row.hasNonNull(name)) {
        row(row.get(name), component.getType(), pointer + "/" + name);
      }
    }
    if (problems.stream().noneMatch(problem -> isIn(problem, pointer))) {
      called = name(row);
      read(row, type, pointer);
    }
  }

  /** What the row is called: the first of its members that tells it from others. */
  private static String name(JsonNode row) {
    return Stream.of("id", "code", "condition", "analyte", "agent", "uom")
        .map(member -> row.path(member).asText())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private boolean isIn(TableProblem problem, String pointer) {
    return problem.table().equals(table) && (problem.pointer() + "/").startsWith(pointer + "/");
  }

  private void read(JsonNode row, Class<?> type, String pointer) {
    try {
      reader.forType(type).readValue(row);
    } catch (UnrecognizedPropertyException e) {
      List<String> known =
          Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
      report(
          pointer,
          "unknown member '"
              + e.getPropertyName()
              + "'; the nearest is '"
              + NearestName.of(e.getPropertyName(), known)
              + "'");
    } catch (JsonMappingException e) {
      report(pointer, cannotBeRead(row, type, e));
    } catch (IOException e) {
      report(pointer, "it cannot be read: " + e.getMessage());
    }
  }

  private static String cannotBeRead(JsonNode row, Class<?> type, JsonMappingException e) {
    if (e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null) {
      return "it cannot be read: " + e.getOriginalMessage();
    }
    String member = e.getPath().get(0).getFieldName();
    String wanted =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> component.getName().equals(member))
            .map(component -> wanted(component.getType()))
            .findFirst()
            .orElse("something else");
    return "'" + member + "' is " + row.get(member) + "; " + wanted + " is wanted";
  }

  private static String wanted(Class<?> type) {
    if (type == List.class) {
      return "a list";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == LocalDate.class
        ? "a date YYYY-MM-DD"
        : type == String.class ? "a text" : "a number";
  }

  private void report(String pointer, String message) {
    String place = pointer.isEmpty() ? table : table + " " + (called.isEmpty() ? pointer : called);
    problems.add(new TableProblem(table, pointer, place, message));
  }
}
