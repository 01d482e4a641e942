package org.homeostat.rulebook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;
import org.homeostat.knowledge.TableException;
import org.homeostat.rulebook.LocatedYaml.YamlFault;
import org.homeostat.rulebook.TableShape.Row;

/** The files of a site with the rows that differ from those of the rule set. */
final class SiteFolder {

  private final Path folder;
  private final JsonNode tables;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Map<TableShape, LocatedYaml> files = new HashMap<>();
  private final List<Accepted> accepted = new ArrayList<>();

  SiteFolder(Path folder, JsonNode tables) {
    this.folder = folder;
    this.tables = tables;
  }

  /** The tables of the rule set with the rows of the site. */
  SiteTables merged() {
    for (Path file : filesOfFolder()) {
      read(file);
    }
    tables.get("sources").forEach(row -> sources.add(row.path("id").asText()));
    for (TableShape shape : TableShape.ALL) {
      if (files.containsKey(shape)) {
        rows(shape, files.get(shape));
      }
    }
    JsonNode merged = apply(accepted);
    List<String> broken = crossCheck(merged);
    problems.addAll(located(broken));
    if (!problems.isEmpty()) {
      throw new RuleBookException(
          "tables of this site cannot be used:\n  " + String.join("\n  ", problems));
    }
    return new SiteTables(Knowledge.of(merged), merged, overrides());
  }

  private List<Path> filesOfFolder() {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> visible =
          paths
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(path -> path.getFileName().toString()))
              .toList();
      if (visible.isEmpty()) {
        throw new RuleBookException(
            folder
                + " holds no tables; put files such as cutoffs.yaml there, with the rows"
                + " that differ");
      }
      return visible;
    } catch (IOException e) {
      throw new RuleBookException(
          folder
              + (Files.isDirectory(folder) ? " cannot be read" : " is no folder")
              + "; name a folder with files such as cutoffs.yaml");
    }
  }

  private void read(Path file) {
    String name = file.getFileName().toString();
    Optional<TableShape> shape = TableShape.ofFile(name);
    if (shape.isEmpty() || Files.isDirectory(file)) {
      problems.add(
          file
              + ": is no table; the nearest is '"
              + NearestName.of(name, TableShape.ALL.stream().map(TableShape::fileName).toList())
              + "'");
      return;
    }
    try {
      files.put(shape.get(), LocatedYaml.read(Files.readString(file)));
    } catch (YamlFault e) {
      problems.add(file + ":" + e.line() + ": is no YAML: " + e.getMessage());
    } catch (IOException e) {
      problems.add(file + ": cannot be read as UTF-8 text");
    }
  }

  private void rows(TableShape shape, LocatedYaml yaml) {
    List<Row> known = shape.rows(tables.get(shape.member())).orElseThrow();
    Optional<List<Row>> rows = shape.rows(yaml.tree());
    if (rows.isEmpty() || rows.get().isEmpty()) {
      problems.add(place(shape, yaml, "") + "holds no rows; write " + shape.form());
      return;
    }
    Map<Row, Row> targets = new HashMap<>();
    for (Row row : rows.get()) {
      SiteRow siteRow =
          new SiteRow(
              row,
              known,
              (pointer, problem) -> problems.add(place(shape, yaml, pointer) + problem));
      String place = place(shape, yaml, row.pointer());
      if (shape.member().equals("vocabulary") && !tables.get("vocabulary").has(row.list())) {
        problems.add(
            place + "no list '" + row.list() + "'; the nearest is '" + nearestList(row) + "'");
      } else if (siteRow.isInForm()) {
        accept(siteRow, row, known, place, targets);
      }
    }
  }

  private void accept(
      SiteRow siteRow, Row row, List<Row> known, String place, Map<Row, Row> targets) {
    boolean mayBeNew = row.shape().member().equals("sources") && !sources.contains(row.label());
    if (mayBeNew) {
      if (siteRow.isNewSource()) {
        sources.add(row.label());
        accepted.add(new Accepted(place, row, null, null));
      }
      return;
    }
    boolean newTwice =
        accepted.stream()
            .anyMatch(
                a ->
                    a.target() == null
                        && a.row().shape().equals(row.shape())
                        && a.row().label().equals(row.label()));
    Optional<Row> target = newTwice ? Optional.of(row) : siteRow.target();
    if (target.isEmpty()) {
      return;
    }
    if (newTwice || targets.putIfAbsent(target.get(), row) != null) {
      problems.add(place + "'" + target.get().label() + "' stands here twice; write one row");
    } else {
      boolean cites = siteRow.citesItsOwnSource(target.get(), sources);
      Optional<SiteOverride> override = siteRow.override(target.get());
      if (cites && override.isPresent()) {
        accepted.add(new Accepted(place, row, target.get(), override.get()));
      }
    }
  }

  private String nearestList(Row row) {
    List<String> lists = new ArrayList<>();
    tables.get("vocabulary").fieldNames().forEachRemaining(lists::add);
    return NearestName.of(row.list(), lists);
  }

  private String place(TableShape shape, LocatedYaml yaml, String pointer) {
    return folder.resolve(shape.fileName()) + ":" + yaml.line(pointer) + ": ";
  }

  private JsonNode apply(List<Accepted> rows) {
    JsonNode merged = tables.deepCopy();
    rows.forEach(row -> row.applyTo(merged));
    return merged;
  }

  private static List<String> crossCheck(JsonNode merged) {
    try {
      Knowledge.of(merged);
      return List.of();
    } catch (TableException e) {
      return e.problems();
    }
  }

  /** The problems with the place of the row that brings each; it is found by asking again. */
  private List<String> located(List<String> broken) {
    List<String> located = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>(broken);
    List<Accepted> newSources = accepted.stream().filter(row -> row.target() == null).toList();
    List<Accepted> before = new ArrayList<>();
    for (Accepted row : Stream.concat(newSources.stream(), accepted.stream()).distinct().toList()) {
      List<Accepted> upToRow = new ArrayList<>(before);
      upToRow.add(row);
      for (String problem : open.isEmpty() ? List.<String>of() : crossCheck(apply(upToRow))) {
        if (open.remove(problem)) {
          located.add(row.place() + problem);
        }
      }
      before.add(row);
    }
    open.forEach(problem -> located.add(folder + ": " + problem));
    return located;
  }

  private List<SiteOverride> overrides() {
    return accepted.stream()
        .filter(row -> row.override() != null)
        .sorted(
            Comparator.comparing((Accepted row) -> TableShape.ALL.indexOf(row.row().shape()))
                .thenComparing(
                    row ->
                        row.row()
                            .shape()
                            .rows(tables.get(row.row().shape().member()))
                            .orElseThrow()
                            .indexOf(row.target())))
        .map(Accepted::override)
        .toList();
  }

  /**
   * A row that can be used.
   *
   * @param target row of the rule set; null for a new source
   * @param override null for a new source
   */
  private record Accepted(String place, Row row, Row target, SiteOverride override) {

    void applyTo(JsonNode tables) {
      JsonNode table = tables.get(row.shape().member());
      if (target == null) {
        ((ArrayNode) table).add(row.node().deepCopy());
        return;
      }
      ObjectNode changed = (ObjectNode) table.at(JsonPointer.compile(target.pointer()));
      for (Map.Entry<String, JsonNode> entry : row.node().properties()) {
        if (entry.getValue().isNull()) {
          changed.remove(entry.getKey());
        } else {
          changed.set(entry.getKey(), entry.getValue());
        }
      }
    }
  }
}
