package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeostat.TestData;
import org.homeostat.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule folder keeps its form, and loads in both ways to the same rules. */
class RuleBookTest {

  @Test
  void rules_keep_their_form() {
    assertThat(RuleLint.diagnostics(RuleFiles.read(TestData.RULES).rules(), knowledge())).isEmpty();
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
        .hasMessageContaining("findings/predisposition.drl:")
        .hasMessageContaining("Condition has no 'kode'; the nearest is 'code'");
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
