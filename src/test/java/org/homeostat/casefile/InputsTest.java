package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.advice.TierLevel;
import org.homeostat.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/** Nothing that a case gives is missing from the inputs of its advisory, tried on random files. */
class InputsTest {

  private static final Set<String> USES = Set.of("judged", "shown", "set-aside");
  private static final Knowledge KNOWLEDGE = TestData.BUNDLED.knowledge();

  private static void forEach(BiConsumer<List<Datum>, Advisory> check) {
    RandomAdvisories.ALL.forEach(pair -> check.accept(Datum.of(pair.file()), pair.advisory()));
  }

  @Test
  void random_files_reach_every_tier_that_does_not_need_all_to_be_normal() {
    Set<TierLevel> reached = EnumSet.noneOf(TierLevel.class);
    forEach((data, advisory) -> reached.add(advisory.tier().level()));

    assertThat(reached)
        .contains(TierLevel.STOP, TierLevel.HIGH, TierLevel.INDETERMINATE, TierLevel.MODERATE);
  }

  @Test
  void everything_given_is_told_in_the_text_of_an_input_at_its_place() {
    List<String> lost = new ArrayList<>();
    forEach(
        (data, advisory) -> {
          for (Input input : advisory.inputs()) {
            lost.addAll(untold(data, input));
          }
          data.stream()
              .filter(d -> advisory.inputs().stream().noneMatch(i -> d.isCoveredBy(i.at())))
              .map(d -> d.at() + " " + d.value() + " stands in no input")
              .forEach(lost::add);
        });

    assertThat(lost).isEmpty();
  }

  /**
   * What an input covers and does not tell. Each word of the text tells one datum only, so that a
   * number is not taken for told because a date holds it.
   */
  private static List<String> untold(List<Datum> data, Input input) {
    List<String> untold = new ArrayList<>();
    String text = Datum.readable(input.text());
    List<Datum> covered =
        data.stream()
            .filter(datum -> datum.isCoveredBy(input.at()))
            .sorted(Comparator.comparing(d -> -d.words(KNOWLEDGE).length()))
            .toList();
    for (Datum datum : covered) {
      Matcher told = whole(datum.words(KNOWLEDGE)).matcher(text);
      if (told.find()) {
        text = told.replaceFirst("|");
      } else {
        untold.add(datum.at() + " " + datum.value() + " is not told by: " + input.text());
      }
    }
    return untold;
  }

  private static Pattern whole(String words) {
    return Pattern.compile("(?<![a-z0-9.])" + Pattern.quote(words) + "(?![a-z0-9]|[.][0-9])");
  }

  @Test
  void no_input_stands_without_a_datum() {
    forEach(
        (data, advisory) ->
            assertThat(advisory.inputs())
                .allSatisfy(i -> assertThat(data).anyMatch(d -> d.isCoveredBy(i.at())))
                .extracting(Input::at)
                .doesNotHaveDuplicates());
  }

  @Test
  void what_is_set_aside_names_its_finding_and_nothing_else_does() {
    forEach(
        (data, advisory) ->
            assertThat(advisory.inputs())
                .allSatisfy(
                    input -> {
                      assertThat(input.use()).isIn(USES);
                      assertThat(input.finding() != null)
                          .isEqualTo(input.use().equals("set-aside"));
                      if (input.finding() != null) {
                        assertThat(advisory.dataQuality())
                            .anyMatch(
                                q -> q.at().equals(input.at()) && q.code().equals(input.finding()));
                      }
                    }));
  }
}
