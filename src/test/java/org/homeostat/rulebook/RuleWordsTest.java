package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in plain English: every bundled one, and what any rule in form may say. */
class RuleWordsTest {

  private static final RuleWords WORDS = RuleWords.of(TestData.BUNDLED.knowledge());
  private static final Pattern DRL =
      Pattern.compile("[$={}]|\\((code|agent)\\b|\\bnull\\b|[a-z][A-Z]|\\b(\\w+) \\2 \\2\\b");
  private static final Pattern NAMES = Pattern.compile("HbA1c|eGFR|TyG|mg/dL");

  @Test
  void every_bundled_rule_has_phrases_of_its_own_and_no_rule_language() {
    List<String> amiss = new ArrayList<>();
    for (RuleOutline rule : outlines()) {
      WORDS.unphrased(rule).forEach(key -> amiss.add(rule.id() + " has no phrase for " + key));
      Stream.concat(WORDS.conditions(rule).stream(), Stream.of(WORDS.conclusion(rule)))
          .filter(text -> text.isBlank() || DRL.matcher(NAMES.matcher(text).replaceAll("")).find())
          .forEach(text -> amiss.add(rule.id() + ": " + text));
    }

    assertThat(outlines()).hasSize(TestData.BUNDLED.descriptions().size());
    assertThat(amiss).isEmpty();
  }

  @Test
  void each_condition_has_its_sentence() {
    List<String> amiss = new ArrayList<>();
    for (RuleOutline rule : outlines()) {
      if (WORDS.conditions(rule).size() != rule.conditions().size()) {
        amiss.add(rule.id());
      }
      for (int i = 0; i < rule.conditions().size(); i++) {
        String words = WORDS.condition(rule, i);
        boolean absence = words.matches("there is no .*|nothing .*|.* has no schedule .*");
        if (rule.conditions().get(i).absence() != absence) {
          amiss.add(rule.id() + ": " + words);
        }
      }
    }

    assertThat(amiss).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          value-in-prediabetes-range | 0 | there is a newest, current value of a test
          value-in-prediabetes-range | 1 | that value is at or above the cut-off of that test for prediabetes
          value-in-prediabetes-range | 2 | that value is below the cut-off of that test for diabetes
          value-in-prediabetes-range | 3 | there is no diagnosis of type 1 diabetes
          review-incretin-at-low-kidney-function | 1 | that value is below the cut-off of eGFR for a low value
          haematocrit-above-limit | 1 | that value is above the cut-off of haematocrit for a value above the limit
          discuss-dual-pathway | 2 | there is a planned or current use B of an agent that is or can be at one time with use A
          pregnancy-with-incretin-not-for-diabetes | 1 | there is a planned or current use of an agent for another indication than type 2 diabetes, or for none that is stated
          recent-diabetogenic-drug | 1 | the last day of that medication, if it has one, lies at most 3 months back
          psa-rise-within-a-year | 3 | value A lies above value B by more than the cut-off of PSA for a rise
          repeat-single-diabetes-range-test | 1 | there is no finding, for something other than that test, of a value in the diabetes range
          value-above-usual-range | 1 | that value lies beyond the cut-off of that test for a value above range, and its laboratory gave no upper end of a range
          homa-ir-from-fasting-draw | 1 | there is a value of fasting glucose whose unit is not in doubt and of the same draw as that value of fasting insulin
          """)
  void condition_says_what_it_asks(String rule, int index, String words) {
    assertThat(WORDS.condition(TestData.BUNDLED.queries().outlines().get(rule), index))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          discuss-dual-pathway | advice to discuss dual pathway
          hold-planned-agent-at-high-risk | advice to hold the agent in question
          prediabetes-alone | tier moderate by MOD-2 (prediabetes range alone)
          rise-from-baseline | a finding of a rise on treatment, about what the conditions name
          documents-disagree-on-insulin-sensitivity | a disagreement on insulin sensitivity between the two documents
          """)
  void conclusion_says_what_follows(String rule, String words) {
    assertThat(WORDS.conclusion(TestData.BUNDLED.queries().outlines().get(rule))).isEqualTo(words);
  }

  /** Rules of others may ask for what no bundled rule does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      textBlock =
          """
          UsableObservation( value.uom == "kg", !newest ) % there is a value of a test whose value uom is kg and that is not the newest
          Condition( code == "pcos" || onset != null ) % there is a diagnosis of a condition of which one holds at least: of polycystic ovary syndrome; whose onset is given
          not ( Symptom( code not in ( "vomiting", "nausea" ) ) ) % there is no report of a symptom whose code is not vomiting or nausea
          exists Goal( code == "sleep" ) % there is a goal of the patient (sleep)
          $all : List( size != 0 ) from accumulate( $x : Symptom( code == "nausea" ), collectList( $x ) ) % there is a list with another number of entries than 0, of every case in which there is a report of nausea
          Agent( groups contains "oral", !( longActing ) ) % an agent of the catalogue whose groups have oral and is not long-acting
          eval( 1 == 1 ) % something is asked that leaves the form of rules: see how it is written
          ( Symptom( code == "a" ) or Symptom( code == "b" ) ) % something is asked that leaves the form of rules: see how it is written
          """)
  void condition_without_a_phrase_can_still_be_read(String text, String words) {
    RuleOutline.Asked asked =
        new RuleOutline.Asked(1, text, false, false, false, false, List.of(), List.of(), List.of());
    RuleOutline rule =
        new RuleOutline("own", "own.drl", 1, List.of(asked), "Advice", Arrays.asList("hold", null));

    assertThat(WORDS.condition(rule, 0)).isEqualTo(words).doesNotContainPattern(DRL);
  }

  /** A phrase that no type or member can use is a slip of the pen. */
  @Test
  void phrases_are_about_types_and_members_that_there_are() {
    Set<String> unknown = new TreeSet<>();
    for (String key : Phrases.keys()) {
      String[] parts = key.split("\\.");
      Class<?> type = FactTypes.ALL.get(parts[0]);
      if (type != null && Character.isLowerCase(parts[1].charAt(0)) && !isOfType(parts[1])) {
        if (!FactTypes.members(type).containsKey(parts[1])) {
          unknown.add(key);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean isOfType(String part) {
    return Set.of("some", "none", "open", "subject", "known", "noun", "identity").contains(part);
  }

  private static List<RuleOutline> outlines() {
    return List.copyOf(TestData.BUNDLED.queries().outlines().values());
  }
}
