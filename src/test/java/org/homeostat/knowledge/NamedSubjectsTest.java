package org.homeostat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeostat.TestData;
import org.homeostat.advice.Advisory.Input;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of advisories name their tests, agents and conditions. */
class NamedSubjectsTest {

  private static final NamedSubjects SUBJECTS = new NamedSubjects(TestData.BUNDLED.knowledge());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/observations/0 | HbA1c 6.6 % on 2026-11-01 | hba1c",
        "/observations/0 | Fasting insulin 5.0 uIU/mL on 2026-11-09, fasted 10 h | fasting-insulin",
        "/observations/0 | eGFR 50 mL/min on 2026-11-09 | egfr",
        "/observations/0 | IGF-1 2.3 SDS on 2026-11-09, value 300, unit ug/L | igf-1",
        "/medications/0 | Insulin since 2026-01-01 | insulin",
        "/protocol/0 | CJC-1295 with DAC current, start 2026-01-01 | cjc-1295-dac",
        "/conditions/0 | Active malignancy (resolved), onset 2019-05 | active-malignancy",
        "/patient/pregnancy | Pregnancy: none | pregnancy",
      })
  void input_is_a_datum_of_what_its_text_begins_with(String at, String text, String code) {
    assertThat(SUBJECTS.of(new Input(at, text, "judged", null))).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/familyHistory/0 | Type 2 diabetes in father at age 49",
        "/conditions/0 | Other: asthma",
        "/title | A man on tesamorelin",
      })
  void input_without_a_name_at_its_start_has_no_subject(String at, String text) {
    assertThat(SUBJECTS.of(new Input(at, text, "judged", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fasting glucose 104 mg/dL, as random glucose, on 2026-11-09 |"
            + " fasting-glucose random-glucose",
      })
  void value_that_counts_as_another_test_is_of_both(String text, String codes) {
    assertThat(SUBJECTS.of(new Input("/observations/0", text, "judged", null)))
        .containsExactly(codes.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a valid current fasting insulin | fasting-insulin",
        "recorded type 1 diabetes | type-1-diabetes",
        "a reason for HIGH |",
      })
  void text_mentions_whole_names_the_longest_first(String text, String code) {
    assertThat(SUBJECTS.mentionedIn(text))
        .containsExactly(code == null ? new String[0] : new String[] {code});
  }
}
