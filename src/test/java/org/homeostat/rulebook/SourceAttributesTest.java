package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeostat.TestData;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.rulebook.SourceAttributes.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source attributes of the rule set and of rules, and when a review is overdue. */
class SourceAttributesTest {

  private static final SourceAttributes ATTRIBUTES = SourceAttributes.of(TestData.BUNDLED);

  @Test
  void every_rule_and_the_rule_set_have_all_thirteen() {
    List<Integer> numbers = IntStream.rangeClosed(1, 13).boxed().toList();

    assertThat(ATTRIBUTES.ofRuleSet()).extracting(Attribute::number).isEqualTo(numbers);
    for (String rule : TestData.BUNDLED.descriptions().keySet()) {
      List<Attribute> attributes = ATTRIBUTES.of(rule);
      assertThat(attributes).as(rule).extracting(Attribute::number).isEqualTo(numbers);
      assertThat(attributes).as(rule).noneMatch(attribute -> attribute.text().isBlank());
    }
  }

  @Test
  void intended_use_says_what_is_known_and_unknown() {
    assertThat(ATTRIBUTES.intendedUse())
        .extracting(SourceAttributes.Part::name)
        .contains("Purpose", "Users", "Patients", "Inputs", "Logic", "Evidence", "Limit");
    assertThat(ATTRIBUTES.intendedUse())
        .anyMatch(part -> part.text().startsWith("No clinical validation"))
        .anyMatch(part -> part.text().startsWith("Not for emergencies"));
  }

  /** What they use: 5 race, 6 ethnicity, 10 sex, 11 date of birth, 13 health status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bmi-at-obesity-cut-off | 5 6 11 13
          waist-at-cut-off | 5 6 10 11 13
          central-obesity-as-risk | 5 6 10 11 13
          childbearing-potential | 10 11 13
          incretin-under-age | 11
          incretin-in-pregnancy | 13
          smoking | 13
          discuss-pulsatility-with-dac | ''
          recorded-type-2-diabetes | ''
          """)
  void use_of_data_follows_from_what_a_rule_reads(String rule, String used) {
    String found =
        ATTRIBUTES.of(rule).stream()
            .filter(attribute -> attribute.number() > 4 && attribute.used())
            .map(attribute -> "" + attribute.number())
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          waist-at-cut-off | 5 | As ancestry, which is no standard race code: it compares with cut-offs that ancestry chooses (waist)
          waist-at-cut-off | 10 | it compares with cut-offs that the sex chooses (waist)
          central-obesity-as-risk | 10 | rules that feed it do: waist-at-cut-off
          childbearing-potential | 10 | it asks for sex
          incretin-under-age | 11 | As age: it asks for age
          smoking | 13 | it asks for smoking
          smoking | 12 | Not used
          """)
  void use_of_data_is_told_with_its_way(String rule, int number, String text) {
    assertThat(ATTRIBUTES.of(rule).get(number - 1).text()).isEqualTo(text);
  }

  @Test
  void citations_are_those_of_the_rule_and_of_its_statements() {
    List<Attribute> attributes = ATTRIBUTES.of("discuss-pulsatility-with-dac");

    assertThat(attributes.get(0).text()).contains("[secondary]").contains("Ionescu");
    assertThat(attributes.get(1).text()).startsWith("The Homeostat project");
    assertThat(attributes.get(2).text()).contains("None is declared");
    assertThat(attributes.get(3).text()).isEqualTo("Reviewed 2026-11-21, again by 2027-11-20");
  }

  @ParameterizedTest
  @CsvSource({"364, 0", "365, 1", "366, 1"})
  void rule_is_overdue_after_364_days(int days, int overdue) {
    LocalDate reviewed = LocalDate.of(2026, 11, 21);
    List<String> found = TestData.BUNDLED.overdueForReview(reviewed.plusDays(days));

    assertThat(found).isSorted();
    assertThat(found.contains("smoking")).isEqualTo(overdue == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attributes funding | 'ruleset /attributes: ''funding'' is missing'
          intendedUse unknowns | 'ruleset /intendedUse: ''unknowns'' is missing'
          attributes | 'ruleset: ''attributes'' is missing'
          """)
  void rule_set_without_a_member_is_refused_with_its_place(String path, String problem) {
    ObjectNode tables = RuleFiles.read(Path.of("rules")).tables().deepCopy();
    List<String> members = Arrays.asList(path.split(" "));
    ObjectNode at = (ObjectNode) tables.get("ruleset");
    for (String member : members.subList(0, members.size() - 1)) {
      at = (ObjectNode) at.get(member);
    }
    at.remove(members.get(members.size() - 1));

    assertThat(Knowledge.problems(tables))
        .anySatisfy(found -> assertThat(found).hasToString(problem));
  }
}
