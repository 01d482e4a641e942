package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.rulebook.TableShape.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A site changes single rows of the tables, and is told what it cannot do. */
class SiteTablesTest {

  private static final ObjectNode TABLES = RuleFiles.read(TestData.RULES).tables();
  private static final String OWN_SOURCE =
      "- {id: our-laboratory, text: \"Our laboratory\", verification: judgement}\n";

  @TempDir Path folder;

  static List<TableShape> tables() {
    return TableShape.ALL;
  }

  @Test
  void every_file_of_the_rule_set_is_a_table_with_a_shape() throws IOException {
    try (Stream<Path> files = Files.list(TestData.RULES.resolve("tables"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              TableShape.ALL.stream().map(TableShape::fileName).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_row_is_found_by_its_key(TableShape shape) {
    List<Row> rows = shape.rows(TABLES.get(shape.member())).orElseThrow();

    assertThat(rows).isNotEmpty().extracting(Row::label).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_row_can_be_changed(TableShape shape) throws IOException {
    JsonNode changes = TABLES.get(shape.member()).deepCopy();
    List<Row> rows = shape.rows(changes).orElseThrow();
    rows.forEach(row -> change(shape, (ObjectNode) row.node()));
    site("sources.yaml", OWN_SOURCE);
    site(shape.fileName(), (shape.member().equals("sources") ? OWN_SOURCE : "") + yaml(changes));

    List<SiteOverride> overrides = TestData.BUNDLED.withSiteTables(folder).overrides();

    assertThat(overrides)
        .hasSize(rows.size())
        .allSatisfy(override -> assertThat(override.table()).isEqualTo(shape.table()))
        .extracting(SiteOverride::row)
        .doesNotHaveDuplicates();
  }

  /** Leaves the key and one text, which is another then. */
  private static void change(TableShape shape, ObjectNode row) {
    String text =
        Stream.of(
                "limits",
                "statement",
                "meaning",
                "note",
                "why",
                "name",
                "population",
                "text",
                "guidance")
            .filter(row::has)
            .findFirst()
            .orElse(shape.member().equals("cutoffs") ? "population" : "shown");
    row.retain(Stream.concat(shape.key().stream(), Stream.of(text)).collect(Collectors.toSet()));
    if (text.equals("limits")) {
      row.putArray(text).add("another limit");
    } else {
      row.put(text, text.equals("guidance") ? "S5" : "another " + text);
    }
    if (shape.member().equals("vocabulary")) {
      row.put("judged", false);
    }
    if (shape.cites()) {
      row.put("source", "our-laboratory");
    }
    if (shape.member().equals("guidance")) {
      row.putArray("cards");
      row.put("grade", "E").put("verdict", "agrees").put("note", "our reading");
    }
  }

  private static String yaml(JsonNode rows) {
    if (!rows.isArray()) {
      return rows.toString();
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append("- ").append(row).append('\n'));
    return text.toString();
  }

  @Test
  void values_of_every_kind_are_taken() throws IOException {
    site("sources.yaml", OWN_SOURCE);
    site(
        "cutoffs.yaml",
        """
        # a number, a list in the key, and a member that goes
        - {code: hba1c, band: diabetes, uom: "%", value: 6.6, population: null, source: our-laboratory}
        - {code: waist, band: central-obesity, sex: [female], value: 82, source: our-laboratory}
        """);
    site("windows.yaml", "- {code: psa-rise, months: null, weeks: 60, source: our-laboratory}");
    site("intervals.yaml", "- {code: thyroid-repeat, toWeeks: 9, source: our-laboratory}");
    site("ruleset.yaml", "evidenceDate: 2027-01-31");
    site("vocabulary.yaml", "condition:\n  - {code: hiv, shown: \"not judged here\"}\n");
    site(
        "analytes.yaml",
        """
        - code: hba1c
          units:
            - {uom: "%", plausible: [3.5, 4.0, 14, 20]}
            - {uom: mmol/mol, per: 10.929, plus: 2.15, plausible: [9, 20, 130, 195]}
          source: our-laboratory
        """);

    RuleBook book = TestData.BUNDLED.withSiteTables(folder);

    assertThat(book.overrides().stream().map(SiteOverride::text))
        .containsExactly(
            "ruleset: evidenceDate 2026-11-21 is 2027-01-31 here",
            "analytes hba1c: units is another here (source our-laboratory)",
            "vocabulary condition hiv: shown \"it chooses no cut-off and no agent\" is \"not judged"
                + " here\" here",
            "cutoffs hba1c diabetes %: value 6.5 is 6.6, population ADA is left out here (source"
                + " our-laboratory)",
            "cutoffs waist central-obesity cm female: value 80 is 82 here (source our-laboratory)",
            "windows psa-rise: months 12 is left out, weeks (not given) is 60 here (source"
                + " our-laboratory)",
            "intervals thyroid-repeat: toWeeks 8 is 9 here (source our-laboratory)");
    assertThat(book.knowledge().interval("thyroid-repeat").fromWeeks()).isEqualTo(6);
    assertThat(book.knowledge().interval("thyroid-repeat").toWeeks()).isEqualTo(9);
    assertThat(book.knowledge().window("psa-rise").length().getDays()).isEqualTo(420);
    assertThat(book.knowledge().tables().ruleset().evidenceDate())
        .isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(book.knowledge().citation("our-laboratory").text()).isEqualTo("Our laboratory");
    assertThat(book.knowledge().tables().cutoffs())
        .anySatisfy(
            row -> {
              assertThat(row.value()).isEqualByComparingTo(new BigDecimal("6.6"));
              assertThat(row.side()).isEqualTo("at-or-above");
              assertThat(row.population()).isNull();
              assertThat(row.source()).isEqualTo("our-laboratory");
            });
  }

  @Test
  void rule_book_of_the_rule_set_stays_as_it_was() throws IOException {
    site("intervals.yaml", "- {code: thyroid-repeat, toWeeks: 9, source: psa-rule}");

    RuleBook book = TestData.LOADED.withSiteTables(folder);

    assertThat(book.knowledge().interval("thyroid-repeat").toWeeks()).isEqualTo(9);
    assertThat(TestData.LOADED.knowledge().interval("thyroid-repeat").toWeeks()).isEqualTo(8);
    assertThat(TestData.LOADED.overrides()).isEmpty();
    assertThat(book.sha256()).isEqualTo(TestData.LOADED.sha256());
    assertThat(book.rules()).isSameAs(TestData.LOADED.rules());
  }

  @Test
  void a_second_site_counts_on_top() throws IOException {
    site("intervals.yaml", "- {code: thyroid-repeat, toWeeks: 9, source: psa-rule}");
    RuleBook first = TestData.BUNDLED.withSiteTables(folder);
    site("intervals.yaml", "- {code: thyroid-repeat, toWeeks: 10, source: igf-1-limit}");

    RuleBook second = first.withSiteTables(folder);

    assertThat(second.overrides().stream().map(SiteOverride::text))
        .containsExactly(
            "intervals thyroid-repeat: toWeeks 8 is 9 here (source psa-rule)",
            "intervals thyroid-repeat: toWeeks 9 is 10 here (source igf-1-limit)");
  }

  @Test
  void all_problems_are_told_at_once_with_file_and_line() throws IOException {
    site("cutoff.yaml", "- {}");
    site("notes.txt", "none");
    site("agents.yaml", "- {code: [unclosed\n");
    site("cards.yaml", "# nothing yet\n");
    site("policies.yaml", "id: STOP-1\n");
    site("intervals.yaml", "- {code: thyroid-repeat, toWeeks: 5, source: psa-rule}");
    site(
        "sources.yaml",
        """
        - {id: our-clinic, verification: judgement}
        - {id: our-laboratory, text: "Our laboratory", verification: read}
        """);
    site(
        "cutoffs.yaml",
        """
        - {code: hba1c, band: diabetis, uom: "%", value: 6.6, source: psa-rule}
        - {code: hba1c, band: diabetes, value: 6.6, source: psa-rule}
        - {code: hba1c, band: diabetes, uom: "%", valeu: 6.6, source: psa-rule}
        - {code: hba1c, band: rise, uom: "%", value: "0.4", adults: maybe, source: psa-rule}
        - {code: hba1c, band: prediabetes, uom: "%", value: 5.8}
        - {code: hba1c, band: prediabetes, uom: mmol/mol, value: 40, source: ada-ifcc}
        - {code: hba1c, band: fast-fall, uom: "%", value: 2.0, source: psa-rule}
        - {code: hba1c, band: fast-fall, uom: mmol/mol, value: 23, source: psa-ruel}
        - {code: psa, band: rise, value: 1.5, source: igf-1-limit}
        - {code: psa, band: rise, value: 1.6, source: igf-1-limit}
        - {code: tsh, band: above-range, side: null, source: igf-1-limit}
        """);

    assertThatThrownBy(() -> TestData.BUNDLED.withSiteTables(folder))
        .isInstanceOf(RuleBookException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.replace(folder + "/", "").lines().map(String::strip))
                    .containsExactlyInAnyOrder(
                        "tables of this site cannot be used:",
                        "cutoff.yaml: is no table; the nearest is 'cutoffs.yaml'",
                        "notes.txt: is no table; the nearest is 'goals.yaml'",
                        "agents.yaml:1: is no YAML: while parsing a flow sequence",
                        "cards.yaml:1: holds no rows; write a list of rows such as '- {id: …}'",
                        "policies.yaml:1: holds no rows; write a list of rows such as '- {id: …}'",
                        "intervals.yaml:1: intervals thyroid-repeat: it ends before it begins",
                        "sources.yaml:1: a new source needs 'text'; to change a source of the rule"
                            + " set give its id: the nearest is 'ada-ifcc'",
                        "sources.yaml:2: sources our-laboratory: verification 'read' is unknown",
                        "cutoffs.yaml:1: the rule set has no row 'hba1c diabetis %'; the nearest is"
                            + " 'hba1c diabetes % notInPregnancy'",
                        "cutoffs.yaml:2: 'hba1c diabetes' can mean 2 rows: 'hba1c diabetes %"
                            + " notInPregnancy', 'hba1c diabetes mmol/mol notInPregnancy'; say code,"
                            + " band, uom, sex, ancestry, adults, notInPregnancy, inPregnancy as far"
                            + " as they differ",
                        "cutoffs.yaml:3: valeu: no such member; the nearest is 'value'",
                        "cutoffs.yaml:4: value: a number, without quotes, is wanted, not '0.4'",
                        "cutoffs.yaml:4: adults: true or false is wanted, not 'maybe'",
                        "cutoffs.yaml:5: name the 'source' of what differs; the old one does not"
                            + " say it",
                        "cutoffs.yaml:6: 'ada-ifcc' is cited for the old row; name what says"
                            + " otherwise",
                        "cutoffs.yaml:7: it changes nothing of 'hba1c fast-fall %'; name what"
                            + " differs, or take it out",
                        "cutoffs.yaml:8: no source 'psa-ruel'; the nearest is 'psa-rule'; a source"
                            + " of the site stands in its sources.yaml",
                        "cutoffs.yaml:10: 'psa rise ng/mL' stands here twice; write one row",
                        "cutoffs.yaml:11: side: every row needs it; give a value or leave the"
                            + " member out here"));
  }

  @Test
  void key_of_a_row_cannot_be_changed() throws IOException {
    site("policies.yaml", "- {id: HIGH-2, level: stop, meaning: \"other\", source: psa-rule}");

    assertRefused("policies.yaml:1: the rule set has no row 'HIGH-2 stop'; the nearest is 'HIGH-");
  }

  @Test
  void statement_does_not_rest_on_cards_of_others() throws IOException {
    site("guidance.yaml", "- {id: S1, statement: \"Ours.\", source: psa-rule}");

    assertRefused("guidance.yaml:1: the statement would still rest on [C02]; write cards: [] and");
  }

  @Test
  void new_row_elsewhere_is_refused() throws IOException {
    site("windows.yaml", "- {code: our-window, weeks: 3, note: \"3 weeks\", source: psa-rule}");
    site("vocabulary.yaml", "symptom: [{code: yawning, judged: true}]\nsymptoms: [{code: nausea}]");

    assertRefused(
        "windows.yaml:1: the rule set has no row 'our-window'",
        "vocabulary.yaml:1: the rule set has no row 'symptom yawning'",
        "vocabulary.yaml:2: no list 'symptoms'; the nearest is 'symptom'");
  }

  @Test
  void hidden_traps_of_yaml_are_refused() throws IOException {
    Map<String, String> traps = new HashMap<>();
    traps.put("- {code: present, weeks: 1, weeks: 2, source: psa-rule}", "Duplicate field 'weeks'");
    traps.put("- {code: present, weeks: -1, source: psa-rule}", "weeks: a whole number, 0 or more");
    traps.put(
        "- {code: present, weeks: 1.5, source: psa-rule}", "weeks: a whole number, 0 or more");
    traps.put(
        "- {code: present, note: no, source: psa-rule}", "note: a text, in quotes, is wanted");
    traps.put("- {code: present, note: \" \", source: psa-rule}", "note: a text, in quotes");
    traps.put("- {code: present, weeks: 1, source: psa-rule}\n---\n- {code: x}", "is no YAML");
    traps.put("- &a {code: present, weeks: 1, source: psa-rule}\n- *a", "refers to an anchor");
    traps.put("- present\n", "holds no rows; write a list of rows");
    traps.put("- {weeks: 1, source: psa-rule}\n", "'' can mean 19 rows: 'diabetes-range-value', ");
    traps.put("\u0000", "is no YAML");

    for (Map.Entry<String, String> trap : traps.entrySet()) {
      site("windows.yaml", trap.getKey());
      assertRefused(trap.getValue());
    }
  }

  @Test
  void units_that_no_value_could_be_read_in_are_refused() throws IOException {
    for (String units :
        List.of(
            "[]",
            "[{per: 10}]",
            "[{uom: \"%\", plausible: [null, 4.0, 14, 20]}]",
            "[{uom: mg/dL}]",
            "[{uom: \"%\", persent: 1}]")) {
      site("analytes.yaml", "- {code: hba1c, source: psa-rule, units: " + units + "}");
      assertRefused("analytes.yaml:1: ");
    }
  }

  @Test
  void a_file_that_is_no_text_is_refused() throws IOException {
    Files.write(
        folder.resolve("windows.yaml"), "note: \u00e4".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused("windows.yaml: cannot be read as UTF-8 text");
  }

  @Test
  void folder_without_tables_and_no_folder_are_refused() throws IOException {
    site(".hidden.yaml", "x: y");
    Path file = Files.writeString(folder.resolve(".file"), "");

    assertRefused("holds no tables; put files such as cutoffs.yaml there");
    assertThatThrownBy(() -> TestData.BUNDLED.withSiteTables(file))
        .hasMessageEndingWith("is no folder; name a folder with files such as cutoffs.yaml");
  }

  private void assertRefused(String... messages) {
    assertThatThrownBy(() -> TestData.BUNDLED.withSiteTables(folder))
        .isInstanceOf(RuleBookException.class)
        .hasMessageContainingAll(messages);
  }

  private void site(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
