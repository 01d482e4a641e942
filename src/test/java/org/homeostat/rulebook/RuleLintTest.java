package org.homeostat.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are not in form are refused, with the place and the way out. */
class RuleLintTest {

  private static final String RULE =
      """
      package org.homeostat.rules.custom.thing;

      import java.util.List;
      import org.homeostat.fact.Condition;
      import org.homeostat.fact.Finding;
      import org.homeostat.fact.UsableObservation;
      import static org.homeostat.quantity.Formulas.difference;

      rule "recorded-thing"
          @guidance( "S1" )
          @text( "thing" )
          @source( "tier-policy" )
          @reviewed( "2026-11-21" )
      when
          $first : UsableObservation( $value : value )
          %s
          $list : List( size == 1 ) from accumulate(
              $other : Condition( code == "pcos" ),
              collectList( $other ) )
      then
          insertLogical( new Finding( "thing", "", difference( $value, $value ) ) );
      end
      """;

  static Stream<BadRules> badRules() {
    return Stream.of("rules", "hostile", "compile").flatMap(folder -> BadRules.in(folder).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRules")
  void refuses_what_is_not_in_form(BadRules bad) {
    assertThat(diagnostics(bad.files()))
        .anySatisfy(found -> assertThat(found.toString()).contains(bad.mustSay()))
        .allSatisfy(
            found -> {
              assertThat(found.file()).isEqualTo(bad.path());
              assertThat(found.remedy()).isNotBlank();
              assertThat(found.line() > 0 || found.check() == Check.FILE_LENGTH).isTrue();
            });
  }

  @Test
  void a_file_that_cannot_be_parsed_does_not_hide_the_others() {
    SortedMap<String, String> files = new TreeMap<>();
    BadRules.in("rules").forEach(bad -> files.putAll(bad.files()));

    assertThat(diagnostics(files).stream().map(Diagnostic::file).distinct())
        .containsExactlyElementsOf(files.keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "$x : UsableObservation( code == \"bmi\", newest, current, $code : code )",
        "$x : UsableObservation( code in ( \"bmi\", \"hba1c\" ), date != $first.date )",
        "$x : UsableObservation( this != $first, !unitDoubtful && ( newest || current ) )",
        "$x : UsableObservation( sameDraw( $first ), value.isSameAs( $value ) )",
        "$x : UsableObservation( value.isSameAs( difference( $value, reference ) ), range != null )",
        "not UsableObservation( code not in ( \"bmi\", \"hba1c\" ), $at : at, at == $at )",
        "exists Condition( code == \"obesity\" )"
      })
  void takes_facts_components_methods_and_formulas(String condition) {
    String rule = RULE.formatted(condition);
    String absent = condition.startsWith("not") ? "@absent( \"it\" )\n    @source" : "@source";

    assertThat(
            diagnostics(
                new TreeMap<>(Map.of("custom/thing.drl", rule.replaceFirst("@source", absent)))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "$x : UsableObservation( code.length() == 1 ) % 'length' of a text reaches beyond",
        "$x : UsableObservation( date.isAfter( date ) ) % 'isAfter' of a LocalDate reaches beyond",
        "$x : UsableObservation( hashCode() == 1 ) % 'hashCode' of a UsableObservation reaches",
        "$x : UsableObservation( notify() ) % 'notify' of a UsableObservation reaches beyond",
        "$x : UsableObservation( answered( at, code, value, date, text ) ) % 'answered' of a",
        "$x : UsableObservation( newest == \"yes\" ) % compares yes or no with text",
        "$x : UsableObservation( code contains \"a\" ) % looks into a text, which is no list",
        "$x : UsableObservation( value.isSameAs() ) % it takes (Quantity)",
        "x : UsableObservation( newest ) % the variable 'x' has no $",
        "$x : UsableObservation( code : code ) % the variable 'code' has no $",
        "$x : UsableObservation( homaIr( value, value ) != null ) % Formulas.homaIr",
        "$x : UsableObservation( code == \"a\" || in ( \"b\" ) ) % half constraint",
        "$x : UsableObservation( code == ) % ')' is not expected here",
        "$x : UsableObservation( \"bmi\"; ) % by position",
        "$x : UsableObservation( code == \"a\" ) UsableObservation() % two patterns stand on line",
        "not UsableObservation( $at : at, at == $at ) UsableObservation( at == $at ) % $at is not"
      })
  void says_what_reaches_beyond(String condition, String mustSay) {
    assertThat(diagnostics(new TreeMap<>(Map.of("custom/thing.drl", RULE.formatted(condition)))))
        .anySatisfy(found -> assertThat(found.toString()).contains(mustSay));
  }

  @Test
  void a_rule_that_nests_beyond_the_stack_is_a_diagnostic() {
    String rule = RULE.formatted("$x : Condition( " + "!".repeat(200_000) + " newest )");

    assertThat(diagnostics(new TreeMap<>(Map.of("custom/thing.drl", rule))))
        .anySatisfy(found -> assertThat(found.message()).contains("nests too deeply"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom/new.drl", "custom/2-things.drl", "custom/a thing.drl"})
  void a_path_that_makes_no_package_is_named(String path) {
    assertThat(diagnostics(new TreeMap<>(Map.of(path, RULE.formatted("")))))
        .anySatisfy(found -> assertThat(found.message()).contains("makes no package"));
  }

  @Test
  void noise_is_told_briefly() {
    String noise = "\0".repeat(100_000);

    assertThat(diagnostics(new TreeMap<>(Map.of("custom/thing.drl", noise)))).hasSizeBetween(1, 20);
  }

  @Test
  void a_long_chain_of_rules_is_followed_to_its_end() {
    SortedMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < 3_000; i++) {
      files.put("chain/f" + i + ".drl", link(i, "$x : Finding( code == \"n" + (i + 1) + "\" )"));
    }
    files.put("chain/f3000.drl", link(3_000, "not Finding( code == \"n0\" )"));

    assertThat(diagnostics(files))
        .filteredOn(found -> found.check() == Check.NOT_STRATIFIED)
        .singleElement()
        .satisfies(found -> assertThat(found.file()).isEqualTo("chain/f3000.drl"));
  }

  private static String link(int number, String condition) {
    return """
    package org.homeostat.rules.chain.f%1$d;
    import org.homeostat.fact.Finding;
    rule "link-%1$d"
    when
        %2$s
    then
        insertLogical( new Finding( "n%1$d" ) );
    end
    """
        .formatted(number, condition);
  }

  private static List<Diagnostic> diagnostics(SortedMap<String, String> files) {
    return RuleLint.diagnostics(files, TestData.BUNDLED.knowledge());
  }
}
