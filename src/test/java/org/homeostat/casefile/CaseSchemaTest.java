package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.TestData;
import org.homeostat.casefile.BrokenCaseFiles.Change;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schema and reader accept and refuse the same case files, but for the {@linkplain ReaderOnlyCheck
 * checks that no schema can make}.
 */
class CaseSchemaTest {

  private static final int FILES = 1000;
  private static final int FILES_FOR_EVERY_CODE = 3000;
  private static final int FILES_TO_BREAK = 450;
  private static final Path BAD_CASES = Path.of("testdata", "bad", "cases");
  private static final Knowledge KNOWLEDGE = TestData.BUNDLED.knowledge();
  private static final String TEXT = new SchemaWriter(KNOWLEDGE).caseSchema();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);
  private static final RandomCaseFiles RANDOM = new RandomCaseFiles(KNOWLEDGE);

  /** Numbers are read exactly, as the reader does: a schema is about numbers, not about doubles. */
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** The value of a text that is strict JSON in UTF-8; no schema sees any other text. */
  private static Optional<JsonNode> value(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return Optional.of(STRICT.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<Problem> problems(byte[] json) {
    try {
      new CaseReader(KNOWLEDGE).read(json);
      return List.of();
    } catch (CaseException e) {
      return e.problems();
    }
  }

  private static boolean fitsSchema(JsonNode file) {
    return SCHEMA.validate(file).isEmpty();
  }

  private static byte[] utf8(Object json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Where schema and reader differ on a file, in words; empty where they agree. */
  private static String difference(JsonNode file) {
    List<Problem> problems = new ArrayList<>(problems(utf8(file)));
    var errors = SCHEMA.validate(file);
    if (errors.isEmpty()) {
      // what only the reader can see it may refuse alone
      problems.removeIf(ReaderOnlyCheck::gave);
    }
    return errors.isEmpty() == problems.isEmpty()
        ? ""
        : "schema " + errors + ", reader " + problems + ": " + Problem.shown(file);
  }

  @Test
  void random_files_fit_reader_and_schema() {
    for (long seed = 0; seed < FILES; seed++) {
      ObjectNode file = RANDOM.of(seed);

      assertThat(problems(utf8(file))).as("seed %s", seed).isEmpty();
      assertThat(SCHEMA.validate(file)).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void random_files_use_every_member_code_and_unit() {
    Set<String> wanted = new TreeSet<>();
    collectSchema(value(utf8(TEXT)).orElseThrow(), "", wanted);
    for (String code : KNOWLEDGE.codes("observation")) {
      for (Tables.UnitRow unit : KNOWLEDGE.analyte(code).units()) {
        wanted.add(code + " in " + unit.uom());
      }
    }
    Set<String> used = new HashSet<>();
    for (long seed = 0; seed < FILES_FOR_EVERY_CODE; seed++) {
      ObjectNode file = RANDOM.of(seed);
      collectFile(file, "", used);
      file.path("observations")
          .forEach(o -> used.add(o.path("code").asText() + " in " + o.path("unit").asText()));
    }
    wanted.removeAll(used);

    assertThat(wanted).isEmpty();
  }

  private static void collectSchema(JsonNode schema, String at, Set<String> wanted) {
    schema
        .path("properties")
        .properties()
        .forEach(
            member -> {
              wanted.add(at + "/" + member.getKey());
              collectSchema(member.getValue(), at + "/" + member.getKey(), wanted);
            });
    schema.path("enum").forEach(code -> wanted.add(at + " " + code.textValue()));
    if (schema.has("items")) {
      collectSchema(schema.get("items"), at, wanted);
    }
  }

  private static void collectFile(JsonNode file, String at, Set<String> used) {
    file.properties()
        .forEach(
            member -> {
              used.add(at + "/" + member.getKey());
              collectFile(member.getValue(), at + "/" + member.getKey(), used);
            });
    if (file.isTextual()) {
      used.add(at + " " + file.textValue());
    }
    if (file.isArray()) {
      file.forEach(item -> collectFile(item, at, used));
    }
  }

  @Test
  void schema_and_reader_agree_on_broken_files() {
    BrokenCaseFiles broken = new BrokenCaseFiles(1);
    List<String> differences = new ArrayList<>();
    Map<Change, Integer> tried = new EnumMap<>(Change.class);
    Map<Change, Integer> refused = new EnumMap<>(Change.class);
    for (long seed = 0; seed < FILES_TO_BREAK; seed++) {
      ObjectNode good = RANDOM.of(seed);
      for (Change change : Change.values()) {
        JsonNode file = broken.with(change, good);
        if (file != null) {
          String difference = difference(file);
          if (!difference.isEmpty()) {
            differences.add(change + ": " + difference);
          }
          tried.merge(change, 1, Integer::sum);
          refused.merge(change, fitsSchema(file) ? 0 : 1, Integer::sum);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(tried.values().stream().mapToInt(n -> n).sum()).isGreaterThan(5000);
    assertThat(refused).containsOnlyKeys(Change.values());
    assertThat(refused)
        .allSatisfy((change, n) -> assertThat(n).isGreaterThan(tried.get(change) / 20));
  }

  @Test
  void schema_and_reader_agree_on_every_file_of_the_project() {
    List<Path> files = new ArrayList<>(TestData.files(TestData.CASES));
    files.addAll(TestData.files(TestData.RULE_CASES));
    if (Files.isDirectory(BAD_CASES)) {
      files.addAll(TestData.files(BAD_CASES));
    }
    for (Path file : files) {
      byte[] json = TestData.bytes(file);
      value(json)
          .ifPresentOrElse(
              node -> assertThat(difference(node)).as("%s", file).isEmpty(),
              () -> assertThat(problems(json)).as("%s", file).isNotEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_the_reader_makes_this_check(ReaderOnlyCheck check) {
    assertThat(value(utf8(check.file))).matches(file -> fitsSchema(file.orElseThrow()));
    assertThat(problems(utf8(check.file)))
        .singleElement()
        .hasToString(check.message)
        .matches(ReaderOnlyCheck::gave);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\",\"id\":\"a\",\"patient\":{\"ageYears\":40,\"sex\":\"male\"}}",
        "{\"id\":\"a\",\"patient\":{\"ageYears\":40,\"sex\":\"male\"}} {}",
        "{\"id\":\"a\",\"patient\":{\"ageYears\":1e99999999999,\"sex\":\"male\"}}",
        "{\"id\":\"a\",\"patient\":{\"ageYears\":40,\"sex\":\"male\"},\"expect\":{\"a\":[[[[[[[[[["
            + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            + "]]]]]]]]]]}}",
      })
  void text_that_no_schema_ever_sees_is_refused(String json) {
    assertThat(value(utf8(json))).isEmpty();
    assertThat(problems(utf8(json))).isNotEmpty();
  }
}
