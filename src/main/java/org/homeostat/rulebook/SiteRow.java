package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.NearestName;
import org.homeostat.rulebook.SiteOverride.Change;
import org.homeostat.rulebook.TableShape.Row;

/** One row of a table of a site, held against the rows of the rule set. */
final class SiteRow {

  private static final int SHOWN_CANDIDATES = 5;

  private final Row row;
  private final List<Row> known;
  private final BiConsumer<String, String> problems;

  /**
   * A row.
   *
   * @param known the rows of the rule set
   * @param problems takes pointer and sentence of what is wrong
   */
  SiteRow(Row row, List<Row> known, BiConsumer<String, String> problems) {
    this.row = row;
    this.known = known;
    this.problems = problems;
  }

  /** Whether every member is known and has a value of its type; reports what is not. */
  boolean isInForm() {
    TableShape shape = row.shape();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : row.node().properties()) {
      String name = entry.getKey();
      List<String> wrong =
          shape
              .type(name)
              .map(
                  type ->
                      entry.getValue().isNull()
                          ? removalProblems(name)
                          : MemberForm.problems(name, entry.getValue(), type))
              .orElseGet(() -> List.of(MemberForm.unknownMember(name, name, shape.members())));
      wrong.forEach(problem -> problems.accept(row.pointer() + "/" + name, problem));
      found.addAll(wrong);
    }
    return found.isEmpty();
  }

  private List<String> removalProblems(String name) {
    boolean optional =
        row.shape().key().contains(name)
            || known.stream().anyMatch(other -> !other.node().has(name));
    return optional
        ? List.of()
        : List.of(name + ": every row needs it; give a value or leave the member out here");
  }

  /** The row of the rule set that it means; reports where none or several can be meant. */
  Optional<Row> target() {
    List<String> said = row.shape().key().stream().filter(row::says).toList();
    List<Row> candidates =
        known.stream()
            .filter(
                other ->
                    said.stream().allMatch(name -> other.keyText(name).equals(row.keyText(name))))
            .toList();
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    if (candidates.isEmpty()) {
      report(
          "the rule set has no row '" + row.label() + "'; the nearest is '" + nearest(said) + "'");
    } else {
      report(
          "'"
              + row.label()
              + "' can mean "
              + candidates.size()
              + " rows: "
              + candidates.stream()
                  .limit(SHOWN_CANDIDATES)
                  .map(other -> "'" + other.label() + "'")
                  .collect(Collectors.joining(", "))
              + (candidates.size() > SHOWN_CANDIDATES ? ", …" : "")
              + "; say "
              + String.join(", ", row.shape().key())
              + " as far as they differ");
    }
    return Optional.empty();
  }

  /** Of the rows that share most of the key, its first members before all, the most alike. */
  private String nearest(List<String> said) {
    int most = known.stream().mapToInt(other -> shared(other, said)).max().orElse(0);
    Map<String, String> labels = new LinkedHashMap<>();
    known.stream()
        .filter(other -> shared(other, said) == most)
        .forEach(other -> labels.putIfAbsent(other.label(said), other.label()));
    return labels.get(NearestName.of(row.label(said), labels.keySet()));
  }

  private int shared(Row other, List<String> said) {
    int shared = 0;
    for (String name : said) {
      shared = 2 * shared + (other.keyText(name).equals(row.keyText(name)) ? 1 : 0);
    }
    return shared;
  }

  /** Whether it is a whole new source of the site; reports what it lacks. */
  boolean isNewSource() {
    boolean isNew = true;
    for (String name : List.of("id", "text", "verification")) {
      if (!row.node().hasNonNull(name)) {
        report(
            "a new source needs '"
                + name
                + "'; to change a source of the rule set give its id: the nearest is '"
                + NearestName.of(row.label(), known.stream().map(Row::label).toList())
                + "'");
        isNew = false;
      }
    }
    return isNew;
  }

  /** What it changes of the row it means; reports a row that changes nothing. */
  Optional<SiteOverride> override(Row target) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : row.node().properties()) {
      String name = entry.getKey();
      JsonNode before = target.node().path(name);
      boolean citation = name.equals("source") && row.shape().cites();
      if (!citation && !row.shape().key().contains(name) && !same(before, entry.getValue())) {
        changes.add(new Change(name, text(before), text(entry.getValue())));
      }
    }
    if (changes.isEmpty()) {
      report("it changes nothing of '" + target.label() + "'; name what differs, or take it out");
      return Optional.empty();
    }
    boolean alone =
        known.stream().noneMatch(o -> o != target && o.shortLabel().equals(target.shortLabel()));
    return Optional.of(
        new SiteOverride(
            row.shape().table(),
            alone ? target.shortLabel() : target.label(),
            changes,
            row.shape().cites() ? row.node().path("source").asText() : ""));
  }

  /**
   * Whether it rests on a source of its own; reports where it does not.
   *
   * @param sources the ids of the rule set and of the site
   */
  boolean citesItsOwnSource(Row target, Collection<String> sources) {
    if (!row.shape().cites()) {
      return true;
    }
    List<String> ids = Ids.split(row.node().path("source").textValue());
    if (ids.isEmpty()) {
      report("name the 'source' of what differs; the old one does not say it");
      return false;
    }
    List<String> unknown = ids.stream().filter(id -> !sources.contains(id)).toList();
    for (String id : unknown) {
      problems.accept(
          row.pointer() + "/source",
          "no source '"
              + id
              + "'; the nearest is '"
              + NearestName.of(id, sources)
              + "'; a source of the site stands in its sources.yaml");
    }
    boolean own = !ids.equals(Ids.split(target.node().path("source").textValue()));
    if (!own) {
      problems.accept(
          row.pointer() + "/source",
          "'" + String.join(" ", ids) + "' is cited for the old row; name what says otherwise");
    }
    return unknown.isEmpty() && own && leavesTheCards(target);
  }

  /** A statement with cards cites their sources, whatever source it names itself. */
  private boolean leavesTheCards(Row target) {
    JsonNode cards = row.node().has("cards") ? row.node().get("cards") : target.node().get("cards");
    if (cards == null || cards.isEmpty()) {
      return true;
    }
    report(
        "the statement would still rest on "
            + text(cards)
            + "; write cards: [] and give grade, verdict, note and source of its own");
    return false;
  }

  private void report(String problem) {
    problems.accept(row.pointer(), problem);
  }

  /** Whether two values say the same: a yes or no that is left out is a no. */
  private static boolean same(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return decimal(a).compareTo(decimal(b)) == 0;
    }
    return a.isArray() && b.isArray()
        ? text(a).equals(text(b))
        : a.equals(b) || isUnsaid(a) && isUnsaid(b);
  }

  private static boolean isUnsaid(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue();
  }

  private static BigDecimal decimal(JsonNode number) {
    return new BigDecimal(number.asText());
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(SiteRow::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject()) {
      return value.toString();
    }
    String text = value.isNull() ? "" : value.asText();
    return text.contains(" ") ? '"' + text + '"' : text;
  }
}
