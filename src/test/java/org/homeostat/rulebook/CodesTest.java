package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.junit.jupiter.api.Test;

/** What becomes of each code that a case may use: prints the table, and fails on a hole in it. */
class CodesTest {

  private static final Pattern RULE = Pattern.compile("(?s)rule \"([^\"]+)\"(.*?)\nend");

  private final Knowledge knowledge = TestData.BUNDLED.knowledge();
  private final Tables tables = knowledge.tables();
  private final Map<String, String> bodies = new TreeMap<>();

  CodesTest() {
    for (String text : RuleFiles.read(TestData.RULES).rules().values()) {
      Matcher rule = RULE.matcher(text);
      while (rule.find()) {
        String body = rule.group(2);
        bodies.put(rule.group(1), body.substring(body.indexOf("\nwhen"), body.indexOf("\nthen")));
      }
    }
  }

  @Test
  void every_code_is_judged_by_a_rule_or_shown_with_a_reason() {
    List<String> lines = new ArrayList<>();
    List<String> holes = new ArrayList<>();
    for (String list : List.of("condition", "symptom", "medication", "agent", "observation")) {
      for (String code : knowledge.codes(list)) {
        List<String> readers = readers(list, code);
        String reason = reason(list, code);
        lines.add(
            list
                + " "
                + code
                + ": "
                + (reason == null ? String.join(", ", readers) : "shown only, " + reason));
        if (readers.isEmpty() == (reason == null)) {
          holes.add(lines.get(lines.size() - 1) + " " + readers);
        }
      }
    }
    lines.forEach(System.out::println);

    assertThat(lines).hasSizeGreaterThan(150);
    assertThat(holes).isEmpty();
  }

  @Test
  void what_the_vocabulary_calls_judged_is_read_by_a_rule_or_a_table() {
    assertThat(tables.vocabulary().entrySet())
        .allSatisfy(
            list ->
                assertThat(list.getValue())
                    .filteredOn(Tables.Term::judged)
                    .allSatisfy(
                        term -> assertThat(readers(list.getKey(), term.code())).isNotEmpty()));
  }

  private String reason(String list, String code) {
    return switch (list) {
      case "agent" -> null;
      case "observation" -> knowledge.analyte(code).shown();
      default -> knowledge.term(list, code).shown();
    };
  }

  /** Rules that name the code, a table that rules read, or the class and groups of an agent. */
  private List<String> readers(String list, String code) {
    List<String> readers = new ArrayList<>();
    bodies.forEach(
        (rule, body) -> {
          boolean anyAnswer = body.contains("code == \"" + list + "\" )");
          if (anyAnswer || body.lines().anyMatch(line -> reads(line, list, code))) {
            readers.add(rule);
          }
        });
    Stream.of(
            tables.contraindications().stream()
                .filter(row -> row.condition().equals(code))
                .map(row -> "contraindications " + row.guidance()),
            tables.interferences().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> "interferences " + row.analyte()),
            tables.cutoffs().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> "cutoffs " + row.band()),
            tables.coreTests().stream()
                .filter(row -> row.code().equals(code))
                .map(row -> "core-tests " + row.agent()),
            tables.regulation().stream()
                .filter(row -> row.indications() != null && row.indications().contains(code))
                .map(row -> "regulation " + row.agent()),
            tables.paediatricUses().stream()
                .filter(row -> row.indication().equals(code))
                .map(row -> "paediatric-uses " + row.agent()))
        .flatMap(rows -> rows)
        .distinct()
        .forEach(readers::add);
    if (list.equals("agent")) {
      AgentTables.AgentRow agent = knowledge.agent(code);
      Stream.concat(Stream.of(agent.agentClass()), agent.groups().stream())
          .filter(name -> isRead(name))
          .forEach(name -> readers.add("as " + name));
    }
    if (code.equals("pregnancy-test")) {
      readers.add("as an answer on pregnancy");
    }
    if (knowledge.codes("observation").contains(code) && knowledge.analyte(code).feeds() != null) {
      readers.add("feeds " + knowledge.analyte(code).feeds());
    }
    return readers;
  }

  /** Whether a pattern over facts of the list names the code. */
  private static boolean reads(String pattern, String list, String code) {
    List<String> types =
        switch (list) {
          case "condition" -> List.of("Condition", "FamilyMember");
          case "symptom" -> List.of("Symptom");
          case "medication" -> List.of("Medication");
          case "observation" -> List.of("UsableObservation", "UnusableObservation", "Finding");
          case "agent", "product-source", "indication" -> List.of("Treatment", "PaediatricUse");
          case "examination" -> List.of("Examination");
          default -> List.of("Answer");
        };
    return pattern.contains('"' + code + '"')
        && types.stream().anyMatch(type -> pattern.matches(".*\\b" + type + "\\(.*"));
  }

  /** Whether some rule asks for the class, or for the group by the property named after it. */
  private boolean isRead(String name) {
    String property =
        Pattern.compile("-(.)")
            .matcher(name)
            .replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    return bodies.values().stream()
        .anyMatch(
            body ->
                body.contains('"' + name + '"')
                    || Pattern.compile("\\b" + property + "\\b").matcher(body).find());
  }
}
