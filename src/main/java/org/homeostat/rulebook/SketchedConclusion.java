package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;

/**
 * What a rule that is being sketched inserts, and what its cases expect.
 *
 * @param type such as {@code Advice}
 * @param expression such as {@code new Advice( "counsel", "lifestyle" )}
 * @param policy of a tier rule
 * @param urgency of advice
 * @param detail of a disagreement
 * @param expected of the case that fires
 * @param notExpected of the neighbour
 * @param note what else is to be done
 */
record SketchedConclusion(
    String type,
    String expression,
    Optional<String> policy,
    Optional<String> urgency,
    Optional<String> detail,
    ObjectNode expected,
    ObjectNode notExpected,
    Optional<String> note) {

  /** In capitals: each agent that the conditions name. */
  static final String AGENT = "AGENT";

  private static final Map<String, String> FOLDERS =
      new TreeMap<>(Map.of("advice", "advice", "findings", "finding", "tier", "tier"));
  private static final List<String> KINDS = List.of("finding", "tier", "advice", "disagreement");
  private static final List<String> DISPUTES = List.of("documents", "evidence", "stated");
  private static final Map<String, String> URGENCY_OF_ACTION =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("avoid", "critical"),
              Map.entry("stop", "critical"),
              Map.entry("hold", "warning"),
              Map.entry("review", "warning"),
              Map.entry("refer", "warning"),
              Map.entry("assess", "info"),
              Map.entry("measure", "info"),
              Map.entry("repeat", "info"),
              Map.entry("discuss", "info"),
              Map.entry("counsel", "info"),
              Map.entry("verify", "info")));
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");
  private static final String POLICY = "POLICY-ID";

  /** The conclusion of a sketch; nothing where a problem was told. */
  static Optional<SketchedConclusion> of(
      RuleSketch sketch,
      List<SketchedCondition> conditions,
      Knowledge knowledge,
      List<String> problems) {
    String folder = sketch.file().contains("/") ? sketch.file().split("/", 2)[0] : "";
    String kind = sketch.kind() == null ? FOLDERS.getOrDefault(folder, "") : sketch.kind();
    int before = problems.size();
    Optional<SketchedConclusion> conclusion =
        switch (kind) {
          case "finding" -> Optional.of(finding(sketch, problems));
          case "tier" -> Optional.of(tier(sketch, knowledge, problems));
          case "advice" -> Optional.of(advice(sketch, conditions, problems));
          case "disagreement" -> Optional.of(disagreement(sketch, problems));
          default -> Optional.empty();
        };
    if (conclusion.isEmpty()) {
      problems.add(
          kind.isEmpty()
              ? "'"
                  + sketch.file()
                  + "' lies in none of advice, findings, tier; say --kind, one of "
                  + String.join(", ", KINDS)
              : "no kind '" + kind + "'; the nearest is '" + NearestName.of(kind, KINDS) + "'");
    }
    return problems.size() == before ? conclusion : Optional.empty();
  }

  /** Whether the advisory shows a line of its own for it. */
  boolean isShown() {
    return !type.equals("Finding");
  }

  private static SketchedConclusion finding(RuleSketch sketch, List<String> problems) {
    String code = sketch.concludes() == null ? sketch.id() : sketch.concludes();
    if (!KEBAB.matcher(code).matches()) {
      problems.add("'" + code + "' is no code of a finding; write lower-case words with hyphens");
    }
    return new SketchedConclusion(
        "Finding",
        "new Finding( \"" + code + "\" )",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        expect("reasons", POLICY),
        expect("reasonsNot", POLICY),
        Optional.of("say under expect what follows from the finding, in place of " + POLICY));
  }

  private static SketchedConclusion tier(
      RuleSketch sketch, Knowledge knowledge, List<String> problems) {
    String policy = sketch.concludes();
    if (policy != null && !knowledge.policies().contains(policy)) {
      problems.add(
          "no policy id '"
              + policy
              + "'; the nearest is '"
              + NearestName.of(policy, knowledge.policies())
              + "'");
      policy = null;
    }
    String level = policy == null ? "LEVEL" : knowledge.level(policy);
    String id = policy == null ? POLICY : policy;
    return new SketchedConclusion(
        "TierReason",
        "new TierReason( \"" + level + "\", \"" + id + "\" )",
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        expect("reasons", id),
        expect("reasonsNot", id),
        Optional.empty());
  }

  private static SketchedConclusion advice(
      RuleSketch sketch, List<SketchedCondition> conditions, List<String> problems) {
    String[] parts = pair(sketch, "ACTION:TARGET", problems);
    boolean said = sketch.concludes() != null;
    if (said && !URGENCY_OF_ACTION.containsKey(parts[0])) {
      problems.add(
          "no action '"
              + parts[0]
              + "'; the nearest is '"
              + NearestName.of(parts[0], URGENCY_OF_ACTION.keySet())
              + "'");
    }
    String target = '"' + parts[1] + '"';
    String example = parts[1];
    if (parts[1].equals(AGENT)) {
      Optional<SketchedCondition> named =
          conditions.stream().filter(condition -> condition.agent() != null).findFirst();
      if (named.isEmpty()) {
        problems.add("the target AGENT needs a condition such as --on agent:incretin");
      }
      target = "$agent";
      example = named.map(SketchedCondition::agent).orElse(AGENT);
    } else if (said && !KEBAB.matcher(parts[1]).matches()) {
      problems.add(
          "'" + parts[1] + "' is no target; write a code, a topic in lower-case words, or AGENT");
    }
    String id = parts[0] + ":" + example;
    return new SketchedConclusion(
        "Advice",
        "new Advice( \"" + parts[0] + "\", " + target + " )",
        Optional.empty(),
        Optional.of(URGENCY_OF_ACTION.getOrDefault(parts[0], "info")),
        Optional.empty(),
        expect("recommends", id),
        expect("recommendsNot", id),
        Optional.empty());
  }

  private static SketchedConclusion disagreement(RuleSketch sketch, List<String> problems) {
    String[] parts = pair(sketch, "TOPIC:evidence", problems);
    if (!DISPUTES.contains(parts[1])) {
      problems.add(
          "no kind of disagreement '"
              + parts[1]
              + "'; write topic:kind with one of "
              + String.join(", ", DISPUTES));
    }
    if (sketch.concludes() != null && !KEBAB.matcher(parts[0]).matches()) {
      problems.add("'" + parts[0] + "' is no topic; write lower-case words joined by hyphens");
    }
    ObjectNode notExpected = JsonNodeFactory.instance.objectNode().put("tier", "low");
    return new SketchedConclusion(
        "Disagreement",
        "new Disagreement( \"" + parts[0] + "\", \"" + parts[1] + "\" )",
        Optional.empty(),
        Optional.empty(),
        Optional.of("{$SOURCE}: {$SAYS} | {$OTHER_SOURCE}: {$OTHER_SAYS}"),
        expect("disagreements", parts[0]),
        notExpected,
        Optional.empty());
  }

  private static String[] pair(RuleSketch sketch, String placeholder, List<String> problems) {
    String text = sketch.concludes() == null ? placeholder : sketch.concludes();
    String[] parts = text.split(":", -1);
    if (parts.length != 2) {
      problems.add("'" + text + "' is not " + placeholder + "; write two words with one colon");
      return placeholder.split(":");
    }
    return parts;
  }

  private static ObjectNode expect(String member, String id) {
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    expect.putArray(member).add(id);
    return expect;
  }
}
