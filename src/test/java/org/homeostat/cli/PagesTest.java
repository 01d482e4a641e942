package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code advise --format html}: one page a case. */
class PagesTest {

  private static final String ONE = "testdata/cases/low-no-agent.json";
  private static final String OTHER = "testdata/cases/prediabetes-planned-tesamorelin.json";

  @TempDir Path folder;

  @Test
  void one_case_is_one_page_on_standard_output() {
    CommandRun run = CommandRun.of("advise", "--format", "html", ONE);

    assertThat(run.code()).isEqualTo(Homeostat.DONE);
    assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void several_cases_need_a_folder() {
    CommandRun run = CommandRun.of("advise", "--format", "html", ONE, OTHER);

    assertThat(run.code()).isEqualTo(Homeostat.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("2 cases", "--output DIR");
  }

  @Test
  void several_cases_are_a_page_each_in_a_folder() {
    CommandRun run =
        CommandRun.of("advise", "--format", "html", "--output", folder.toString(), ONE, OTHER);

    assertThat(run.code()).isEqualTo(Homeostat.DONE);
    assertThat(folder.resolve("low-no-agent.html")).content().contains("tier is low");
    assertThat(Files.exists(folder.resolve("prediabetes-planned-tesamorelin.html"))).isTrue();
  }

  @Test
  void changes_since_an_earlier_advisory_are_no_part_of_a_page() {
    CommandRun run = CommandRun.of("advise", "--format", "html", "--since", "may.json", ONE);

    assertThat(run.code()).isEqualTo(Homeostat.BAD_INPUT);
    assertThat(run.err()).contains("--since", "text or json");
  }
}
