package org.homeostat.rulebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.rulebook.WrittenCondition.Compares;
import org.homeostat.rulebook.WrittenCondition.Constraint;
import org.homeostat.rulebook.WrittenCondition.Path;
import org.homeostat.rulebook.WrittenCondition.Term;
import org.homeostat.rulebook.WrittenCondition.Text;
import org.homeostat.rulebook.WrittenCondition.Variable;

/**
 * Which data about the person a rule rests on: what it asks for, what chooses the rows of tables
 * that it can match, and the same of every rule that feeds it.
 */
final class DataUse {

  /** Data about the person whose use is told. */
  enum Datum {
    ANCESTRY,
    SEX,
    AGE,
    HEALTH_STATUS
  }

  private static final Map<String, Datum> ASKED =
      Map.of(
          "sex", Datum.SEX,
          "age", Datum.AGE,
          "pregnancy", Datum.HEALTH_STATUS,
          "smoker", Datum.HEALTH_STATUS,
          "alcohol", Datum.HEALTH_STATUS,
          "activity", Datum.HEALTH_STATUS,
          "pregnancy-test", Datum.HEALTH_STATUS);
  private static final Set<String> ASKS =
      Set.of("Answer", "UsableObservation", "UnusableObservation", "Examination");

  private final Knowledge knowledge;
  private final CodeWords codes;
  private final Map<String, RuleOutline> rules;
  private final Map<String, Map<Datum, SortedSet<String>>> direct = new HashMap<>();

  DataUse(Knowledge knowledge, Map<String, RuleOutline> rules) {
    this.knowledge = knowledge;
    this.codes = new CodeWords(knowledge);
    this.rules = rules;
    rules.values().forEach(rule -> direct.put(rule.id(), direct(rule)));
  }

  /** How the rule itself uses the datum, sorted; none where it does not. */
  SortedSet<String> byRule(String rule, Datum datum) {
    return direct.get(rule).getOrDefault(datum, new TreeSet<>());
  }

