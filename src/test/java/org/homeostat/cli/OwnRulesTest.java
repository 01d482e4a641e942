package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.rulebook.BadRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice with the rules of a folder: what is refused, how it is told, and what runs. */
class OwnRulesTest {

  private static final Path MARKER = Path.of("target", "hostile-marker");
  private static final String CASE =
      TestData.CASES.resolve("whole-a-high-2-polycystic-ovaries-planned-cjc.json").toString();
  private static final String TIER =
      """
      package org.homeostat.rules.own.tier;

      import org.homeostat.fact.Condition;
      import org.homeostat.fact.TierReason;

      rule "recorded-polycystic-ovaries"
          @policy( "HIGH-2" )
          @guidance( "S1" )
          @summary( "Polycystic ovaries are recorded" )
          @text( "{$condition}" )
          @source( "tier-policy" )
          @reviewed( "2026-11-21" )
      when
          $condition : Condition( code == "pcos" )
      then
          insertLogical( new TierReason( "high", "HIGH-2" ) );
      end
      """;

  @TempDir private Path folder;

  static Stream<BadRules> hostileRules() {
    return BadRules.in("hostile").stream();
  }

  @BeforeEach
  void tables_and_a_tier() throws IOException {
    try (Stream<Path> tables = Files.list(TestData.RULES.resolve("tables"))) {
      for (Path table : tables.toList()) {
        write("tables/" + table.getFileName(), Files.readString(table));
      }
    }
    write("own/tier.drl", TIER);
    Files.deleteIfExists(MARKER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileRules")
  void hostile_rules_are_refused_and_nothing_of_them_runs(BadRules hostile) throws IOException {
    write(hostile.path(), hostile.text());

    CommandRun run = advise();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("homeostat: " + hostile.path() + ":")
        .contains(hostile.mustSay());
    assertThat(MARKER).doesNotExist();
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws IOException {
    List<BadRules> broken =
        Stream.of("rules", "compile").flatMap(name -> BadRules.in(name).stream()).toList();
    for (BadRules bad : broken) {
      write(bad.path(), bad.text());
    }

    CommandRun run = advise();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().get(0)).isEqualTo("homeostat: rules are not in form:");
    assertThat(broken)
        .allSatisfy(
            bad ->
                assertThat(run.err()).contains("homeostat: " + bad.path()).contains(bad.mustSay()));
    assertThat(run.err()).doesNotContain("own/tier.drl");
  }

  @Test
  void a_broken_rule_of_the_project_is_named_by_file_line_and_rule(@TempDir Path copy) {
    TestData.copyRules(
        copy,
        text ->
            text.replace("Condition( code == \"pcos\" )", "Condition( kode == \"pcos\" )")
                .replace("new Finding( \"smoking\" ) );", "new Finding( \"smoking\" ) )"));

    CommandRun run = CommandRun.of("advise", "--rules", copy.toString(), CASE);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("homeostat: findings/predisposition.drl:")
                    .contains("rule 'polycystic-ovary-syndrome'")
                    .contains("Condition has no 'kode'; the nearest is 'code'"))
        .anySatisfy(line -> assertThat(line).contains("no semicolon; end it with ');'"));
  }

  @Test
  void rules_in_form_give_advice() {
    CommandRun run = advise();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Polycystic ovaries are recorded");
  }

  @Test
  void rules_out_of_form_run_only_when_they_are_trusted() throws IOException {
    write(
        "own/tier.drl",
        TIER.replace(
            "insertLogical",
            "java.nio.file.Files.writeString( java.nio.file.Path.of( \"%s\" ), \"ran\" );\n    insertLogical"
                .formatted(MARKER.toString().replace('\\', '/'))));

    assertThat(advise().code()).isEqualTo(2);
    assertThat(MARKER).doesNotExist();

    CommandRun trusted = advise("--trust-rules");

    assertThat(trusted.err()).isEmpty();
    assertThat(trusted.code()).isZero();
    assertThat(trusted.out()).contains("Polycystic ovaries are recorded");
    assertThat(MARKER).hasContent("ran");
  }

  @Test
  void trusted_rules_that_do_not_compile_are_named() throws IOException {
    write("own/tier.drl", TIER.replace("Condition( code", "Condition( kode"));

    CommandRun run = advise("--trust-rules");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactly(
            "homeostat: rules do not compile:",
            "homeostat: own/tier.drl:14: rule 'recorded-polycystic-ovaries': Condition has no"
                + " 'kode'; the nearest is 'code'; it has as, at, beganAfter, code, note, onset,"
                + " status, text [compilation]");
  }

  @Test
  void files_that_only_look_like_rules_are_named() throws IOException {
    write("own/OLD.DRL", TIER);
    write("tables/more.yml", "[]");
    write("own/large.drl", "//".repeat(600_000));
    Files.write(folder.resolve("own/latin.drl"), new byte[] {'/', '/', (byte) 0xe9});
    write(".git/hidden.drl", "rule");
    write("README.md", "rule");

    CommandRun run = advise();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("homeostat: rules cannot be read:"),
            line -> assertThat(line).contains("own/OLD.DRL: its name ends in neither"),
            line -> assertThat(line).contains("own/large.drl: it is larger than"),
            line -> assertThat(line).contains("own/latin.drl: it is no UTF-8 text"),
            line -> assertThat(line).contains("tables/more.yml: its name ends in neither"));
  }

