package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Working again on change, and only then. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchTest {

  @TempDir Path root;

  private final StringWriter talk = new StringWriter();

  private int watch(Watch.Round round, Set<?>... changes) throws IOException {
    Queue<Set<Path>> queue = new ArrayDeque<>();
    for (Set<?> change : changes) {
      Set<Path> paths = new HashSet<>();
      change.forEach(path -> paths.add((Path) path));
      queue.add(paths);
    }
    return Watch.run(
        round, () -> queue.isEmpty() ? Set.of() : queue.remove(), new PrintWriter(talk));
  }

  @Test
  void work_is_done_once_and_once_more_for_each_change() throws IOException {
    List<Set<Path>> rounds = new ArrayList<>();
    Path a = Path.of("a.json");

    int code =
        watch(
            changed -> {
              rounds.add(changed);
              return rounds.size();
            },
            Set.of(a));

    assertThat(rounds).containsExactly(Set.of(), Set.of(a));
    assertThat(code).isEqualTo(2);
  }

  @Test
  void slip_is_told_and_does_not_end_the_watch() throws IOException {
    List<Integer> rounds = new ArrayList<>();

    int code =
        watch(
            changed -> {
              rounds.add(1);
              if (rounds.size() == 1) {
                throw new InputException("no rule 'x'");
              }
              return Homeostat.DONE;
            },
            Set.of(Path.of("a.drl")));

    assertThat(rounds).hasSize(2);
    assertThat(talk.toString()).isEqualTo("homeostat: no rule 'x'" + System.lineSeparator());
    assertThat(code).isZero();
  }

  private Path real(String name) throws IOException {
    return root.toRealPath().resolve(name);
  }

  @Test
  void case_files_and_files_of_rules_count_and_others_do_not() throws Exception {
    Path cases = Files.createDirectory(root.resolve("cases"));
    Path rules = Files.createDirectories(root.resolve("rules/tables"));
    Path single = Files.writeString(root.resolve("single.json"), "{}");
    try (FileChanges changes =
        new FileChanges(List.of(cases, single), List.of(root.resolve("rules")))) {
      Files.writeString(cases.resolve("notes.txt"), "no case");
      Files.writeString(cases.resolve(".a.json.swp"), "no case");
      Files.writeString(cases.resolve(".hidden.json"), "{}");
      Files.writeString(root.resolve("other.json"), "{}");
      Files.writeString(rules.resolve("readme.md"), "no table");
      Files.writeString(cases.resolve("a.json"), "{}");
      assertThat(await(changes, "cases/a.json")).containsExactly(real("cases/a.json"));

      Files.writeString(rules.resolve("cutoffs.yaml"), "[]");
      assertThat(await(changes, "rules/tables/cutoffs.yaml"))
          .containsExactly(real("rules/tables/cutoffs.yaml"));

      Files.writeString(single, "{ }");
      assertThat(await(changes, "single.json")).containsExactly(real("single.json"));

      Files.delete(cases.resolve("a.json"));
      assertThat(await(changes, "cases/a.json")).containsExactly(real("cases/a.json"));
    }
  }

  /** Everything that is named until the given file is, which is changed last. */
  private Set<Path> await(FileChanges changes, String last) throws Exception {
    Set<Path> all = new TreeSet<>();
    while (!all.contains(real(last))) {
      all.addAll(changes.await());
    }
    return all;
  }

  @Test
  void new_folders_are_watched_with_what_they_hold() throws Exception {
    Path cases = Files.createDirectory(root.resolve("cases"));
    Path prepared = Files.createDirectories(root.resolve("prepared/inner"));
    Files.writeString(prepared.resolve("b.json"), "{}");
    try (FileChanges changes = new FileChanges(List.of(cases), List.of())) {
      Files.move(root.resolve("prepared"), cases.resolve("new"));
      assertThat(changes.await()).containsExactly(real("cases/new/inner/b.json"));

      Files.writeString(cases.resolve("new/inner/c.json"), "{}");
      assertThat(await(changes, "cases/new/inner/c.json"))
          .containsExactly(real("cases/new/inner/c.json"));
    }
  }

  /** Counts the summaries that the command prints. */
  private static final class Output extends OutputStream {
    private static final Pattern SUMMARY = Pattern.compile("(^|\n)[0-9]+ cases?: [^\n]*\n\\z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Semaphore summaries = new Semaphore(0);

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
      if (b == '\n' && SUMMARY.matcher(text()).find()) {
        summaries.release();
      }
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void command_runs_again_when_a_case_or_a_rule_changes() throws Exception {
    Path rules = root.resolve("rules");
    TestData.copyRules(rules, text -> text);
    Path file = root.resolve("a.json");
    String text =
        "{\"id\": \"a\", \"asOf\": \"2026-11-21\", \"patient\": {\"ageYears\": 40, \"sex\": \"male\"},"
            + " \"expect\": {\"tier\": \"low\", \"urgency\": {\"measure:hba1c\": \"info\"}}}";
    Files.writeString(file, text);
    Output out = new Output();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    FutureTask<Integer> command =
        new FutureTask<>(
            () ->
                Homeostat.run(
                    new PrintStream(out, true),
                    new PrintStream(err),
                    "test",
                    "--watch",
                    "--rules",
                    rules.toString(),
                    file.toString()));
    Thread thread = new Thread(command);
    thread.start();
    try {
      assertThat(out.summaries.tryAcquire(60, TimeUnit.SECONDS)).as("%s", err).isTrue();
      assertThat(out.text()).endsWith("\n1 case: 0 passed, 1 failed\n");

      Files.writeString(file, text.replace("low", "indeterminate"));
      assertThat(out.summaries.tryAcquire(60, TimeUnit.SECONDS)).as("%s", err).isTrue();
      assertThat(out.text()).endsWith("\n" + "=".repeat(100) + "\n\n1 case: 1 passed\n");

      Path drl = rules.resolve("advice/core-data.drl");
      Files.writeString(
          drl, Files.readString(drl).replace("@urgency( \"info\" )", "@urgency( \"warning\" )"));
      assertThat(out.summaries.tryAcquire(60, TimeUnit.SECONDS)).as("%s", err).isTrue();
      assertThat(out.text()).endsWith("\n1 case: 0 passed, 1 failed\n");
    } finally {
      thread.interrupt();
    }
    assertThat(command.get(60, TimeUnit.SECONDS)).isEqualTo(1);
  }
}
