package org.homeostat.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, folders and standard input: what is read, in which order, and what is refused unread. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CaseInputsTest {

  private static final String LOW = "testdata/cases/low-no-agent.json";

  @TempDir Path folder;

  private static String caseText(String id) {
    return "{\"id\": \"" + id + "\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}}";
  }

  private Path put(String name, String id) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, caseText(id));
  }

  private static List<String> ids(String lines) {
    return lines.lines().map(CaseInputsTest::id).toList();
  }

  private static String id(String json) {
    try {
      return new ObjectMapper().readTree(json).get("caseId").textValue();
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  /** Bytes of a file and what must be said of it. */
  record Binary(byte[] bytes, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  private static Binary encoded(String charset, String mark, String message) {
    return new Binary((mark + caseText("a")).getBytes(Charset.forName(charset)), message);
  }

  static Stream<Binary> binaries() {
    String utf16 = "is UTF-16 text; save it as UTF-8";
    String utf32 = "is UTF-32 text; save it as UTF-8";
    return Stream.of(
        encoded("UTF-8", "\uFEFF", "begins with a byte-order mark; save it as UTF-8 without one"),
        encoded("UTF-16LE", "", utf16),
        encoded("UTF-16BE", "", utf16),
        encoded("UTF-16LE", "\uFEFF", utf16),
        encoded("UTF-16BE", "\uFEFF", utf16),
        encoded("UTF-32LE", "", utf32),
        encoded("UTF-32BE", "", utf32),
        encoded("UTF-32LE", "\uFEFF", utf32),
        encoded("UTF-32BE", "\uFEFF", utf32),
        new Binary(
            "{\n \"title\": \"caf\u00e9\"}".getBytes(ISO_8859_1),
            "byte 0xE9 at line 2, column 15 is no UTF-8; save the file as UTF-8"),
        new Binary(
            "{\"id\": \"\u00c3".getBytes(ISO_8859_1),
            "byte 0xC3 at line 1, column 9 is no UTF-8; save the file as UTF-8"),
        new Binary(new byte[0], "is empty; a case is one JSON object"),
        new Binary(
            ("{\"id\": " + "[".repeat(100) + "]".repeat(100) + "}").getBytes(ISO_8859_1),
            "is nested more than 50 deep at line 1, column 57; a case needs four levels"),
        new Binary(
            "[".repeat(10_000_000).getBytes(ISO_8859_1),
            "is nested more than 50 deep at line 1, column 51; a case needs four levels"),
        new Binary(
            caseText("a").replace("40", "9".repeat(400)).getBytes(ISO_8859_1),
            "/patient/ageYears: the number "
                + "9".repeat(40)
                + "… is beyond any measurement; give the one that was measured"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binaries")
  void unfit_bytes_are_refused_in_one_line(Binary binary) throws IOException {
    Path bad = Files.write(folder.resolve("bad.json"), binary.bytes());

    CommandRun run = CommandRun.of("advise", bad.toString(), LOW);

    assertThat(run.errors()).containsExactly("homeostat: " + bad + ": " + binary.message());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }

  @Test
  void file_that_is_no_case_by_its_size_is_refused() throws IOException {
    Path large = folder.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50_000_000);
    }

    CommandRun run = CommandRun.of("advise", large.toString(), LOW);

    assertThat(run.errors())
        .containsExactly(
            "homeostat: " + large + ": is larger than 16 MiB; a case is a few kilobytes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }

  @Test
  void ten_thousand_problems_are_told_in_a_hundred_lines_and_a_number() throws IOException {
    Object[] symptoms = new Object[10_000];
    Arrays.fill(symptoms, "\"polyurea\"");
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"),
            "{\"id\": \"a\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"}, \"symptoms\": "
                + Arrays.toString(symptoms)
                + "}");

    CommandRun run = CommandRun.of("advise", bad.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .hasSize(101)
        .contains(
            "homeostat: "
                + bad
                + ": /symptoms/99: 'polyurea' is no symptom code; the nearest is 'polyuria'")
        .endsWith("homeostat: " + bad + ": 9900 more problems; mend these first");
  }

  @Test
  void folder_stands_for_the_case_files_below_it_in_the_order_of_their_paths() throws IOException {
    put("b.json", "b");
    put("a/z.json", "a-z");
    put("a/b/c.json", "a-b-c");
    put("B.json", "capital-b");
    put(".hidden.json", "hidden");
    put(".git/x.json", "in-hidden");
    put("notes.txt", "no-case");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("loop.json"), folder);

    CommandRun run = CommandRun.of("advise", "--format", "json", LOW, folder.toString());

    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(ids(run.out())).containsExactly("low-no-agent", "capital-b", "a-b-c", "a-z", "b");
  }

  @Test
  void linked_folder_and_linked_file_are_read_when_they_are_named_or_found() throws IOException {
    Path target = put("cases/a.json", "a").getParent();
    Files.createSymbolicLink(target.resolve("b.json"), put("elsewhere/b.json", "b"));
    Path gone = Files.createSymbolicLink(target.resolve("gone.json"), folder.resolve("no-such"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);

    CommandRun run = CommandRun.of("advise", "--format", "json", link.toString());

    assertThat(ids(run.out())).containsExactly("a", "b");
    assertThat(run.errors())
        .containsExactly("homeostat: " + link.resolve(gone.getFileName()) + ": does not exist");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void one_case_in_a_folder_gives_one_object_and_several_give_one_a_line() throws IOException {
    put("one.json", "one");
    CommandRun one = CommandRun.of("advise", "--format", "json", folder.toString());
    put("two.json", "two");
    CommandRun two = CommandRun.of("advise", "--format", "json", folder.toString());

    assertThat(one.out()).startsWith("{\n");
    assertThat(id(one.out())).isEqualTo("one");
    assertThat(ids(two.out())).containsExactly("one", "two");
  }

  @Test
  void folder_without_any_case_is_an_error_that_says_so() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "no case");

    CommandRun run = CommandRun.of("advise", folder.toString(), LOW);

    assertThat(run.errors())
        .containsExactly(
            "homeostat: " + folder + ": is a folder without any case; case files end in .json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }

  @Test
  void standard_input_holds_one_case() {
    CommandRun run = CommandRun.withInput(caseText("typed"), "advise", "--format", "json", "-");

    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(id(run.out())).isEqualTo("typed");
  }

  @Test
  void standard_input_is_named_once() {
    CommandRun run =
        CommandRun.withInput(caseText("typed"), "advise", "--format", "json", "-", LOW, "-");

    assertThat(run.errors())
        .containsExactly("homeostat: -: standard input holds one case; name it once");
    assertThat(run.code()).isEqualTo(2);
    assertThat(ids(run.out())).containsExactly("typed", "low-no-agent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | is empty; a case is one JSON object",
        "[] | a case is one JSON object, not []",
      })
  void bad_standard_input_is_called_by_a_hyphen(String input, String message) {
    CommandRun run = CommandRun.withInput(input, "advise", "-", LOW);

    assertThat(run.errors()).containsExactly("homeostat: -: " + message);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }

  @Test
  void case_that_is_named_twice_is_answered_once() {
    CommandRun run = CommandRun.of("advise", "--format", "json", LOW, LOW);

    assertThat(run.errors())
        .containsExactly(
            "homeostat: "
                + LOW
                + ": /id: 'low-no-agent' is the id of "
                + LOW
                + " too; name each case once and give it an id of its own");
    assertThat(run.code()).isEqualTo(2);
    assertThat(ids(run.out())).containsExactly("low-no-agent");
  }

  @Test
  void unreadable_file_and_folder_are_named() throws IOException {
    Path file = put("locked.json", "a");
    Path inner = put("locked/b.json", "b").getParent();
    Files.setPosixFilePermissions(file, Set.of());
    Files.setPosixFilePermissions(inner, Set.of());
    try {
      assumeFalse(Files.isReadable(file), "the superuser reads everything");

      CommandRun run = CommandRun.of("advise", folder.toString(), LOW);

      String denied = ": cannot be read: access is denied; ask for the right to it";
      assertThat(run.errors())
          .containsExactly("homeostat: " + inner + denied, "homeostat: " + file + denied);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
    } finally {
      Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "no-such.json, does not exist",
    "testdata/cases/low-no-agent.json/x, cannot be read: Not a directory"
  })
  void path_to_nothing_is_named(String path, String message) {
    CommandRun run = CommandRun.of("advise", path, LOW);

    assertThat(run.errors()).containsExactly("homeostat: " + path + ": " + message);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("METABOLIC RISK TIER: LOW");
  }
}