  @Test
  void links_are_followed_only_inside_the_folder(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.drl"), "secret");
    Files.createSymbolicLink(folder.resolve("own/out.drl"), elsewhere.resolve("secret.drl"));
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);

    CommandRun refused = advise();

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("own/out.drl: it is a link that leads out of the folder")
        .contains("linked: it is a link to a folder")
        .doesNotContain("'secret'");

    Files.delete(folder.resolve("own/out.drl"));
    Files.delete(folder.resolve("linked"));
    Files.createDirectories(folder.resolve("..data"));
    Files.move(folder.resolve("own/tier.drl"), folder.resolve("..data/tier.drl"));
    Files.createSymbolicLink(folder.resolve("own/tier.drl"), Path.of("..", "..data", "tier.drl"));

    assertThat(advise().code()).isZero();
  }

  @Test
  void a_table_that_grows_when_it_is_read_is_not_taken() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (" *a" + (i - 1) + ",").repeat(10)));
    }
    write("tables/windows.yaml", bomb.toString());

    assertThat(advise().code()).isEqualTo(2);
  }

  @Test
  void a_folder_of_six_hundred_rules_gives_advice() throws IOException {
    for (int file = 0; file < 52; file++) {
      StringBuilder text =
          new StringBuilder("package org.homeostat.rules.own.%s;\n\n".formatted(letters(file)))
              .append(file == 0 ? "import org.homeostat.fact.Condition;\n" : "")
              .append("import org.homeostat.fact.Finding;\n");
      for (int rule = 0; rule < 12; rule++) {
        text.append(smallRule(file * 12 + rule));
      }
      write("own/" + letters(file) + ".drl", text.toString());
    }
    write(
        "own/tier.drl",
        TIER.replace("Condition;", "Finding;")
            .replace(
                "Condition( code == \"pcos\" )",
                "Finding( code == \"%s\" )".formatted(letters(623))));

    CommandRun run = advise();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Polycystic ovaries are recorded");
  }

  /** Each rests on the finding of the one before, and on the absence of one that nothing gives. */
  private static String smallRule(int number) {
    String before =
        number == 0
            ? "$before : Condition( code == \"pcos\" )"
            : "$before : Finding( code == \"%s\" )".formatted(letters(number - 1));
    return """

    rule "finding-%1$s"
        @guidance( "S1" )
        @text( "{$before}" )
        @absent( "what would contradict it" )
        @source( "tier-policy" )
        @reviewed( "2026-11-21" )
    when
        %2$s
        not Finding( code == "not-%1$s" )
    then
        insertLogical( new Finding( "%1$s" ) );
    end
    """
        .formatted(letters(number), before);
  }

  private static String letters(int number) {
    String last = String.valueOf((char) ('a' + number % 26));
    return number < 26 ? "z" + last : letters(number / 26) + last;
  }

  private CommandRun advise(String... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("advise", "--rules", folder.toString(), CASE), Stream.of(options))
            .toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
