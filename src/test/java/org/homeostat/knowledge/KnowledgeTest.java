package org.homeostat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.homeostat.TestData;
import org.homeostat.advice.Evidence;
import org.homeostat.rulebook.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables point only at rows that exist, and carry what the contract names. */
class KnowledgeTest {

  private static final Knowledge KNOWLEDGE = TestData.BUNDLED.knowledge();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cards.yaml | source: endotext-gh | source: hearsay | cards C04: source 'hearsay' is unknown",
        "guidance.yaml | cards: [C04] | cards: [C99] | guidance S6: card 'C99' is unknown",
        "policies.yaml | level: low | level: lowest | policies LOW: level 'lowest' is unknown",
        "cutoffs.yaml | value: 126, uom: mg/dL | value: 126, uom: g/L | never judged in g/L",
        "vocabulary.yaml | past: pancreatitis | past: pancreatits | past 'pancreatits' is unknown",
        "vocabulary.yaml | code: nafld, | code: nafld, judged: true, | say one of them",
        "contraindications.yaml | weight: caution | weight: light | weight 'light' is unknown",
        "paediatric-uses.yaml | agent: liraglutide | agent: liraglutid | 'liraglutid' is unknown",
        "intervals.yaml | toWeeks: 8 | toWeeks: 5 | ends before it begins",
        "agents.yaml | code: sermorelin, | code: tesamorelin, | agents: tesamorelin stands twice",
        "windows.yaml | weeks: 52 | weeks: 52, months: 12 | give days, weeks or months",
        "sources.yaml | verification: judgement | verification: certain | 'certain' is unknown",
        "cutoffs.yaml | ancestry: [south-asian | ancestry: [sout-asian | ancestry 'sout-asian' is unknown",
        "cutoffs.yaml | side: below | side: beneath | side 'beneath' is unknown",
        "cutoffs.yaml | of: change | of: changes | of 'changes' is unknown",
        "core-tests.yaml | code: tsh | code: thyrotropin | code 'thyrotropin' is unknown",
        "variations.yaml | code: hs-crp | code: hs-crpp | variations hs-crpp: code 'hs-crpp' is unknown",
        "variations.yaml | percent: 42.5 | percent: 0 | variations hs-crp: 'percent' is a coefficient of variation above 0",
        "variations.yaml | source: macy-1997 | source: macy-1998 | source 'macy-1998' is unknown",
        "variations.yaml | source: ricos-2020 hba1c-imprecision | source: ricos-2020 hba1c-precision | source 'hba1c-precision' is unknown",
        "analytes.yaml | [3.0, 4.0, 14, 20] | [4.0, 3.0, 14, 20] | four rising numbers",
        "analytes.yaml | per: 6.00 | par: 6.00 | unknown member 'par'; the nearest is 'per'",
      })
  void broken_row_is_named(String table, String from, String to, String message)
      throws IOException {
    String file = Files.readString(TestData.RULES.resolve("tables").resolve(table));
    assertThat(file).contains(from);
    TestData.copyRules(folder, text -> text.equals(file) ? text.replace(from, to) : text);

    assertThatThrownBy(() -> RuleBook.load(folder))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void evidence_of_a_statement_carries_document_verdict_grade_and_citations() {
    Evidence evidence = KNOWLEDGE.evidence(List.of("K2")).get(0);

    assertThat(evidence.card()).isEqualTo("C05");
    assertThat(evidence.verdict()).isEqualTo("contradicts");
    assertThat(evidence.grade()).isEqualTo("A");
    assertThat(evidence.document()).contains("endocrine-health", "Metabolic Sequelae");
    assertThat(evidence.citations())
        .extracting("id")
        .contains("stanley-2012", "makimura-2012", "clemmons-2017");
  }

  @Test
  void statement_from_labels_never_cites_the_documents() {
    assertThat(KNOWLEDGE.tables().guidance())
        .filteredOn(row -> row.id().startsWith("X"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.document()).isNull();
              assertThat(row.verdict()).isEqualTo("not-in-document");
            });
  }

  @Test
  void every_agent_and_observation_of_the_contract_is_known() {
    assertThat(KNOWLEDGE.codes("agent"))
        .containsExactlyInAnyOrder(
            ("sermorelin cjc-1295 cjc-1295-no-dac cjc-1295-dac tesamorelin ipamorelin hexarelin"
                    + " ghrp-2 ghrp-6 ibutamoren capromorelin somatropin semaglutide liraglutide"
                    + " dulaglutide tirzepatide testosterone")
                .split(" "));
    assertThat(KNOWLEDGE.codes("observation"))
        .containsExactlyInAnyOrder(
            ("fasting-glucose random-glucose ogtt-2h-glucose hba1c fasting-insulin c-peptide"
                    + " homa-ir igf-1 growth-hormone gh-stimulation-peak triglycerides hdl ldl"
                    + " total-cholesterol hs-crp crp vat waist weight height bmi systolic-bp"
                    + " diastolic-bp tsh free-t4 free-t3 cortisol-morning prolactin"
                    + " testosterone-total estradiol haematocrit haemoglobin psa egfr creatinine"
                    + " alt lipase")
                .split(" "));
  }

  @Test
  void label_speaks_for_no_agent_that_it_does_not_name() {
    Knowledge knowledge = TestData.BUNDLED.knowledge();

    assertThat(knowledge.evidence("X1", Set.of("tesamorelin")).get(0).grade()).isEqualTo("A");
    assertThat(knowledge.evidence("X1", Set.of("ipamorelin")).get(0).grade()).isEqualTo("E");
    assertThat(knowledge.evidence("X1", Set.of("ipamorelin", "tesamorelin")).get(0).grade())
        .isEqualTo("E");
  }

  @Test
  void place_of_a_country_is_looked_up_and_else_not_known() {
    Knowledge knowledge = TestData.BUNDLED.knowledge();

    assertThat(knowledge.placeOf("DE")).isEqualTo("EU");
    assertThat(knowledge.placeOf("GB")).isEqualTo("UK");
    assertThat(knowledge.placeOf("NO")).isEqualTo("other");
    assertThat(knowledge.placeOf(null)).isEqualTo("US");
  }
}
