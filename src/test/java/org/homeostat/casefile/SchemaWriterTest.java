package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Comparison;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.knowledge.NamedSubjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas say what the reader takes and what the writer gives. */
class SchemaWriterTest {

  private static final SchemaWriter SCHEMAS = new SchemaWriter(TestData.BUNDLED.knowledge());
  private static final Schema CASE = schema(SCHEMAS.caseSchema());
  private static final Schema ADVISORY = schema(SCHEMAS.advisorySchema());

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  private static List<Error> errors(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON);
  }

  private static Stream<Path> cases() {
    return Stream.concat(
        TestData.files(TestData.CASES).stream(), TestData.files(TestData.RULE_CASES).stream());
  }

  @Test
  void every_case_of_the_project_fits_the_schema() {
    assertThat(cases())
        .allSatisfy(
            file ->
                assertThat(errors(CASE, new String(TestData.bytes(file), StandardCharsets.UTF_8)))
                    .isEmpty());
  }

  @Test
  void every_advisory_fits_the_schema() {
    AdvisoryWriter writer = new AdvisoryWriter();
    try (AdvisoryEngine engine = AdvisoryEngine.of(TestData.BUNDLED)) {
      assertThat(cases())
          .allSatisfy(
              file ->
                  assertThat(errors(ADVISORY, writer.line(engine.advise(TestData.read(file)))))
                      .isEmpty());
    }
  }

  @Test
  void every_advisory_with_what_changed_since_another_fits_the_schema() {
    AdvisoryWriter writer = new AdvisoryWriter();
    NamedSubjects subjects = new NamedSubjects(TestData.BUNDLED.knowledge());
    Advisory earlier = RandomAdvisories.ALL.get(0).advisory();
    assertThat(RandomAdvisories.ALL)
        .extracting(RandomAdvisories.Pair::advisory)
        .allSatisfy(
            advisory -> {
              Changes changes = Comparison.of(earlier, advisory, subjects);
              assertThat(errors(ADVISORY, writer.line(advisory, changes))).isEmpty();
            });
    assertThat(errors(ADVISORY, writer.line(earlier, Changes.withoutEarlier()))).isEmpty();
  }

  @Test
  void every_advisory_of_a_random_file_fits_the_schema() {
    AdvisoryWriter writer = new AdvisoryWriter();

    assertThat(RandomAdvisories.ALL)
        .allSatisfy(pair -> assertThat(errors(ADVISORY, writer.line(pair.advisory()))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'a'}",
        "{'id':'A b','patient':{'ageYears':40,'sex':'male'}}",
        "{'id':'a','patient':{'sex':'male'}}",
        "{'id':'a','patient':{'ageYears':40,'sex':'m'}}",
        "{'id':'a','patient':{'ageYears':126,'sex':'male'}}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'formatVersion':2}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'unknown':1}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'goals':['flying']}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'asOf':'2026-1-1'}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'conditions':[{'code':'other'}]}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'conditions':[{}]}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'conditions':null}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'lifestyle':{'sleepHours':25}}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'observations':[{'code':'hba1c','date':'2026-01-01'}]}",
        "{'id':'a','patient':{'ageYears':40,'sex':'male'},'protocol':[{'agent':'sermorelin','dose':{'value':1}}]}",
      })
  void reader_and_schema_refuse_the_same_case(String text) {
    String json = text.replace('\'', '"');

    assertThat(errors(CASE, json)).isNotEmpty();
    assertThat(refused(json)).isTrue();
  }

  private static boolean refused(String json) {
    try {
      new CaseReader(TestData.BUNDLED.knowledge()).read(json.getBytes(StandardCharsets.UTF_8));
      return false;
    } catch (CaseException e) {
      return true;
    }
  }
}
