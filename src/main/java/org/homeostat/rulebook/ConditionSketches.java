package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.fact.Agent;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;
import org.homeostat.knowledge.Tables;

/** Makes conditions of what a knowledge engineer says in short, such as {@code symptom:snoring}. */
final class ConditionSketches {

  private static final List<String> KINDS =
      List.of("symptom", "condition", "medication", "agent", "test", "finding", "reason");
  private static final String STANDARD_DEVIATIONS = "{SDS}";
  private static final Pattern HYPHEN = Pattern.compile("-(.)");

  private final Knowledge knowledge;
  private final KnownRules rules;
  private final List<String> problems;
  private final Set<String> said = new HashSet<>();
  private final Set<String> variables = new HashSet<>();

  /**
   * Conditions over the codes of the tables and the findings of the rules.
   *
   * @param problems takes what cannot be used
   */
  ConditionSketches(Knowledge knowledge, KnownRules rules, List<String> problems) {
    this.knowledge = knowledge;
    this.rules = rules;
    this.problems = problems;
  }

  /** The condition in its order; none where a problem was told. */
  List<SketchedCondition> of(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of(
          new SketchedCondition(
              "fact",
              List.of("$fact : Symptom( code == \"SYMPTOM\" )"),
              List.of("Symptom"),
              null,
              null,
              null,
              ""));
    }
    List<SketchedCondition> conditions = new ArrayList<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      String kind = colon < 0 ? text : text.substring(0, colon);
      String code = colon < 0 ? "" : text.substring(colon + 1);
      if (!said.add(text)) {
        problems.add("'" + text + "' stands twice; say each condition once");
      } else if (!KINDS.contains(kind) || code.isEmpty()) {
        problems.add(
            "'"
                + text
                + "' is no condition; write one of "
                + String.join(", ", KINDS)
                + " with a code, such as symptom:snoring or test:hba1c:diabetes");
      } else {
        SketchedCondition condition = condition(kind, code);
        if (condition != null) {
          conditions.add(condition);
        }
      }
    }
    return conditions;
  }

  private SketchedCondition condition(String kind, String code) {
    return switch (kind) {
      case "agent" -> agent(code);
      case "test" -> test(code);
      case "finding" -> isKnown("finding", code, rules.findings()) ? finding(code) : null;
      case "reason" -> isKnown("policy id", code, knowledge.policies()) ? reason(code) : null;
      default -> isKnown(kind, code, knowledge.codes(kind)) ? listed(kind, code) : null;
    };
  }

  private boolean isKnown(String what, String code, Collection<String> known) {
    if (known.contains(code)) {
      return true;
    }
    problems.add(
        "no " + what + " '" + code + "'; the nearest is '" + NearestName.of(code, known) + "'");
    return false;
  }

  private SketchedCondition listed(String kind, String code) {
    String type = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    Consumer<ObjectNode> met =
        kind.equals("symptom")
            ? given -> given.withArray("symptoms").add(code)
            : given -> given.withArray(kind + "s").addObject().put("code", code);
    String note =
        knowledge.term(kind, code).judged()
            ? ""
            : "no rule reads the "
                + kind
                + " "
                + code
                + " yet: write judged: true for it in tables/vocabulary.yaml, in place of shown";
    return one(variable(code, type), type + "( code == \"" + code + "\" )", type, met, note);
  }

  private SketchedCondition finding(String code) {
    String note = "put into the case that fires what gives the finding " + code;
    return one(
        variable(code, "Finding"), "Finding( code == \"" + code + "\" )", "Finding", null, note);
  }

  private SketchedCondition reason(String policy) {
    String note = "put into the case that fires what gives " + policy;
    return one(
        variable("reason", policy),
        "TierReason( policy == \"" + policy + "\" )",
        "TierReason",
        null,
        note);
  }

  private SketchedCondition one(
      String variable, String pattern, String type, Consumer<ObjectNode> met, String note) {
    return new SketchedCondition(
        variable, List.of("$" + variable + " : " + pattern), List.of(type), null, met, null, note);
  }

  private SketchedCondition agent(String name) {
    List<AgentTables.AgentRow> rows = knowledge.tables().agents();
    List<String> groups =
        rows.stream()
            .flatMap(row -> row.groups().stream())
            .distinct()
            .filter(this::isRead)
            .toList();
    List<String> names =
        Stream.of(
                rows.stream().map(AgentTables.AgentRow::code),
                rows.stream().map(AgentTables.AgentRow::agentClass).distinct(),
                groups.stream())
            .flatMap(known -> known)
            .toList();
    if (!isKnown("agent, class or group of agents", name, names)) {
      return null;
    }
    AgentTables.AgentRow example =
        rows.stream().filter(row -> row.is(name)).findFirst().orElseThrow();
    Consumer<ObjectNode> met =
        given -> given.withArray("protocol").addObject().put("agent", example.code());
    String treatment = variable("treatment", name);
    String code = "$" + variable("agent", name);
    String bound = "$" + treatment + " : Treatment( active, ";
    if (example.code().equals(name)) {
      String pattern = bound + "agent == \"" + name + "\", " + code + " : agent )";
      return new SketchedCondition(
          treatment, List.of(pattern), List.of("Treatment"), name, met, null, "");
    }
    String test = groups.contains(name) ? property(name) : "agentClass == \"" + name + "\"";
    return new SketchedCondition(
        treatment,
        List.of(
            bound + code + " : agent )",
            "$%s : Agent( code == %s, %s )".formatted(variable("row", name), code, test)),
        List.of("Treatment", "Agent"),
        example.code(),
        met,
        null,
        "");
  }

  /** Whether agents say of themselves that they are of the group. */
  private boolean isRead(String group) {
    String method = "is" + HYPHEN.matcher("-" + group).replaceAll(m -> upper(m.group(1)));
    return Arrays.stream(Agent.class.getMethods()).anyMatch(m -> m.getName().equals(method));
  }

  private SketchedCondition test(String code) {
    String[] parts = code.split(":", 2);
    List<Tables.CutoffRow> rows = knowledge.tables().cutoffs();
    List<String> tests = knowledge.codes("observation");
    if (!isKnown("test", parts[0], tests)) {
      return null;
    }
    List<Tables.CutoffRow> ofTest = rows.stream().filter(r -> r.code().equals(parts[0])).toList();
    List<String> bands = ofTest.stream().map(Tables.CutoffRow::band).distinct().toList();
    if (bands.isEmpty()) {
      problems.add("the test '" + parts[0] + "' has no cut-off; it goes into tables/cutoffs.yaml");
      return null;
    }
    String band = parts.length == 1 ? "" : parts[1];
    if (!bands.contains(band)) {
      problems.add(
          "no band '"
              + band
              + "' of "
              + parts[0]
              + "; write test:"
              + parts[0]
              + ":BAND with one of "
              + String.join(", ", bands));
      return null;
    }
    Tables.CutoffRow row =
        ofTest.stream().filter(r -> r.band().equals(band)).findFirst().orElseThrow();
    String value = variable(parts[0], "value");
    String number = "$" + variable("number", parts[0]);
    String limit = variable("limit", parts[0]);
    return new SketchedCondition(
        value,
        List.of(
            "$%s : UsableObservation( code == \"%s\", newest, current, %s : value )"
                .formatted(value, parts[0], number),
            "$%s : Cutoff( code == \"%s\", band == \"%s\", isReachedBy( %s ) )"
                .formatted(limit, parts[0], band, number)),
        List.of("UsableObservation", "Cutoff"),
        null,
        given -> observe(given, row, true),
        given -> observe(given, row, false),
        row.inPregnancy() ? "put pregnancy into both cases: the cut-off holds there only" : "");
  }

  /** Puts the value at the cut-off, or next to it, on the wanted side. */
  private void observe(ObjectNode given, Tables.CutoffRow row, boolean beyond) {
    BigDecimal step = row.value().ulp();
    BigDecimal value =
        switch (row.side()) {
          case "at-or-above" -> beyond ? row.value() : row.value().subtract(step);
          case "above" -> beyond ? row.value().add(step) : row.value();
          default -> beyond ? row.value().subtract(step) : row.value();
        };
    ArrayNode observations = given.withArray("observations");
    String day = given.path("asOf").asText();
    for (int i = observations.size() - 1; i >= 0; i--) {
      JsonNode observation = observations.get(i);
      Tables.AnalyteRow analyte = knowledge.analyte(observation.path("code").asText());
      // what an index is computed from would count before the index itself
      if (analyte.code().equals(row.code()) || row.code().equals(analyte.feeds())) {
        day = observation.path("date").asText(day);
        observations.remove(i);
      }
    }
    ObjectNode observation = observations.addObject();
    observation.put("code", row.code());
    if (row.uom().equals(STANDARD_DEVIATIONS)) {
      observation.put("sds", value);
    } else {
      observation.put("value", value).put("unit", row.uom());
    }
    observation.put("date", day);
    if (knowledge.analyte(row.code()).fastingHours() != null) {
      observation.put("fastingHours", 10);
    }
  }

  /** A variable named after the code; after what else it is where that is taken. */
  private String variable(String code, String otherwise) {
    String name = property(code);
    if (!variables.add(name)) {
      name += upper(property(otherwise).substring(0, 1)) + property(otherwise).substring(1);
      variables.add(name);
    }
    return name;
  }

  private static String property(String code) {
    return HYPHEN
        .matcher(code.contains("-") ? code.toLowerCase(Locale.ROOT) : code)
        .replaceAll(m -> upper(m.group(1)));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
