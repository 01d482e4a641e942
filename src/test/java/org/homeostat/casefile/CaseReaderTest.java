package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeostat.TestData;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.Symptom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases are read whole or refused with every reason. */
class CaseReaderTest {

  private final CaseReader reader = new CaseReader(TestData.BUNDLED.knowledge());

  private PatientCase read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(String json) {
    try {
      read(json);
      return List.of();
    } catch (CaseException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void all_problems_of_a_file_are_reported_at_once() {
    String json =
        """
        {"id": "Case 1", "pateint": {}, "patient": {"ageYears": 200, "sex": "femal"},
         "observations": [{"code": "hba1", "value": "5.9", "unit": "%", "date": "2026-13-01"}],
         "symptoms": ["polyurea"]}
        """;

    assertThat(problems(json))
        .containsExactlyInAnyOrder(
            "/id: 'Case 1': use lower-case letters and digits joined by single hyphens",
            "/pateint: unknown member; the nearest is 'patient'",
            "/patient/ageYears: a whole number from 0 to 125 is wanted, not 200",
            "/patient/sex: 'femal' is no sex code; the nearest is 'female'",
            "/observations/0/code: 'hba1' is no observation code; the nearest is 'hba1c'",
            "/observations/0/value: a number is wanted, not \"5.9\"",
            "/observations/0/date: a day of the calendar as YYYY-MM-DD is wanted, not '2026-13-01'",
            "/symptoms/0: 'polyurea' is no symptom code; the nearest is 'polyuria'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | is empty; a case is one JSON object",
        "[] | a case is one JSON object, not []",
        "{\"id\":\"a\",\"id\":\"b\"} | /id: stands here twice",
        "{\"id\":\"a\"} {} | something follows the object",
        "{\"id\":NaN} | /id: NaN is no number",
        "{\"id\":\"a\" | no JSON",
        "{} | 'id' is missing",
        "{\"id\":null} | null says nothing",
      })
  void broken_text_is_one_clear_problem(String json, String message) {
    assertThat(problems(json)).anySatisfy(p -> assertThat(p).contains(message));
  }

  @Test
  void age_that_disagrees_with_the_birth_date_is_refused() {
    String json =
        """
        {"id": "a", "asOf": "2026-11-21",
         "patient": {"birthDate": "1980-11-22", "ageYears": 46, "sex": "male"}}
        """;

    assertThat(problems(json)).singleElement().asString().contains("/patient/ageYears", "age 45");
  }

  @Test
  void stop_before_start_is_refused() {
    String json =
        """
        {"id": "a", "patient": {"ageYears": 46, "sex": "male"},
         "protocol": [{"agent": "sermorelin", "start": "2026-02-01", "stop": "2026-01-01"}]}
        """;

    assertThat(problems(json))
        .containsExactly(
            "/protocol/0: stop 2026-01-01 lies before start 2026-02-01; mend one of the dates");
  }

  @Test
  void numbers_keep_the_digits_that_were_given() {
    PatientCase c =
        read(
            """
            {"id": "a", "patient": {"ageYears": 46, "sex": "male"}, "observations":
             [{"code": "fasting-glucose", "value": 7.0, "unit": "mmol/L", "date": "2026-01-01"}]}
            """);

    assertThat(c.observations().get(0).value().toPlainString()).isEqualTo("7.0");
  }

  @Test
  void absent_list_was_not_asked_and_empty_list_was() {
    PatientCase c =
        read(
            "{\"id\": \"a\", \"patient\": {\"ageYears\": 46, \"sex\": \"male\"}, \"conditions\": []}");

    assertThat(c.conditions()).isEmpty();
    assertThat(c.familyHistory()).isNull();
  }

  @Test
  void times_with_and_without_offset_do_not_mix() {
    String json =
        """
        {"id": "a", "patient": {"ageYears": 46, "sex": "male"}, "observations":
         [{"code": "fasting-glucose", "value": 90, "unit": "mg/dL", "date": "2026-01-01",
           "collectedAt": "2026-01-01T08:00:00Z", "lastIntakeAt": "2025-12-31T20:00:00"}]}
        """;

    assertThat(problems(json)).singleElement().asString().contains("both have an offset");
  }

  @Test
  void number_beyond_all_bounds_is_refused() {
    String json =
        "{\"id\": \"a\", \"patient\": {\"ageYears\": 1e99999999999999, \"sex\": \"male\"}}";

    assertThat(problems(json))
        .containsExactly(
            "/patient/ageYears: the number 1e99999999999999 is beyond any measurement;"
                + " give the one that was measured");
  }

  @Test
  void huge_code_is_shown_in_short() {
    String json =
        "{\"id\": \"a\", \"patient\": {\"ageYears\": 40, \"sex\": \""
            + "x".repeat(100_000)
            + "\"}}";

    assertThat(problems(json)).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void long_id_is_judged_without_exhausting_the_stack() {
    String tail = "-a".repeat(100_000);

    assertThat(
            read("{\"id\": \"a" + tail + "\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}")
                .id())
        .hasSize(200_001);
    assertThat(
            problems(
                "{\"id\": \"A" + tail + "\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}"))
        .singleElement()
        .asString()
        .hasSizeLessThan(200);
  }

  @Test
  void more_values_than_any_case_has_are_refused_before_they_fill_the_memory() {
    assertThat(problems("{\"symptoms\": [" + "0,".repeat(1_000_000) + "0]}"))
        .containsExactly("holds more than 1000000 values; a case has some hundred");
  }

  @Test
  void huge_id_costs_no_stack() {
    String id = "a-".repeat(100_000);
    String json = "{\"id\": \"%s\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}";

    assertThat(problems(json.formatted(id + "a"))).isEmpty();
    assertThat(problems(json.formatted(id))).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void unknown_code_of_a_case_built_in_memory_is_refused_by_name() {
    PatientCase read = read("{\"id\": \"a\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}");
    PatientCase built =
        new PatientCase(
            read.id(),
            null,
            null,
            read.patient(),
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            List.of(new Symptom("/symptoms/0", "polyurea")),
            null);

    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      assertThatThrownBy(() -> engine.advise(built))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("/symptoms/0: 'polyurea' is no symptom code");
    }
  }
}
