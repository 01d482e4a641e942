package org.homeostat.rulebook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;
import org.homeostat.knowledge.TableProblem;
import org.homeostat.knowledge.Tables;

/** The tables of a rule folder with the lines of their rows, and what is wrong with them. */
final class TableFiles {

  private static final Set<String> COMPONENTS =
      Arrays.stream(Tables.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final Map<String, YamlLines> lines = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Reads the tables of a folder. */
  TableFiles(RuleFiles files) {
    files.files().forEach(this::table);
    if (!diagnostics.stream().allMatch(found -> found.check() == Check.UNKNOWN_TABLE)) {
      return;
    }
    String remedy =
        Knowledge.malformed(json).isEmpty()
            ? "mend it, or add the row that it names"
            : "mend it; rules are looked at once every table can be read";
    for (TableProblem problem : Knowledge.problems(json)) {
      int line = line(problem.table(), problem.pointer());
      diagnostics.add(
          new Diagnostic(
              Check.TABLE_FORM, file(problem.table()), line, "", problem.toString(), remedy));
    }
  }

  private void table(String file, String text) {
    if (!file.startsWith(RuleFiles.TABLES) || !file.endsWith(".yaml")) {
      return;
    }
    String name = file.substring(RuleFiles.TABLES.length(), file.length() - ".yaml".length());
    String component = RuleFiles.memberName(name);
    if (!COMPONENTS.contains(component)) {
      List<String> known = COMPONENTS.stream().map(TableFiles::file).sorted().toList();
      diagnostics.add(
          new Diagnostic(
              Check.UNKNOWN_TABLE,
              file,
              0,
              "",
              "no table of that name is read",
              "rename it, the nearest is " + NearestName.of(file, known) + ", or take it away"));
      return;
    }
    try {
      json.set(component, new YAMLMapper().readTree(text));
      lines.put(name, YamlLines.of(text));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      broken(file, at == null ? 0 : at.getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      broken(file, 0, e.getMessage());
    }
  }

  private void broken(String file, int line, String message) {
    String first = ("" + message).lines().findFirst().orElse("").split(", got this instead")[0];
    diagnostics.add(
        new Diagnostic(
            Check.TABLE_FORM,
            file,
            line,
            "",
            "it is no YAML that can be read: " + first,
            "mend the text there; quote texts that hold ': ' or ' #'"));
  }

  /** Path of a table in the folder, by the name of its file or component. */
  static String file(String table) {
    return RuleFiles.TABLES + table.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".yaml";
  }

  /** How many tables were read. */
  int count() {
    return json.size();
  }

  /** The tables as one JSON object. */
  ObjectNode json() {
    return json;
  }

  /** The lines of the rows of each table that is a list, by the path of its file. */
  Map<String, List<Integer>> rowLines() {
    Map<String, List<Integer>> rows = new TreeMap<>();
    lines.forEach(
        (table, known) -> {
          JsonNode list = json.get(RuleFiles.memberName(table));
          List<Integer> ofRows = new ArrayList<>();
          for (int i = 0; list.isArray() && i < list.size(); i++) {
            ofRows.add(line(table, "/" + i));
          }
          rows.put(file(table), List.copyOf(ofRows));
        });
    return rows;
  }

  /** Line of a row or member; 0 where it has none. */
  int line(String table, String pointer) {
    YamlLines known = lines.get(table);
    return known == null ? 0 : known.of(JsonPointer.compile(pointer));
  }

  /** Tables that are unknown or cannot be read, and rows that are malformed or point nowhere. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether every table can be read, so that the rules can be looked at. */
  boolean areReadable() {
    return json.size() == COMPONENTS.size() && Knowledge.malformed(json).isEmpty();
  }
}
