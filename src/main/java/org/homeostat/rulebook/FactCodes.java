package org.homeostat.rulebook;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.DataQuality;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;

/** Which list of codes each component of a fact takes its values from. */
final class FactCodes {

  /**
   * The codes of a component.
   *
   * @param name what the list is, in a sentence
   * @param place where a code is added to it
   */
  record CodeList(String name, Collection<String> codes, String place) {}

  private static final Map<String, String> VOCABULARY =
      Map.ofEntries(
          entry("Condition.code", "condition"),
          entry("Condition.status", "condition-status"),
          entry("FamilyMember.condition", "condition"),
          entry("FamilyMember.relation", "relation"),
          entry("Symptom.code", "symptom"),
          entry("Medication.code", "medication"),
          entry("Examination.code", "examination"),
          entry("Examination.result", "examination-result"),
          entry("Treatment.route", "route"),
          entry("Treatment.frequency", "frequency"),
          entry("Treatment.timing", "timing"),
          entry("Treatment.requestedChange", "requested-change"),
          entry("Goal.code", "goal"),
          entry("Treatment.source", "product-source"),
          entry("Treatment.indication", "indication"));

  private static final Map<String, List<String>> FIXED =
      Map.ofEntries(
          entry("Treatment.status", List.of("planned", "current", "stopped")),
          entry("UnusableObservation.problem", DataQuality.CODES),
          entry("Discrepancy.code", List.of("contradictory", "verify")),
          entry("OptionPoint.side", List.of("for", "against", "restricted", "excluded")),
          entry("Disagreement.kind", List.of("documents", "evidence", "stated")),
          entry("Advice.action", Actions.ALL));

  /** Questions whose answers are no list of the vocabulary, with their answers. */
  private static final Map<String, List<String>> ANSWERS =
      Map.of(
          "family-history", List.of("asked", "unknown"),
          "lifestyle", List.of("asked"),
          "smoker", List.of("yes"));

  private static final Set<String> QUESTIONS =
      Set.of(
          "sex",
          "pregnancy",
          "menopause",
          "insulin-sensitivity",
          "diabetes-predisposition",
          "diet-quality");

  private static final Set<String> OF_AGENT =
      Set.of("Treatment.agent", "TierReason.agent", "PaediatricUse.agent", "Agent.code");
  private static final Set<String> OF_TEST =
      Set.of("UsableObservation.code", "UnusableObservation.code");

  private final Knowledge knowledge;
  private final TableFacts tableFacts;

  FactCodes(Knowledge knowledge, TableFacts tableFacts) {
    this.knowledge = knowledge;
    this.tableFacts = tableFacts;
  }

  /** The list of a component; empty where its values are no codes. */
  Optional<CodeList> of(String type, String component, Literals literals) {
    String name = type + "." + component;
    if (VOCABULARY.containsKey(name)) {
      return Optional.of(vocabulary(VOCABULARY.get(name)));
    }
    if (FIXED.containsKey(name)) {
      return Optional.of(new CodeList(words(name), FIXED.get(name), ""));
    }
    if (OF_AGENT.contains(name)) {
      return Optional.of(agents());
    }
    if (OF_TEST.contains(name)) {
      return Optional.of(tests());
    }
    return switch (name) {
      case "TierReason.policy" ->
          Optional.of(new CodeList("policy ids", knowledge.policies(), "tables/policies.yaml"));
      case "TierReason.level" ->
          Optional.of(new CodeList("levels", levels(), "tables/policies.yaml"));
      case "Answer.code" -> Optional.of(questions());
      case "Answer.value" -> literals.single("code").flatMap(this::answers);
      case "OptionPoint.option" -> Optional.of(options());
      case "Contraindication.agents" -> Optional.of(agentNames());
      case "Agent.groups" -> Optional.of(agentNames());
      default -> tableColumn(type, component);
    };
  }

  /** The codes of agents. */
  CodeList agents() {
    return new CodeList("agents", knowledge.codes("agent"), "tables/agents.yaml");
  }

  /** The codes of tests, measurements and computed indices. */
  CodeList tests() {
    return new CodeList(
        "tests",
        knowledge.tables().analytes().stream().map(Tables.AnalyteRow::code).toList(),
        "tables/analytes.yaml");
  }

  private CodeList vocabulary(String list) {
    return new CodeList("codes of " + list, knowledge.codes(list), "tables/vocabulary.yaml");
  }

  private CodeList questions() {
    Set<String> questions = new TreeSet<>(QUESTIONS);
    questions.addAll(ANSWERS.keySet());
    questions.add("hypersensitivity");
    questions.add("place");
    return new CodeList("questions", questions, "");
  }

  private Optional<CodeList> answers(String question) {
    if (question.equals("hypersensitivity")) {
      return Optional.of(agents());
    }
    if (question.equals("place")) {
      return Optional.of(new CodeList("places", places(), "tables/jurisdictions.yaml"));
    }
    if (ANSWERS.containsKey(question)) {
      return Optional.of(new CodeList("answers on " + question, ANSWERS.get(question), ""));
    }
    return QUESTIONS.contains(question) ? Optional.of(vocabulary(question)) : Optional.empty();
  }

  private List<String> places() {
    return Stream.concat(
            knowledge.tables().jurisdictions().stream().map(AgentTables.JurisdictionRow::place),
            Stream.of(AgentTables.ELSEWHERE))
        .toList();
  }

  private List<String> levels() {
    return knowledge.policies().stream().map(knowledge::level).distinct().toList();
  }

  private CodeList options() {
    return new CodeList("options", knowledge.codes("option"), "tables/options.yaml");
  }

  private CodeList agentNames() {
    Set<String> names = new LinkedHashSet<>(knowledge.codes("agent"));
    knowledge.tables().agents().forEach(row -> names.add(row.agentClass()));
    knowledge.tables().agents().forEach(row -> names.addAll(row.groups()));
    return new CodeList("agents, classes and groups", names, "tables/agents.yaml");
  }

  private Optional<CodeList> tableColumn(String type, String component) {
    if (!TableFacts.TYPES.contains(type)) {
      return Optional.empty();
    }
    Literals any = Literals.of(List.of());
    Set<String> values =
        tableFacts.passing(type, any).stream()
            .flatMap(row -> TableFacts.value(row, component).stream())
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toCollection(TreeSet::new));
    String file = TableFacts.file(type);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodeList(component + " of " + file, values, file));
  }

  private static String words(String name) {
    return name.substring(name.indexOf('.') + 1) + " of " + name.substring(0, name.indexOf('.'));
  }
}
