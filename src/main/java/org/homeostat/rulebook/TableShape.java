package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeostat.knowledge.Tables;

/**
 * How a table is shaped, and by which members its rows are found.
 *
 * @param member name in {@link Tables}, such as {@code coreTests}
 * @param row type of a row
 * @param key members that no two rows have in common; none for a table of one row
 */
record TableShape(String member, Class<?> row, List<String> key) {

  /** What the key calls the list of the vocabulary that a code stands in. */
  static final String LIST = "list";

  // the level of a policy id belongs to its key: rules name both
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("ruleset", List.of()),
          Map.entry("sources", List.of("id")),
          Map.entry("cards", List.of("id")),
          Map.entry("guidance", List.of("id")),
          Map.entry("policies", List.of("id", "level")),
          Map.entry("analytes", List.of("code")),
          Map.entry("interferences", List.of("analyte", "kind", "code")),
          Map.entry("vocabulary", List.of(LIST, "code")),
          Map.entry("agents", List.of("code")),
          Map.entry("dosing", List.of("agent", "routes")),
          Map.entry("jurisdictions", List.of("place")),
          Map.entry("regulation", List.of("agent", "place")),
          Map.entry("options", List.of("code")),
          Map.entry("goals", List.of("goal")),
          Map.entry(
              "cutoffs",
              List.of(
                  "code",
                  "band",
                  "uom",
                  "sex",
                  "ancestry",
                  "adults",
                  "notInPregnancy",
                  "inPregnancy")),
          Map.entry("variations", List.of("code", "uom")),
          Map.entry("coreTests", List.of("code", "agent", "sex", "planned")),
          Map.entry("contraindications", List.of("agents", "subject", "condition")),
          Map.entry("paediatricUses", List.of("agent", "indication")),
          Map.entry("windows", List.of("code")),
          Map.entry("intervals", List.of("code")),
          Map.entry(
              "schedule", List.of("code", "agents", "point", "tiers", "need", "counts", "sex")),
          Map.entry("markers", List.of("code")),
          Map.entry("benchmarks", List.of("agent", "code", "fromWeek", "condition")));

  /** All tables, in the order of {@link Tables}. */
  static final List<TableShape> ALL =
      Arrays.stream(Tables.class.getRecordComponents())
          .map(c -> new TableShape(c.getName(), rowType(c.getGenericType()), KEYS.get(c.getName())))
          .toList();

  private static Class<?> rowType(Type type) {
    if (!(type instanceof ParameterizedType container)) {
      return (Class<?>) type;
    }
    Type[] arguments = container.getActualTypeArguments();
    return rowType(arguments[arguments.length - 1]);
  }

  /** The table of a file such as {@code core-tests.yaml}. */
  static Optional<TableShape> ofFile(String name) {
    return ALL.stream().filter(shape -> shape.fileName().equals(name)).findFirst();
  }

  /** Name of the table, such as {@code core-tests}. */
  String table() {
    return member.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  String fileName() {
    return table() + ".yaml";
  }

  /** Whether rows name sources. */
  boolean cites() {
    return type("source").isPresent();
  }

  /** The members that a row may have. */
  List<String> members() {
    return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** The type of a member; nothing where rows have no such member. */
  Optional<Type> type(String name) {
    return Arrays.stream(row.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .map(RecordComponent::getGenericType)
        .findFirst();
  }

  /**
   * The rows of the table; an empty result for another shape.
   *
   * @param table what stands in the file
   */
  Optional<List<Row>> rows(JsonNode table) {
    return switch (member) {
      case "ruleset" ->
          table.isObject() ? Optional.of(List.of(new Row(this, "", "", table))) : Optional.empty();
      case "vocabulary" -> {
        List<Row> rows = new ArrayList<>();
        boolean inForm = table.isObject();
        for (Map.Entry<String, JsonNode> list : table.properties()) {
          inForm &= addRows(rows, "/" + list.getKey(), list.getKey(), list.getValue());
        }
        yield inForm ? Optional.of(rows) : Optional.empty();
      }
      default -> {
        List<Row> rows = new ArrayList<>();
        yield addRows(rows, "", "", table) ? Optional.of(rows) : Optional.empty();
      }
    };
  }

  private boolean addRows(List<Row> rows, String pointer, String list, JsonNode table) {
    for (int i = 0; i < table.size(); i++) {
      rows.add(new Row(this, pointer + "/" + i, list, table.path(i)));
    }
    return table.isArray()
        && IntStream.range(0, table.size()).allMatch(i -> table.get(i).isObject());
  }

  /** What {@link #rows} wants, for a message. */
  String form() {
    return switch (member) {
      case "ruleset" -> "members with their values";
      case "vocabulary" -> "lists by name, each of rows such as '- {code: …}'";
      default -> "a list of rows such as '- {" + key.get(0) + ": …}'";
    };
  }

  /**
   * A row in a file.
   *
   * @param pointer where it stands
   * @param list the list of the vocabulary it stands in; else empty
   */
  record Row(TableShape shape, String pointer, String list, JsonNode node) {

    /** Whether it says the member of the key. */
    boolean says(String keyMember) {
      return keyMember.equals(LIST) || node.has(keyMember);
    }

    /** What it says of a member of the key; empty for what holds without being said. */
    String keyText(String keyMember) {
      if (keyMember.equals(LIST)) {
        return list;
      }
      JsonNode value = node.path(keyMember);
      if (value.isBoolean()) {
        boolean unsaid =
            !value.booleanValue() && shape.type(keyMember).orElseThrow() == boolean.class;
        return unsaid ? "" : value.booleanValue() ? keyMember : keyMember + ": false";
      }
      if (value.isArray()) {
        TreeSet<String> sorted = new TreeSet<>();
        value.forEach(item -> sorted.add(item.asText()));
        return String.join("/", sorted);
      }
      return value.isNull() ? "" : value.asText();
    }

    /** The whole key in words. */
    String label() {
      return label(shape.key());
    }

    /** The key in words, without the yes and no of it. */
    String shortLabel() {
      return label(
          shape.key().stream()
              .filter(name -> name.equals(LIST) || !isTruth(shape.type(name).orElseThrow()))
              .toList());
    }

    private static boolean isTruth(Type type) {
      return type == boolean.class || type == Boolean.class;
    }

    /** The given members of the key in words. */
    String label(List<String> members) {
      return members.stream()
          .map(this::keyText)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }
}
