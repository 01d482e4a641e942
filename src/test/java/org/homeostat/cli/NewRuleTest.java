package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new rule: what is written, what is still to be said, and what is refused. */
class NewRuleTest {

  @TempDir Path folder;

  private Path rules;
  private Path cases;

  @BeforeEach
  void rule_folder() {
    rules = folder.resolve("rules");
    cases = folder.resolve("cases");
    TestData.copyRules(rules, text -> text);
  }

  private CommandRun rule(String... arguments) {
    List<String> all = new ArrayList<>(List.of("new", "rule"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--rules", "" + rules, "--cases", "" + cases));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private JsonNode expect(String id, String outcome) throws IOException {
    return new ObjectMapper()
        .readTree(cases.resolve(id + "--" + outcome + "-example.json").toFile())
        .get("expect");
  }

  @Test
  void rule_and_its_two_cases_are_written_in_form() throws IOException {
    CommandRun run =
        rule(
            "counsel-on-snoring",
            "--file",
            "advice/snoring-and-sleep.drl",
            "--on",
            "symptom:snoring",
            "--concludes",
            "counsel:sleep-habits",
            "--guidance",
            "S10",
            "--source",
            "tier-policy",
            "--summary",
            "Counsel on sleep: snoring");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "written: " + rules.resolve("advice/snoring-and-sleep.drl"),
            "written: " + cases.resolve("counsel-on-snoring--fires-example.json"),
            "written: " + cases.resolve("counsel-on-snoring--silent-example.json"),
            "to do: make the two cases as close as the rule is sharp, then run",
            "  homeostat check " + rules,
            "  homeostat test --rules "
                + rules
                + " "
                + cases.resolve("counsel-on-snoring--fires-example.json")
                + " "
                + cases.resolve("counsel-on-snoring--silent-example.json"));
    assertThat(Files.readString(rules.resolve("advice/snoring-and-sleep.drl")))
        .startsWith(
            """
            // Snoring and sleep.
            package org.homeostat.rules.advice.snoring_and_sleep;

            import org.homeostat.fact.Advice;
            import org.homeostat.fact.Symptom;

            rule "counsel-on-snoring"
                @guidance( "S10" )
                @summary( "Counsel on sleep: snoring" )
                @text( "{$snoring}" )
                @urgency( "info" )
                @source( "tier-policy" )
                @reviewed( "20\
            """)
        .endsWith(
            """
            when
                $snoring : Symptom( code == "snoring" )
            then
                insertLogical( new Advice( "counsel", "sleep-habits" ) );
            end
            """);
    assertThat(expect("counsel-on-snoring", "fires").get("recommends").toString())
        .isEqualTo("[\"counsel:sleep-habits\"]");
    assertThat(expect("counsel-on-snoring", "silent").get("recommendsNot").toString())
        .isEqualTo("[\"counsel:sleep-habits\"]");
  }

  @Test
  void both_cases_hold_for_every_kind_of_condition() throws IOException {
    sketch("snoring", "advice", "symptom:snoring", "counsel:one");
    sketch("gastroparesis", "advice", "condition:gastroparesis", "refer:two");
    sketch("antipsychotic", "advice", "medication:antipsychotic", "review:three");
    sketch("tesamorelin", "advice", "agent:tesamorelin", "hold:AGENT");
    sketch("incretin", "advice", "agent:incretin", "review:AGENT");
    sketch("axis", "advice", "agent:gh-axis", "review:AGENT");
    sketch("non-selective", "advice", "agent:non-selective,agent:testosterone", "discuss:four");
    sketch("glycaemia", "advice", "test:hba1c:diabetes", "counsel:five");
    sketch("thyroid", "advice", "test:tsh:below-range", "counsel:six");
    sketch("prostate", "advice", "test:psa:above-limit", "counsel:seven");
    sketch("growth", "advice", "test:igf-1:above-range", "counsel:eight");
    sketch("weight", "advice", "test:bmi:obesity", "counsel:nine");
    sketch("index", "advice", "test:homa-ir:insulin-resistance", "counsel:ten");
    sketch("mixed", "advice", "symptom:snoring,agent:incretin", "discuss:eleven");
    sketch("twice", "advice", "symptom:nausea,symptom:vomiting", "assess:twelve");
    sketch("tier", "tier", "symptom:palpitations", "HIGH-10");
    judgeEveryCode();

    CommandRun run = CommandRun.of("test", "--rules", "" + rules, "" + cases);

    assertThat(run.out()).contains("32 ").doesNotContain("FAIL");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private void sketch(String about, String kind, String on, String concludes) {
    CommandRun run =
        rule(
            "new-rule-on-" + about,
            "--file",
            kind + "/new-topic-" + about + ".drl",
            "--on",
            on,
            "--concludes",
            concludes,
            "--guidance",
            "S10",
            "--source",
            "tier-policy",
            "--summary",
            "Some line");
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** Does what the command says where no rule has read a code so far. */
  private void judgeEveryCode() throws IOException {
    Path vocabulary = rules.resolve("tables/vocabulary.yaml");
    Files.writeString(
        vocabulary, Files.readString(vocabulary).replaceAll("shown: \"[^\"]*\"", "judged: true"));
  }

  @Test
  void code_that_no_rule_reads_is_told() {
    CommandRun run =
        rule("assess-hiv", "--file", "advice/new.drl", "--on", "condition:hiv,symptom:snoring");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "to do: no rule reads the condition hiv yet: write judged: true for it in tables/")
        .doesNotContain("symptom snoring");
  }

  @Test
  void everything_that_is_left_out_is_a_placeholder_that_the_form_names() throws IOException {
    for (String[] at :
        List.of(
            new String[] {"new-finding", "findings/new.drl"},
            new String[] {"new-reason", "tier/new.drl"},
            new String[] {"new-advice", "advice/new.drl"})) {
      assertThat(rule(at[0], "--file", at[1]).code()).isZero();
    }
    assertThat(rule("new-dispute", "--file", "advice/new.drl", "--kind", "disagreement").code())
        .isZero();

    CommandRun run =
        CommandRun.of("advise", "--rules", "" + rules, "testdata/cases/low-no-agent.json");

    assertThat(run.code()).isEqualTo(2);
    for (String id : List.of("new-finding", "new-reason", "new-advice", "new-dispute")) {
      assertThat(run.errors())
          .anySatisfy(line -> assertThat(line).contains(id, "STATEMENT-ID", "unknown"))
          .anySatisfy(line -> assertThat(line).contains(id, "SOURCE-ID", "unknown"));
    }
    for (String id : List.of("new-reason", "new-advice", "new-dispute")) {
      assertThat(run.errors())
          .anySatisfy(line -> assertThat(line).contains(id, "$SUMMARY is not bound"));
    }
    assertThat(run.errors())
        .anySatisfy(line -> assertThat(line).contains("new-reason", "POLICY-ID"))
        .anySatisfy(line -> assertThat(line).contains("new-dispute", "$SAYS is not bound"))
        .noneSatisfy(line -> assertThat(line).containsAnyOf("does not compile", "import"));
    assertThat(Files.readString(cases.resolve("new-advice--fires-example.json")))
        .contains("\"SYMPTOM\"", "\"ACTION:TARGET\"");
  }

  @Test
  void rule_joins_an_existing_file_with_the_imports_it_needs() throws IOException {
    Path file = rules.resolve("findings/sleep-apnoea.drl");
    String before = Files.readString(file);

    CommandRun run =
        rule(
            "sleep-apnoea-with-opioid",
            "--file",
            "findings/sleep-apnoea.drl",
            "--on",
            "finding:sleep-apnoea,medication:opioid");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "to do: put into the case that fires what gives the finding sleep-apnoea",
            "to do: say under expect what follows from the finding, in place of POLICY-ID");
    assertThat(Files.readString(file))
        .startsWith(
            before
                .substring(0, before.indexOf("rule \""))
                .replace(
                    "import org.homeostat.fact.Symptom;",
                    "import org.homeostat.fact.Medication;\nimport org.homeostat.fact.Symptom;"))
        .contains(before.substring(before.indexOf("rule \"")))
        .contains("@text( \"{$sleepApnoea} and {$opioid}\" )")
        .endsWith("    insertLogical( new Finding( \"sleep-apnoea-with-opioid\" ) );\nend\n");
  }

  @Test
  void line_ends_of_an_existing_file_stay() throws IOException {
    Path file = rules.resolve("advice/retina.drl");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(rule("assess-retina-again", "--file", "advice/retina.drl").code()).isZero();

    assertThat(Files.readString(file).replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void all_that_cannot_be_used_is_told_at_once_and_nothing_is_written() throws IOException {
    List<String> before = tree();

    CommandRun run =
        rule(
            "Over-65-years",
            "--file",
            "advise/sleep.drl",
            "--on",
            "symptom:snorring,agent:tesamorelim,test:hba1c:diabetis,test:crp:high,snoring,"
                + "finding:sleep-apnea,reason:MOD-51,condition:hivv,condition:hivv",
            "--guidance",
            "S10 S999",
            "--source",
            "tier-polic",
            "--summary",
            "say \"this\"");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors())
        .containsExactly(
            "homeostat: 'Over-65-years' is no name of a rule; write lower-case words joined by"
                + " hyphens",
            "homeostat: no statement 'S999'; the nearest is 'S9'",
            "homeostat: no source 'tier-polic'; the nearest is 'tier-policy'",
            "homeostat: the summary is one line without quotes and backslashes; say it so",
            "homeostat: no symptom 'snorring'; the nearest is 'snoring'",
            "homeostat: no agent, class or group of agents 'tesamorelim'; the nearest is"
                + " 'tesamorelin'",
            "homeostat: no band 'diabetis' of hba1c; write test:hba1c:BAND with one of diabetes,"
                + " prediabetes, rise, small-rise, fast-fall, discordance",
            "homeostat: the test 'crp' has no cut-off; it goes into tables/cutoffs.yaml",
            "homeostat: 'snoring' is no condition; write one of symptom, condition, medication,"
                + " agent, test, finding, reason with a code, such as symptom:snoring or"
                + " test:hba1c:diabetes",
            "homeostat: no finding 'sleep-apnea'; the nearest is 'sleep-apnoea'",
            "homeostat: no policy id 'MOD-51'; the nearest is 'MOD-1'",
            "homeostat: no condition 'hivv'; the nearest is 'hiv'",
            "homeostat: 'condition:hivv' stands twice; say each condition once",
            "homeostat: 'advise/sleep.drl' lies in none of advice, findings, tier; say --kind, one"
                + " of finding, tier, advice, disagreement");
    assertThat(tree()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "over-65-years,       advice/a.drl,        '',             holds a number; cut-offs move",
    "assess-sleep-apnoea, advice/a.drl,        '',             stands in advice/pressure-lipids",
    "new-rule,            ../a.drl,            '',             is no file for a rule",
    "new-rule,            /tmp/a.drl,          '',             is no file for a rule",
    "new-rule,            advice/A.drl,        '',             is no file for a rule",
    "new-rule,            advice/a.txt,        '',             is no file for a rule",
    "new-rule,            findings/ranges.drl, full,           has 12 rules and is full",
    "new-rule,            advice/a.drl,        do:sleep,       no action 'do'; the nearest is 'hold'",
    "new-rule,            advice/a.drl,        counsel,        write two words with one colon",
    "new-rule,            advice/a.drl,        counsel:a b,    is no target",
    "new-rule,            advice/a.drl,        hold:AGENT,     needs a condition such as --on agent",
    "new-rule,            tier/a.drl,          HIGH-99,        the nearest is 'HIGH-9'",
    "new-rule,            findings/a.drl,      Some Code,      is no code of a finding",
    "hba1c-falls,         advice/a.drl,        do:x,           no action 'do'",
  })
  void what_cannot_be_used_is_refused(String id, String file, String concludes, String message)
      throws IOException {
    if (concludes.equals("full")) {
      fill(rules.resolve(file));
    }
    List<String> before = tree();
    CommandRun run =
        concludes.isEmpty() || concludes.equals("full")
            ? rule(id, "--file", file)
            : rule(id, "--file", file, "--concludes", concludes);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(tree()).isEqualTo(before);
  }

  private static void fill(Path file) throws IOException {
    StringBuilder text = new StringBuilder("package org.homeostat.rules.findings.ranges;\n");
    for (String name : "a b c d e f g h i j k l".split(" ")) {
      text.append("rule \"").append(name).append("\"\nwhen\nthen\nend\n");
    }
    Files.writeString(file, text);
  }

  @Test
  void existing_case_is_not_overwritten_and_the_rule_not_written() throws IOException {
    Files.createDirectories(cases);
    Path there = Files.writeString(cases.resolve("new-rule--silent-example.json"), "mine");
    List<String> before = tree();

    CommandRun run = rule("new-rule", "--file", "advice/new.drl");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(there + " is there already; choose another name");
    assertThat(tree()).isEqualTo(before);
    assertThat(there).hasContent("mine");
  }

  @Test
  void place_that_cannot_be_written_leaves_nothing_behind() throws IOException {
    Files.writeString(rules.resolve("advice/blocked"), "a file where a folder is wanted");
    List<String> before = tree();

    CommandRun run = rule("new-rule", "--file", "advice/blocked/new.drl");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("cannot write " + rules.resolve("advice/blocked/new.drl"), "nothing was written");
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void read_only_folder_leaves_nothing_behind() throws IOException {
    Path advice = rules.resolve("advice");
    Files.setPosixFilePermissions(advice, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(advice), "this user may write anywhere");
    List<String> before = tree();

    CommandRun run = rule("new-rule", "--file", "advice/new.drl");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("access is denied", "nothing was written");
    assertThat(tree()).isEqualTo(before);
    Files.setPosixFilePermissions(advice, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void folder_without_tables_and_file_that_is_no_drl_are_told() throws IOException {
    Path broken = rules.resolve("advice/broken.drl");
    Files.writeString(broken, "package org.homeostat.rules.advice.broken;\nrule \"x\nwhen");
    CommandRun noDrl = rule("new-rule", "--file", "advice/new.drl");
    rules = Files.createDirectories(folder.resolve("empty"));
    CommandRun noTables = rule("new-rule", "--file", "advice/new.drl");
    rules = folder.resolve("absent");
    CommandRun absent = rule("new-rule", "--file", "advice/new.drl");

    assertThat(noDrl.code()).isEqualTo(2);
    assertThat(noDrl.err()).contains("advice/broken.drl");
    assertThat(noTables.code()).isEqualTo(2);
    assertThat(noTables.err()).contains("cutoffs");
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("is no folder");
    assertThat(cases).doesNotExist();
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<String> tree = new ArrayList<>();
      for (Path path : paths.sorted().toList()) {
        tree.add(path + (Files.isRegularFile(path) ? ": " + Files.readString(path) : ""));
      }
      return tree;
    }
  }
}
