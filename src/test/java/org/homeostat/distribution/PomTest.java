package org.homeostat.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the project drags in: little for an embedder, and each dependency with its reason. */
class PomTest {

  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

  private static List<String> dependencies() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String declared = pom.substring(pom.indexOf("</dependencyManagement>"));
    return DEPENDENCY.matcher(declared).results().map(PomTest::body).toList();
  }

  private static String body(MatchResult dependency) {
    return dependency.group(1);
  }

  private static String artifact(String dependency) {
    return dependency.replaceAll("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1");
  }

  @Test
  void embedding_drags_in_drools_and_jackson_only() throws IOException {
    assertThat(dependencies())
        .filteredOn(d -> !d.contains("<optional>true") && !d.contains("<scope>"))
        .extracting(PomTest::artifact)
        .containsExactlyInAnyOrder(
            "drools-core",
            "kie-api",
            "drools-tms",
            "drools-canonical-model",
            "drools-model-compiler",
            "jackson-databind");
  }

  @Test
  void every_dependency_has_its_reason() throws IOException {
    assertThat(dependencies()).isNotEmpty().allSatisfy(d -> assertThat(d).contains("<!-- "));
  }
}
