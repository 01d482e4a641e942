package org.homeostat.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as a user has it: other folders, other processes. */
class DistributionIT {

  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

  /** What an embedder's build brings along; anything more is a cost to every embedder. */
  private static final List<String> EMBEDDED =
      List.of(
          "commons-codec",
          "drools-base",
          "drools-canonical-model",
          "drools-core",
          "drools-kiesession",
          "drools-model-compiler",
          "drools-tms",
          "drools-util",
          "drools-wiring-api",
          "drools-wiring-static",
          "homeostat",
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "kie-api",
          "kie-internal",
          "kie-memory-compiler",
          "kie-util-maven-support",
          "kie-util-xml",
          "slf4j-api");

  @TempDir Path folder;

  record Result(int code, String out, String err) {}

  private Result run(List<String> command) throws IOException, InterruptedException {
    return run(command, "");
  }

  private Result run(List<String> command, String javaOptions)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("HOMEOSTAT_JAVA_OPTS", javaOptions);
    int code = builder.start().waitFor();
    return new Result(code, Files.readString(out), Files.readString(err));
  }

  private static String homeostat() {
    return DIST.resolve("bin/homeostat").toString();
  }

  @Test
  void runs_from_any_folder_with_the_rules_bundled() throws Exception {
    Result example = run(List.of(homeostat(), "example"));
    Files.writeString(folder.resolve("case.json"), example.out());
    Result advice = run(List.of(homeostat(), "advise", "case.json"));

    assertThat(advice.code()).isZero();
    assertThat(advice.out()).contains("METABOLIC RISK TIER: HIGH", "hold:tesamorelin");
    assertThat(advice.err()).isEmpty();
  }

  @Test
  void runs_through_a_link_and_reads_rules_of_a_folder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("homeostat"), Path.of(homeostat()));
    Path stop = TestData.CASES.resolve("stop-1-planned-tesamorelin.json").toAbsolutePath();
    String rules = TestData.RULES.toAbsolutePath().toString();
    List<String> plain = List.of(link.toString(), "advise", "--format", "json", stop.toString());
    List<String> withRules = new ArrayList<>(plain);
    withRules.addAll(List.of("--rules", rules));

    assertThat(run(withRules)).isEqualTo(run(plain));
  }

  @Test
  void tests_cases_and_talks_of_the_time_only() throws Exception {
    Result result = run(List.of(homeostat(), "test", TestData.CASES.toAbsolutePath().toString()));

    int cases = TestData.files(TestData.CASES).size();
    assertThat(result.out()).isEqualTo(cases + " cases: " + cases + " passed\n");
    assertThat(result.err()).matches("homeostat: [0-9]+ cases in [0-9.]+ s, [0-9]+ a second\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void bad_input_leaves_with_exit_code_2() throws Exception {
    Result result = run(List.of(homeostat(), "advise", "no-such.json"));

    assertThat(result).isEqualTo(new Result(2, "", "homeostat: no-such.json: does not exist\n"));
  }

  @Test
  void embedding_needs_drools_and_jackson_and_no_compiler() throws Exception {
    Result result =
        run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                embeddedClassPath(),
                EmbeddingExample.class.getName(),
                TestData.CASES
                    .resolve("stop-1-planned-tesamorelin.json")
                    .toAbsolutePath()
                    .toString()));

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("\"level\" : \"stop\"", "\"avoid:tesamorelin\"");
  }

  private static String embeddedClassPath() throws IOException {
    try (Stream<Path> jars = Files.list(DIST.resolve("lib"))) {
      String path =
          jars.filter(jar -> EMBEDDED.contains(artifact(jar)))
              .map(Path::toString)
              .collect(Collectors.joining(":"));
      return path + ":" + Path.of("target", "test-classes").toAbsolutePath();
    }
  }

  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceAll("-\\d.*", "");
  }

  @Test
  void distribution_holds_no_test_library() throws IOException {
    try (Stream<Path> jars = Files.list(DIST.resolve("lib"))) {
      assertThat(jars.map(DistributionIT::artifact))
          .containsAll(EMBEDDED)
          .doesNotContain("junit-jupiter", "assertj-core", "archunit", "drools-model-codegen");
    }
  }

  @Test
  void locale_and_time_zone_of_the_machine_change_nothing() throws Exception {
    String example =
        TestData.CASES.resolve("prediabetes-planned-tesamorelin.json").toAbsolutePath().toString();
    List<String> command = List.of(homeostat(), "advise", "--format", "json", example);
    Result here = run(command);
    Result elsewhere =
        run(
            command,
            "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati"
                + " -Dfile.encoding=ISO-8859-1");

    assertThat(here.code()).isZero();
    assertThat(elsewhere).isEqualTo(here);
  }

  @Test
  void output_that_cannot_be_written_is_no_success() throws Exception {
    Result result =
        run(List.of("/bin/sh", "-c", "'" + homeostat() + "' example >/dev/full; echo $?"));

    assertThat(result.out()).isEqualTo("3\n");
    assertThat(result.err()).contains("could not be written");
  }
}
