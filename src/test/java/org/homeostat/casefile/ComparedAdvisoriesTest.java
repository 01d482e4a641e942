package org.homeostat.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Cause;
import org.homeostat.advice.Change;
import org.homeostat.advice.Change.Kind;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Comparison;
import org.homeostat.knowledge.NamedSubjects;
import org.junit.jupiter.api.Test;

/** What holds of any two advisories beside each other, tried on those of random files. */
class ComparedAdvisoriesTest {

  private static final NamedSubjects SUBJECTS = new NamedSubjects(TestData.BUNDLED.knowledge());

  private static Changes compared(Advisory earlier, Advisory present) {
    return Comparison.of(earlier, present, SUBJECTS);
  }

  private static void forPairs(BiConsumer<Advisory, Advisory> check) {
    List<RandomAdvisories.Pair> all = RandomAdvisories.ALL;
    IntStream.range(1, all.size())
        .forEach(i -> check.accept(all.get(i - 1).advisory(), all.get(i).advisory()));
  }

  private static Set<String> names(Changes changes, Kind kind) {
    return changes.of(kind).stream()
        .map(change -> change.about().code() + " " + change.id() + " " + change.aspect())
        .collect(Collectors.toSet());
  }

  @Test
  void advisory_beside_itself_has_no_changes() {
    assertThat(RandomAdvisories.ALL)
        .extracting(RandomAdvisories.Pair::advisory)
        .allSatisfy(advisory -> assertThat(compared(advisory, advisory).changes()).isEmpty());
  }

  @Test
  void way_back_turns_new_into_gone_and_worse_into_better() {
    forPairs(
        (a, b) -> {
          Changes there = compared(a, b);
          Changes back = compared(b, a);
          assertThat(names(there, Kind.NEW)).isEqualTo(names(back, Kind.GONE));
          assertThat(names(there, Kind.WORSE)).isEqualTo(names(back, Kind.BETTER));
          assertThat(names(there, Kind.CHANGED)).isEqualTo(names(back, Kind.CHANGED));
        });
  }

  @Test
  void every_change_has_causes_and_every_cause_is_true() {
    forPairs(
        (a, b) ->
            compared(a, b).changes().stream()
                .map(Change::causes)
                .peek(causes -> assertThat(causes).isNotEmpty().doesNotHaveDuplicates())
                .flatMap(List::stream)
                .forEach(cause -> assertThat(isTrue(cause, a, b)).as(cause.sentence()).isTrue()));
  }

  private static boolean isTrue(Cause cause, Advisory earlier, Advisory present) {
    return switch (cause.kind()) {
      case NOW_GIVEN, NEW -> !gives(earlier, cause.text());
      case NO_LONGER_GIVEN -> !gives(present, cause.text());
      case TIME -> !earlier.asOf().equals(present.asOf());
      case RULES, PROGRAM -> false;
      case SUPERSEDED -> recommends(present, cause.text());
      case NO_LONGER_SUPERSEDED -> recommends(earlier, cause.text());
      case ENDED -> recommends(present, cause.text()) && !recommends(earlier, cause.text());
      case IN_PLACE_OF -> hasReason(earlier, cause.text()) && !hasReason(present, cause.text());
      case GAVE_WAY -> hasReason(present, cause.text()) && !hasReason(earlier, cause.text());
      case COUNTS_NOW, SET_ASIDE, OTHER_INPUTS, NONE -> true;
    };
  }

  private static boolean gives(Advisory advisory, String text) {
    return advisory.inputs().stream().anyMatch(input -> input.text().equals(text));
  }

  private static boolean recommends(Advisory advisory, String id) {
    return advisory.recommendations().stream().anyMatch(r -> r.id().equals(id));
  }

  private static boolean hasReason(Advisory advisory, String id) {
    return advisory.tier().reasons().stream().anyMatch(reason -> reason.id().equals(id));
  }
}
