package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule folder keeps its form, and the lint sees when it does not. */
class RuleBookTest {

  private static final String MUST_SAY = "// must say: ";

  static Stream<Path> badRules() throws IOException {
    return Files.list(Path.of("testdata", "bad", "rules")).sorted();
  }

  @Test
  void rules_keep_their_form() {
    assertThat(RuleLint.problems(RuleFiles.read(TestData.RULES).rules(), knowledge())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRules")
  void lint_catches(Path file) throws IOException {
    String text = Files.readString(file);
    String mustSay = text.lines().findFirst().orElseThrow().substring(MUST_SAY.length());
    TreeMap<String, String> files = new TreeMap<>();
    files.put("bad/" + file.getFileName(), text);

    assertThat(RuleLint.problems(files, knowledge()))
        .anySatisfy(problem -> assertThat(problem).contains(mustSay));
  }

  @Test
  void hash_is_the_same_bundled_and_loaded() {
    assertThat(TestData.LOADED.sha256()).isEqualTo(TestData.BUNDLED.sha256());
  }

  @Test
  void hash_does_not_depend_on_line_ends(@TempDir Path folder) throws IOException {
    TestData.copyRules(folder, text -> text.replace("\n", "\r\n"));

    assertThat(RuleFiles.read(folder).sha256()).isEqualTo(TestData.BUNDLED.sha256());
  }

  @Test
  void hash_changes_with_a_table(@TempDir Path folder) throws IOException {
    TestData.copyRules(folder, text -> text.replace("value: 126,", "value: 127,"));

    assertThat(RuleFiles.read(folder).sha256()).isNotEqualTo(TestData.BUNDLED.sha256());
  }

  @Test
  void both_ways_of_compiling_describe_the_same_rules() {
    assertThat(TestData.LOADED.descriptions()).isEqualTo(TestData.BUNDLED.descriptions());
  }

  @Test
  void rules_that_do_not_compile_name_file_and_line(@TempDir Path folder) throws IOException {
    TestData.copyRules(
        folder, text -> text.replace("Condition( code == \"pcos\" )", "Condition( kode == 1 )"));

    assertThatThrownBy(() -> RuleBook.load(folder))
        .isInstanceOf(RuleBookException.class)
        .hasMessageContaining("Line: ")
        .hasMessageContaining("findings/predisposition.drl")
        .hasMessageContaining("kode");
  }

  @Test
  void missing_folder_is_named() {
    assertThatThrownBy(() -> RuleBook.load(Path.of("no-such-folder")))
        .isInstanceOf(RuleBookException.class)
        .hasMessageContaining("no-such-folder is no folder");
  }

  @Test
  void every_policy_id_has_a_rule() {
    Set<String> encoded =
        TestData.BUNDLED.descriptions().values().stream()
            .map(RuleDescription::policy)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(encoded).containsAll(knowledge().policies());
  }

  @Test
  void every_warning_has_a_rule() {
    Set<String> encoded =
        TestData.BUNDLED.descriptions().values().stream()
            .flatMap(description -> description.guidance().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(encoded)
        .containsAll(IntStream.rangeClosed(1, 26).mapToObj(number -> "X" + number).toList());
  }

  private static Knowledge knowledge() {
    return TestData.BUNDLED.knowledge();
  }
}
