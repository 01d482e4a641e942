package org.homeostat.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.cli.Homeostat;
import org.junit.jupiter.api.Test;

/** What the README says is there. What it shows is followed by {@link DocumentationIT}. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void readme_names_every_option_of_advise() throws IOException {
    Matcher option = Pattern.compile("--[a-z-]+(?=[ =,])").matcher(run("advise", "--help"));

    String readme = Files.readString(README);
    while (option.find()) {
      if (!option.group().equals("--help") && !option.group().equals("--version")) {
        assertThat(readme).contains("`" + option.group());
      }
    }
  }

  @Test
  void embedding_in_the_readme_is_the_example_that_runs() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("```java\n") + "```java\n".length();
    String example =
        Files.readString(Path.of("src/test/java/org/homeostat/distribution/EmbeddingExample.java"));

    assertThat(readme.substring(start, readme.indexOf("```", start)).lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(example).contains(line.strip()));
  }

  @Test
  void ci_runs_the_test_command_of_the_readme() throws IOException {
    assertThat(Files.readString(README))
        .contains("```sh\n./mvnw --batch-mode verify\n```", "`./mvnw --batch-mode verify -Pslow`");
    assertThat(Files.readString(Path.of(".ci", "run")))
        .endsWith("\n./mvnw --batch-mode verify\n./mvnw --batch-mode verify -Pslow\n");
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = Homeostat.run(new PrintStream(out), System.err, arguments);

    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
