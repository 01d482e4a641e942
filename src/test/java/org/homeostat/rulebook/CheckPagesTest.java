package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check has a page, and the examples on it are what they say. */
class CheckPagesTest {

  private static final Path PAGES = Path.of("src", "main", "resources", "homeostat", "check");

  /** The example of a file that is too long is a sentence. */
  static Stream<Check> withExamples() {
    return EnumSet.complementOf(EnumSet.of(Check.FILE_LENGTH)).stream();
  }

  @ParameterizedTest
  @EnumSource(Check.class)
  void page_says_what_why_and_shows_a_bad_and_a_good_example(Check check) {
    assertThat(check.page())
        .startsWith("# " + check.code() + "\n")
        .containsIgnoringCase(check.severity().code() + ": " + check.title())
        .contains("\nIt looks for: ", "\nWhy: ")
        .containsSubsequence("\n## Bad\n\n", "\n## Good\n\n");
    assertThat(check.page().lines().count()).isLessThan(55);
  }

  @ParameterizedTest
  @MethodSource("withExamples")
  void bad_example_is_found_and_good_one_is_not(Check check) {
    String page = check.page();
    int good = page.indexOf("\n## Good\n");

    assertThat(found(check, page.substring(0, good)))
        .anySatisfy(found -> assertThat(found.check()).isEqualTo(check));
    assertThat(found(check, page.substring(good)))
        .noneSatisfy(found -> assertThat(found.check()).isEqualTo(check));
  }

  private static List<Diagnostic> found(Check check, String blocks) {
    if (check == Check.COMPILATION) {
      return RuleExample.errorsOfBlocks(blocks);
    }
    return check.compareTo(Check.NOT_STRATIFIED) <= 0
        ? RuleExample.formOfBlocks(blocks)
        : RuleExample.ofBlocks(blocks);
  }

  @Test
  void every_page_is_of_a_check() throws IOException {
    List<String> codes = Arrays.stream(Check.values()).map(check -> check.code() + ".md").toList();

    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }
}
