package org.homeostat.ruletest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeostat.ruletest.TestCases.problems;
import static org.homeostat.ruletest.TestCases.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expectation may say; what could never be met, or says nothing, is refused by name. */
class ExpectationReaderTest {

  private static List<String> refused(String expect) {
    return problems("x.json", text("x", expect));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /expect: names nothing; name a tier, a reason or a recommendation",
        "[] | /expect: an object is wanted, not []",
        "{\"teir\": \"low\"} | /expect/teir: unknown member; the nearest is 'tier'",
        "{\"tier\": \"hihg\"} | /expect/tier: 'hihg' is no level of 'tier'; the nearest is 'high'",
        "{\"tier\": 1} | /expect/tier: text is wanted, not 1",
        "{\"atLeast\": \"high\"} | /expect/atLeast: 'high' is no level of 'atLeast'; the nearest is"
            + " 'moderate'",
        "{\"tier\": \"high\", \"atLeast\": \"moderate\"} | /expect/atLeast: goes with the tier"
            + " 'indeterminate', not 'high'",
        "{\"reasons\": [\"HIGH-22\"]} | /expect/reasons/0: 'HIGH-22' is no policy id; the nearest is"
            + " 'HIGH-2'",
        "{\"reasons\": [\"LOW\", 7]} | /expect/reasons/1: a code is wanted, not 7",
        "{\"reasons\": \"LOW\"} | /expect/reasons: a list is wanted, not \"LOW\"",
        "{\"reasons\": []} | /expect/reasons: an empty list expects nothing; leave it out",
        "{\"due\": {}} | /expect/due: an empty object expects nothing; leave it out",
        "{\"reasons\": [\"LOW\"], \"reasonsNot\": [\"LOW\"]} | /expect/reasonsNot/0: 'LOW' is expected"
            + " as well; leave one of the two out",
        "{\"recommends\": [\"hold:tesamorelim\"]} | /expect/recommends/0: 'hold:tesamorelim' is no"
            + " recommendation of any rule; the nearest is 'hold:tesamorelin'",
        "{\"recommends\": [\"consider:lifestyle\"]} | /expect/recommends/0: 'consider:lifestyle' is no"
            + " recommendation of any rule; the nearest is 'counsel:lifestyle'",
        "{\"recommends\": [\"hold:hba1c\"]} | /expect/recommends/0: 'hold:hba1c' is no recommendation"
            + " of any rule; the nearest is 'hold:ghrp-2'",
        "{\"recommends\": [\"stop:*\"]} | /expect/recommends/0: 'stop:*' is no recommendation of any"
            + " rule; the nearest is 'stop:ghrp-2'",
        "{\"recommendsNot\": [\"halt:*\"]} | /expect/recommendsNot/0: 'halt:*' is no recommendation of"
            + " any rule; the nearest is 'hold:ghrp-2'",
        "{\"recommends\": [\"stop:tesamorelin\"], \"recommendsNot\": [\"stop:*\"]} |"
            + " /expect/recommendsNot/0: 'stop:tesamorelin' stands in 'recommends'; leave it out here"
            + " or there",
        "{\"urgency\": {\"measure:hba1c\": \"urgent\"}} | /expect/urgency/measure:hba1c: 'urgent' is no"
            + " urgency; the nearest is 'warning'",
        "{\"urgency\": {\"measure/hba1c\": \"info\"}} | /expect/urgency/measure~1hba1c: 'measure/hba1c'"
            + " is no recommendation of any rule; the nearest is 'measure:hba1c'",
        "{\"urgency\": {\"stop:tesamorelin\": \"info\"}, \"recommendsNot\": [\"stop:*\"]} |"
            + " /expect/urgency/stop:tesamorelin: 'recommendsNot' keeps it away; leave it out here or"
            + " there",
        "{\"due\": {\"repeat:tsh\": \"2026-02-30\"}} | /expect/due/repeat:tsh: a day of the calendar as"
            + " YYYY-MM-DD is wanted, not '2026-02-30'",
        "{\"due\": {\"repeat:tsh\": \"2026-12-01\"}, \"dueNotBefore\": {\"repeat:tsh\": \"2026-12-02\"}} |"
            + " /expect/dueNotBefore/repeat:tsh: 2026-12-02 lies after 2026-12-01, the latest in 'due'",
        "{\"missing\": [\"vta\"]} | /expect/missing/0: 'vta' is no core datum; the nearest is 'vat'",
        "{\"dataQuality\": [\"stal\"]} | /expect/dataQuality/0: 'stal' is no data-quality code; the"
            + " nearest is 'stale'",
        "{\"dataQuality\": [\"stale\"], \"dataQualityNot\": [\"stale\"]} | /expect/dataQualityNot/0:"
            + " 'stale' is expected as well; leave one of the two out",
        "{\"disagreements\": [\"insulin-sense\"]} | /expect/disagreements/0: 'insulin-sense' is no disagreement of"
            + " any rule; the nearest is 'insulin-sensitivity'",
        "{\"response\": {\"vatt\": \"none\"}} | /expect/response/vatt: 'vatt' is no test whose change"
            + " is told; the nearest is 'vat'",
        "{\"response\": {\"vat\": \"non\"}} | /expect/response/vat: 'non' is no response class; the"
            + " nearest is 'none'",
        "{\"monitoring\": {\"igf\": \"due\"}} | /expect/monitoring/igf: 'igf' is no test of the"
            + " schedule; the nearest is 'igf-1'",
        "{\"monitoring\": {\"igf-1\": \"late\"}} | /expect/monitoring/igf-1: 'late' is no monitoring"
            + " status; the nearest is 'due'",
        "{\"tier\": \"low\", \"only\": true} | /expect/only: needs 'recommends', which it calls"
            + " complete",
        "{\"tier\": \"low\", \"only\": false} | /expect/only: false says nothing; leave it out",
        "{\"recommends\": [\"repeat:tsh\"], \"only\": true, \"urgency\": {\"repeat:psa\": \"info\"}} |"
            + " /expect/urgency/repeat:psa: is missing from 'recommends', which 'only' calls complete",
      })
  void expectation_out_of_form_is_refused_in_these_words(String expect, String problem) {
    assertThat(refused(expect)).containsExactly(problem);
  }

  @Test
  void all_problems_of_case_expectation_and_name_are_told_at_once() {
    String text =
        """
        {"id": "x", "patient": {"ageYears": 40, "sex": "mal"},
         "expect": {"tier": "hihg", "missing": ["vta"]}}
        """;

    assertThat(problems("no-such-rule--fires-here.json", text))
        .contains(
            "'asOf' is missing; what is expected holds for one day: name it",
            "/patient/sex: 'mal' is no sex code; the nearest is 'male'",
            "/expect/tier: 'hihg' is no level of 'tier'; the nearest is 'high'",
            "/expect/missing/0: 'vta' is no core datum; the nearest is 'vat'")
        .anySatisfy(p -> assertThat(p).startsWith("its name speaks of rule 'no-such-rule', which"))
        .hasSize(5);
  }

  @Test
  void case_without_expectation_is_no_test() {
    String text =
        """
        {"id": "x", "asOf": "2026-11-21", "patient": {"ageYears": 40, "sex": "male"}}
        """;

    assertThat(problems("x.json", text))
        .containsExactly("'expect' is missing; say what the advisory must hold");
  }

  @Test
  void rule_that_a_name_speaks_of_is_one_of_the_rules_or_the_nearest_is_named() {
    String text = text("x", "{\"tier\": \"low\"}");

    assertThat(problems("folder/igf-1-above-two--silent-off-agents.json", text))
        .singleElement()
        .asString()
        .startsWith(
            "its name speaks of rule 'igf-1-above-two', which there is not; the nearest is '");
    assertThat(problems("folder/igf-1--high.json", text)).isEmpty();
  }

  @Test
  void empty_list_that_is_called_complete_says_that_there_is_none() {
    assertThat(refused("{\"recommends\": [], \"only\": true}")).isEmpty();
  }

  @Test
  void expectation_of_everything_that_can_be_said_is_accepted() {
    assertThat(
            refused(
                """
                {"tier": "indeterminate", "atLeast": "moderate", "reasons": ["HIGH-2"],
                 "reasonsNot": ["LOW"], "recommends": ["hold:tesamorelin", "repeat:tsh"],
                 "recommendsNot": ["stop:*", "measure:hba1c"], "urgency": {"repeat:tsh": "critical"},
                 "due": {"repeat:tsh": "2026-12-01"}, "dueNotBefore": {"repeat:tsh": "2026-12-01"},
                 "missing": ["vat"], "dataQuality": ["stale"], "dataQualityNot": ["duplicate"],
                 "disagreements": ["insulin-sensitivity"], "only": true}
                """))
        .isEmpty();
  }
}
