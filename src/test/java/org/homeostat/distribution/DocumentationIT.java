package org.homeostat.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation shows is what the built commands print. Each page is followed from top to
 * bottom in a folder that holds copies of {@code rules} and {@code testdata}: text after {@code
 * <!-- file: NAME -->} is written to that file, after {@code <!-- append: NAME -->} added to it,
 * and commands of {@code console} blocks are run. Where the output is not to be shown whole, a line
 * {@code ...} stands for any lines.
 *
 * <p>After a wanted change of the output, build the distribution, run {@code ./mvnw
 * failsafe:integration-test -Pslow -Dit.test=DocumentationIT -Dupdate.docs=true} and read the
 * difference.
 */
@Tag("slow")
class DocumentationIT {

  private static final Pattern STEP =
      Pattern.compile(
          "<!-- (?<how>file|append): (?<file>\\S+) -->\n```\\w+\n(?<text>.*?)```\n"
              + "|```console\n(?<console>.*?)```\n",
          Pattern.DOTALL);
  private static final Path BIN = Path.of("target", "dist", "bin").toAbsolutePath();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "rules/README.md"})
  void page_shows_what_the_commands_print(String page) throws Exception {
    copy(Path.of("rules"));
    copy(Path.of("testdata"));
    String text = Files.readString(Path.of(page));
    StringBuilder followed = new StringBuilder();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      if (step.group("file") != null) {
        Path file = folder.resolve(step.group("file"));
        Files.createDirectories(file.getParent());
        Files.writeString(
            file,
            step.group("text"),
            StandardOpenOption.CREATE,
            step.group("how").equals("file")
                ? StandardOpenOption.TRUNCATE_EXISTING
                : StandardOpenOption.APPEND);
        step.appendReplacement(followed, Matcher.quoteReplacement(step.group()));
      } else {
        String shown = "```console\n" + console(step.group("console")) + "```\n";
        step.appendReplacement(followed, Matcher.quoteReplacement(shown));
      }
    }
    step.appendTail(followed);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(Path.of(page), followed.toString());
    }

    assertThat(followed.toString()).isEqualTo(text);
  }

  /** The block as it would be shown today. */
  private String console(String block) throws Exception {
    StringBuilder today = new StringBuilder();
    for (String part : block.split("(?m)^(?=\\$ )")) {
      int end = part.indexOf('\n') + 1;
      String command = part.substring(2, end).strip();
      String shown = part.substring(end);
      String printed = run(command);
      boolean agrees = folds(shown).matcher(printed).matches();
      today.append("$ ").append(command).append("\n").append(agrees ? shown : printed);
    }
    return today.toString();
  }

  private static Pattern folds(String shown) {
    List<String> parts = new ArrayList<>();
    for (String line : shown.split("(?<=\n)")) {
      parts.add(line.equals("...\n") ? "(?:.*\n)*?" : Pattern.quote(line));
    }
    return Pattern.compile(String.join("", parts));
  }

  private String run(String command) throws Exception {
    Path printed = Files.createTempFile(folder, ".printed", ".txt");
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
    builder.environment().put("PATH", BIN + ":" + System.getenv("PATH"));
    builder.redirectErrorStream(false).redirectOutput(printed.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command).isTrue();
    return Files.readString(printed, StandardCharsets.UTF_8);
  }

  private void copy(Path source) throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(path.toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }
}
