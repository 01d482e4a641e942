package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler says is told in words, with the place and the way out, all at once. */
class CompileErrorsTest {

  static List<BadRules> badRules() {
    return BadRules.in("compile");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRules")
  void errors_are_told_in_words(BadRules bad) {
    assertThat(errors(bad.files(), List.of()))
        .anySatisfy(found -> assertThat(found.toString()).contains(bad.compilerMustSay()))
        .allSatisfy(
            found -> {
              assertThat(found.file()).isEqualTo(bad.path());
              assertThat(found.line()).isPositive();
              assertThat(found.message()).doesNotContain("Rule_", "[E", "java.lang", "strict-mode");
            });
  }

  @Test
  void errors_of_all_files_are_told_at_once() {
    SortedMap<String, String> files = new TreeMap<>();
    badRules().forEach(bad -> files.putAll(bad.files()));

    assertThat(errors(files, List.of()).stream().map(Diagnostic::file).distinct())
        .containsExactlyElementsOf(files.keySet());
  }

  @Test
  void a_file_that_was_refused_is_told_but_not_compiled() {
    BadRules component = badRules().get(0);
    BadRules refused = badRules().get(1);
    SortedMap<String, String> files = new TreeMap<>(component.files());
    files.putAll(refused.files());
    Diagnostic before = new Diagnostic(Check.METADATA, refused.path(), 1, "", "refused", "mend it");

    assertThat(errors(files, List.of(before)))
        .contains(before)
        .filteredOn(found -> found.file().equals(refused.path()))
        .hasSize(1);
    assertThat(errors(files, List.of(before)))
        .anySatisfy(found -> assertThat(found.file()).isEqualTo(component.path()));
  }

  private static List<Diagnostic> errors(SortedMap<String, String> files, List<Diagnostic> found) {
    return catchThrowableOfType(
            RuleBookException.class, () -> RunTimeCompiler.compile(files, found))
        .diagnostics();
  }
}
