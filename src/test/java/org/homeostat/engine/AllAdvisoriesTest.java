package org.homeostat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every advisory: of the cases of the project, and of random ones. */
@Tag("slow")
class AllAdvisoriesTest {

  /** The lines of the table of the contract that says what follows from what. */
  private static final List<String> VOCABULARY =
      List.of(
          "avoid:AGENT",
          "stop:AGENT",
          "hold:AGENT",
          "review:AGENT",
          "refer:oncology",
          "refer:obstetrics",
          "refer:endocrinology",
          "refer:paediatric-endocrinology",
          "refer:genetics",
          "refer:ophthalmology",
          "refer:acute-care",
          "refer:urology",
          "discuss:incretin-option",
          "counsel:lifestyle",
          "assess:diabetes-diagnosis",
          "repeat:fasting-glucose",
          "repeat:hba1c",
          "measure:ogtt-2h-glucose",
          "repeat:igf-1",
          "assess:overexposure",
          "repeat:cortisol-morning",
          "repeat:prolactin",
          "repeat:haematocrit",
          "review:duplicate-class",
          "review:hypoglycaemia",
          "assess:fluid-retention",
          "measure:fasting-glucose",
          "measure:fasting-insulin",
          "assess:family-history",
          "assess:lifestyle-history",
          "discuss:insulin-sensitivity",
          "discuss:pulsatility",
          "verify:agent-identity",
          "discuss:dual-pathway",
          "discuss:feedback-bypass",
          "review:dosing-schedule",
          "discuss:off-label-use",
          "discuss:regulation",
          "verify:product-source",
          "assess:cancer-screening",
          "discuss:evidence-horizon",
          "assess:pituitary-function",
          "assess:pituitary-reserve",
          "measure:tsh",
          "measure:free-t4",
          "repeat:tsh",
          "repeat:free-t4",
          "review:thyroid-replacement",
          "measure:cortisol-morning",
          "measure:prolactin",
          "assess:gonadal-axis",
          "repeat:psa",
          "review:hexarelin",
          "assess:post-therapy-follow-up",
          "assess:retinal-exam",
          "discuss:contraception",
          "assess:gestational-diabetes",
          "assess:pregnancy",
          "assess:blood-pressure",
          "assess:lipids",
          "assess:sleep-apnoea",
          "repeat:triglycerides",
          "discuss:anti-doping",
          "measure:egfr",
          "repeat:egfr",
          "hold:testosterone",
          "review:testosterone",
          "avoid:somatropin",
          "stop:somatropin",
          "measure:vat");

  private static final Set<String> GIVEN = new TreeSet<>();
  private static final Set<String> FAULTS = new TreeSet<>();
  private static final List<String> CONTRADICTIONS = new ArrayList<>();
  private static final Set<String> WITHOUT_EVIDENCE = new TreeSet<>();
  private static final Set<String> UNKNOWN_SOURCES = new TreeSet<>();
  private static final Set<String> X_WITHOUT_MARK = new TreeSet<>();
  private static int count;

  @BeforeAll
  static void look() {
    WholeAdvisories.each(AllAdvisoriesTest::look);
  }

  private static void look(Advisory advisory) {
    count++;
    advisory.recommendations().stream().map(Recommendation::id).forEach(GIVEN::add);
    Language.own(advisory).distinct().forEach(s -> FAULTS.addAll(Language.faults(s)));
    CONTRADICTIONS.addAll(Contradictions.of(advisory));
    advisory.recommendations().stream()
        .filter(line -> line.evidence().isEmpty() || line.guidance().isEmpty())
        .forEach(line -> WITHOUT_EVIDENCE.add(line.id()));
    advisory
        .options()
        .filter(o -> o.evidence().isEmpty())
        .forEach(o -> WITHOUT_EVIDENCE.add(o.code()));
    advisory.monitoring().stream()
        .filter(line -> line.guidance().isEmpty())
        .forEach(line -> WITHOUT_EVIDENCE.add("monitoring " + line.code()));
    advisory.disagreements().stream()
        .filter(dispute -> dispute.evidence().isEmpty())
        .forEach(dispute -> WITHOUT_EVIDENCE.add(dispute.topic()));
    Set<String> sources = new TreeSet<>();
    advisory.sources().stream().map(Citation::id).forEach(sources::add);
    advisory.proofs().forEach(proof -> cited(proof, sources));
    advisory
        .evidence()
        .filter(e -> e.grade().equals("X") && !e.note().contains("no traceable source (X)"))
        .map(Evidence::guidance)
        .forEach(X_WITHOUT_MARK::add);
  }

  private static void cited(Proof proof, Set<String> sources) {
    if (proof instanceof Proof.Step step) {
      step.source().stream().filter(id -> !sources.contains(id)).forEach(UNKNOWN_SOURCES::add);
      step.from().forEach(child -> cited(child, sources));
    } else if (proof instanceof Proof.Row row) {
      row.source().stream().filter(id -> !sources.contains(id)).forEach(UNKNOWN_SOURCES::add);
    }
  }

  @Test
  void there_are_many() {
    assertThat(count).isGreaterThan(3000);
  }

  @Test
  void every_line_of_the_vocabulary_is_given_in_some_case() {
    Set<String> agents = new TreeSet<>(TestData.BUNDLED.knowledge().codes("agent"));

    assertThat(VOCABULARY)
        .allSatisfy(
            line ->
                assertThat(GIVEN)
                    .as(line)
                    .anyMatch(
                        id ->
                            line.endsWith(":AGENT")
                                ? id.startsWith(line.substring(0, line.indexOf(':') + 1))
                                    && agents.contains(id.substring(id.indexOf(':') + 1))
                                : id.equals(line)));
  }

  @Test
  void no_advisory_holds_two_lines_that_cannot_both_be_followed() {
    assertThat(CONTRADICTIONS).isEmpty();
  }

  @Test
  void our_sentences_keep_the_rules_of_language() {
    assertThat(FAULTS).isEmpty();
  }

  @Test
  void every_line_names_statements_and_evidence() {
    assertThat(WITHOUT_EVIDENCE).isEmpty();
  }

  @Test
  void everything_that_is_cited_stands_among_the_sources() {
    assertThat(UNKNOWN_SOURCES).isEmpty();
  }

  @Test
  void what_rests_on_a_document_alone_says_so() {
    assertThat(X_WITHOUT_MARK).isEmpty();
  }
}
