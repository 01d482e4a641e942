package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeostat.knowledge.Ids;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;

/**
 * A new rule in form, and the two cases it begins with. What only a person can say stands in
 * capitals, so that no check takes it for said.
 */
public final class RuleScaffold {

  private static final Pattern PATH =
      Pattern.compile("([a-z0-9]++(-[a-z0-9]++)*+/)*+[a-z0-9]++(-[a-z0-9]++)*+\\.drl");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");
  private static final Pattern TEXT = Pattern.compile("[^\"\\\\\\p{Cntrl}]+");

  private final RuleSketch sketch;
  private final RuleFiles files;
  private final List<SketchedCondition> conditions;
  private final SketchedConclusion conclusion;

  private RuleScaffold(
      RuleSketch sketch,
      RuleFiles files,
      List<SketchedCondition> conditions,
      SketchedConclusion conclusion) {
    this.sketch = sketch;
    this.files = files;
    this.conditions = conditions;
    this.conclusion = conclusion;
  }

  /**
   * A scaffold for a rule folder.
   *
   * @throws RuleBookException naming everything of the sketch that cannot be used
   */
  public static RuleScaffold of(Path folder, RuleSketch sketch) {
    RuleFiles files = RuleFiles.read(folder);
    Knowledge knowledge = Knowledge.of(files.tables());
    KnownRules rules = KnownRules.of(files.rules());
    List<String> problems = new ArrayList<>();
    name(sketch, knowledge, rules, problems);
    file(sketch, rules, problems);
    ids("statement", sketch.guidance(), knowledge.statements(), problems);
    ids("source", sketch.source(), knowledge.sources(), problems);
    if (sketch.summary() != null && !TEXT.matcher(sketch.summary()).matches()) {
      problems.add("the summary is one line without quotes and backslashes; say it so");
    }
    List<SketchedCondition> conditions =
        new ConditionSketches(knowledge, rules, problems).of(sketch.on());
    Optional<SketchedConclusion> conclusion =
        SketchedConclusion.of(sketch, conditions, knowledge, problems);
    if (!problems.isEmpty()) {
      throw new RuleBookException(String.join("\n", problems));
    }
    return new RuleScaffold(sketch, files, conditions, conclusion.orElseThrow());
  }

  private static void name(
      RuleSketch sketch, Knowledge knowledge, KnownRules rules, List<String> problems) {
    String id = sketch.id();
    if (!KEBAB.matcher(id).matches()) {
      problems.add("'" + id + "' is no name of a rule; write lower-case words joined by hyphens");
      return;
    }
    if (RuleNames.holdsNumber(id, knowledge)) {
      problems.add("'" + id + "' holds a number; cut-offs move, so say what the number means");
    }
    if (rules.files().containsKey(id)) {
      problems.add(
          "a rule '" + id + "' stands in " + rules.files().get(id) + "; choose another name");
    }
  }

  private static void file(RuleSketch sketch, KnownRules rules, List<String> problems) {
    String file = sketch.file();
    if (!PATH.matcher(file).matches()) {
      problems.add(
          "'"
              + file
              + "' is no file for a rule; write it from the rule folder on, in lower case, such as"
              + " advice/sleep.drl");
    } else if (rules.sizes().getOrDefault(file, 0) >= FileLint.RULES_A_FILE) {
      problems.add(
          file + " has " + rules.sizes().get(file) + " rules and is full; begin another topic");
    }
  }

  private static void ids(
      String what, String ids, Collection<String> known, List<String> problems) {
    if (ids != null && !TEXT.matcher(ids).matches()) {
      problems.add("the " + what + "s are ids separated by spaces; leave the option out for none");
      return;
    }
    for (String id : Ids.split(ids)) {
      if (!known.contains(id)) {
        problems.add(
            "no " + what + " '" + id + "'; the nearest is '" + NearestName.of(id, known) + "'");
      }
    }
  }

  /** The text of the DRL file with the rule in it. */
  public String drl() {
    List<String> types = new ArrayList<>(List.of(conclusion.type()));
    conditions.forEach(condition -> types.addAll(condition.types()));
    return DrlText.of(sketch.file(), files.rules().get(sketch.file())).with(types, rule());
  }

  private String rule() {
    StringBuilder rule = new StringBuilder("rule \"" + sketch.id() + "\"\n");
    boolean restsOnTier =
        conditions.stream().anyMatch(condition -> condition.types().contains("TierReason"));
    conclusion.policy().ifPresent(policy -> metadata(rule, "policy", policy));
    if (sketch.guidance() != null || !restsOnTier) {
      metadata(rule, "guidance", sketch.guidance() == null ? "STATEMENT-ID" : sketch.guidance());
    }
    if (conclusion.isShown()) {
      metadata(rule, "summary", sketch.summary() == null ? "{$SUMMARY}" : sketch.summary());
    }
    conclusion.detail().ifPresent(detail -> metadata(rule, "detail", detail));
    metadata(
        rule,
        "text",
        String.join(" and ", conditions.stream().map(c -> "{$" + c.variable() + "}").toList()));
    conclusion.urgency().ifPresent(urgency -> metadata(rule, "urgency", urgency));
    metadata(rule, "source", sketch.source() == null ? "SOURCE-ID" : sketch.source());
    metadata(rule, "reviewed", sketch.reviewed().toString());
    rule.append("when\n");
    conditions.forEach(
        condition ->
            condition.patterns().forEach(line -> rule.append("    ").append(line).append('\n')));
    rule.append("then\n    insertLogical( ").append(conclusion.expression()).append(" );\nend\n");
    return rule.toString();
  }

  private static void metadata(StringBuilder rule, String name, String value) {
    rule.append("    @").append(name).append("( \"").append(value).append("\" )\n");
  }

  /**
   * The case in which the rule fires.
   *
   * @param healthy a whole case in which nothing is found
   */
  public ObjectNode firingCase(ObjectNode healthy) {
    ObjectNode given = begin(healthy, "fires", "Holds: ");
    for (SketchedCondition condition : conditions) {
      if (condition.met() != null) {
        condition.met().accept(given);
      }
    }
    if (sketch.on().isEmpty()) {
      given.withArray("symptoms").add("SYMPTOM");
    }
    given.set("expect", conclusion.expected());
    return given;
  }

  /**
   * A close neighbour in which the rule stays silent: it lacks the last condition.
   *
   * @param healthy a whole case in which nothing is found
   */
  public ObjectNode silentCase(ObjectNode healthy) {
    ObjectNode given = begin(healthy, "silent", "Does not hold: ");
    for (SketchedCondition condition : conditions) {
      boolean last = condition == conditions.get(conditions.size() - 1);
      if (!last && condition.met() != null) {
        condition.met().accept(given);
      } else if (last && condition.missed() != null) {
        condition.missed().accept(given);
      }
    }
    given.set("expect", conclusion.notExpected());
    return given;
  }

  private ObjectNode begin(ObjectNode healthy, String outcome, String title) {
    ObjectNode given = healthy.deepCopy();
    given.put("id", sketch.id() + "-" + outcome + "-example");
    given.put("title", title + sketch.id().replace('-', ' '));
    return given;
  }

  /** What else is to be done before the rule and its cases hold. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    conditions.stream()
        .map(SketchedCondition::note)
        .filter(note -> !note.isEmpty())
        .forEach(notes::add);
    conclusion.note().ifPresent(notes::add);
    return notes;
  }
}