  /** The rules that feed it, directly or not, and use the datum themselves. */
  List<String> throughRules(String rule, Datum datum) {
    SortedSet<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(rule));
    while (!open.isEmpty()) {
      for (RuleOutline.Asked asked : rules.get(open.pop()).conditions()) {
        asked.feeders().stream().filter(seen::add).forEach(open::push);
      }
    }
    seen.remove(rule);
    return seen.stream().filter(feeder -> direct.get(feeder).containsKey(datum)).toList();
  }

  private Map<Datum, SortedSet<String>> direct(RuleOutline rule) {
    Map<Datum, SortedSet<String>> uses = new EnumMap<>(Datum.class);
    Map<String, Set<String>> bound = new HashMap<>();
    for (RuleOutline.Asked asked : rule.conditions()) {
      WrittenCondition written = WrittenCondition.of(asked.text());
      WrittenCondition condition = written.counted() == null ? written : written.counted();
      for (Constraint constraint : condition.constraints()) {
        constraint
            .bound()
            .ifPresent(
                path -> bound.put(constraint.variable(), literals(condition, path.name(), bound)));
      }
      for (Map.Entry<Datum, String> use : uses(condition, bound)) {
        uses.computeIfAbsent(use.getKey(), datum -> new TreeSet<>()).add(use.getValue());
      }
    }
    return uses;
  }

  private Collection<Map.Entry<Datum, String>> uses(
      WrittenCondition condition, Map<String, Set<String>> bound) {
    List<Map.Entry<Datum, String>> uses = new ArrayList<>();
    Set<String> asked = literals(condition, "code", bound);
    if (ASKS.contains(condition.type())) {
      asked.stream()
          .filter(ASKED::containsKey)
          .forEach(
              code ->
                  uses.add(
                      Map.entry(
                          ASKED.get(code),
                          "asks for " + codes.of(condition.type(), "code", code))));
    }
    switch (condition.type()) {
      case "Cutoff" -> cutoffs(condition, bound, uses);
      case "PaediatricUse" -> uses.add(Map.entry(Datum.AGE, "asks for the least age of a use"));
      case "CoreTest" ->
          rows(
              uses,
              Datum.SEX,
              "core data that the sex chooses",
              knowledge.tables().coreTests().stream()
                  .filter(row -> row.sex() != null && fits(asked).test(row.code()))
                  .map(Tables.CoreTestRow::name)
                  .toList());
      case "Checkpoint" ->
          rows(
              uses,
              Datum.SEX,
              "tests of the schedule that the sex chooses",
              knowledge.tables().schedule().stream()
                  .filter(row -> row.sex() != null && fits(asked).test(row.code()))
                  .map(row -> knowledge.name(row.code()))
                  .toList());
      case "Marker" -> {
        rows(uses, Datum.AGE, "reads changes that are told of adults only", markers(asked, true));
        rows(
            uses,
            Datum.HEALTH_STATUS,
            "reads changes that are not told in pregnancy",
            markers(asked, false));
      }
      case "UsableObservation", "UnusableObservation" -> interference(asked, false, uses);
      case "Interfering" -> interference(literals(condition, "analyte", bound), true, uses);
      default -> {
        // no other type has rows that are chosen by such data
      }
    }
    return uses;
  }

  private void cutoffs(
      WrittenCondition condition,
      Map<String, Set<String>> bound,
      List<Map.Entry<Datum, String>> uses) {
    Predicate<String> code = fits(literals(condition, "code", bound));
    Predicate<String> band = fits(literals(condition, "band", bound));
    List<Tables.CutoffRow> rows =
        knowledge.tables().cutoffs().stream()
            .filter(row -> code.test(row.code()) && band.test(row.band()))
            .toList();
    String by = "compares with cut-offs that ";
    rows(uses, Datum.ANCESTRY, by + "ancestry chooses", tests(rows, row -> row.ancestry() != null));
    rows(uses, Datum.SEX, by + "the sex chooses", tests(rows, row -> row.sex() != null));
    rows(uses, Datum.AGE, by + "hold for adults only", tests(rows, Tables.CutoffRow::adults));
    rows(
        uses,
        Datum.HEALTH_STATUS,
        by + "pregnancy chooses",
        tests(rows, row -> row.notInPregnancy() || row.inPregnancy()));
  }

  private List<String> tests(List<Tables.CutoffRow> rows, Predicate<Tables.CutoffRow> chosen) {
    return rows.stream().filter(chosen).map(row -> knowledge.name(row.code())).toList();
  }

  private List<String> markers(Set<String> codes, boolean adults) {
    return knowledge.tables().markers().stream()
        .filter(row -> fits(codes).test(row.code()))
        .filter(row -> adults ? row.adults() : row.notInPregnancy())
        .map(row -> knowledge.name(row.code()))
        .toList();
  }

  private void interference(Set<String> tests, boolean any, List<Map.Entry<Datum, String>> uses) {
    rows(
        uses,
        Datum.HEALTH_STATUS,
        "reads assays that pregnancy makes unreliable",
        knowledge.tables().interferences().stream()
            .filter(row -> row.kind().equals("pregnancy"))
            .map(Tables.InterferenceRow::analyte)
            .filter(code -> tests.contains(code) || any && tests.isEmpty())
            .map(knowledge::name)
            .toList());
  }

  private static void rows(
      List<Map.Entry<Datum, String>> uses, Datum datum, String how, Collection<String> names) {
    if (!names.isEmpty()) {
      uses.add(Map.entry(datum, how + " (" + String.join(", ", new TreeSet<>(names)) + ")"));
    }
  }

  /** What is open fits everything. */
  private static Predicate<String> fits(Set<String> literals) {
    return code -> literals.isEmpty() || literals.contains(code);
  }

  /** The codes that the member must have one of; none where it is open. */
  private static Set<String> literals(
      WrittenCondition condition, String member, Map<String, Set<String>> bound) {
    Set<String> literals = new LinkedHashSet<>();
    for (Constraint constraint : condition.constraints()) {
      if (constraint.test() instanceof Compares compares
          && compares.positive()
          && compares.left() instanceof Path path
          && path.name().equals(member)) {
        for (Term term : compares.right()) {
          if (term instanceof Text text) {
            literals.add(text.value());
          } else if (term instanceof Variable variable) {
            literals.addAll(bound.getOrDefault(variable.name(), Set.of()));
          }
        }
      }
    }
    return literals;
  }
}
