package org.homeostat.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.PatientGoal;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.TreatmentOption;
import org.homeostat.knowledge.AgentTables;

/** Pairs of lines of one advisory that cannot both be followed. */
final class Contradictions {

  /** Avoid and stop go together: an agent that is taken may be planned anew. */
  private static final List<List<String>> EXCLUSIVE =
      List.of(
          List.of("avoid", "hold", "review"),
          List.of("stop", "hold", "review"),
          List.of("measure", "repeat"));

  private static final Set<String> ENDING = Set.of("avoid", "stop", "hold");

  private final Advisory advisory;
  private final Map<String, Recommendation> lines = new TreeMap<>();
  private final List<String> found = new ArrayList<>();

  private Contradictions(Advisory advisory) {
    this.advisory = advisory;
    advisory.recommendations().forEach(line -> lines.put(line.id(), line));
  }

  /** Each pair in words, with the case. */
  static List<String> of(Advisory advisory) {
    Contradictions contradictions = new Contradictions(advisory);
    contradictions.sameTarget();
    contradictions.days();
    contradictions.superseded();
    contradictions.options();
    contradictions.goals();
    contradictions.regulation();
    contradictions.plan();
    return contradictions.found;
  }

  private void add(String pair) {
    found.add(advisory.caseId() + ": " + pair);
  }

  private void sameTarget() {
    for (List<String> actions : EXCLUSIVE) {
      Map<String, Set<String>> byTarget = new TreeMap<>();
      lines.values().stream()
          .filter(line -> actions.contains(line.action()))
          .forEach(
              line ->
                  byTarget
                      .computeIfAbsent(line.target(), target -> new TreeSet<>())
                      .add(line.action()));
      byTarget.forEach(
          (target, both) -> {
            if (both.size() > 1) {
              add(both + " " + target);
            }
          });
    }
  }

  private void days() {
    for (Recommendation line : lines.values()) {
      if (line.due() != null && line.notBefore() != null && line.due().isBefore(line.notBefore())) {
        add(line.id() + " is due on " + line.due() + ", and not before " + line.notBefore());
      }
    }
  }

  private void superseded() {
    for (Recommendation line : lines.values()) {
      line.supersedes().stream()
          .filter(lines::containsKey)
          .forEach(id -> add(line.id() + " takes the place of " + id + ", which is there"));
    }
  }

  /** What is held or excluded has nothing that speaks for it. */
  private void options() {
    Set<String> ended = new HashSet<>();
    lines.values().stream()
        .filter(line -> ENDING.contains(line.action()))
        .forEach(line -> ended.add(line.target()));
    advisory
        .options()
        .forEach(
            option -> {
              boolean isEnded = agents(option).stream().anyMatch(ended::contains);
              if (!option.pro().isEmpty() && (option.excluded() || isEnded)) {
                add(option.code() + " has points for it beside " + ended);
              }
            });
    long carriers = lines.values().stream().filter(line -> !line.options().isEmpty()).count();
    if (carriers > 1) {
      add("options stand in " + carriers + " lines");
    }
    boolean incretin =
        TestData.BUNDLED.knowledge().tables().agents().stream()
            .filter(row -> row.agentClass().equals("incretin"))
            .anyMatch(
                row ->
                    lines.containsKey("stop:" + row.code())
                        || lines.containsKey("avoid:" + row.code()));
    if (incretin && lines.containsKey("discuss:incretin-option")) {
      add("an incretin is under stop or avoid, and incretins are put forward");
    }
  }

  private static List<String> agents(TreatmentOption option) {
    return TestData.BUNDLED.knowledge().tables().options().stream()
        .filter(row -> row.code().equals(option.code()))
        .map(AgentTables.OptionRow::agents)
        .findFirst()
        .orElseThrow();
  }

  private void goals() {
    Set<String> open = new HashSet<>();
    advisory.options().filter(o -> !o.pro().isEmpty()).forEach(option -> open.add(option.code()));
    for (PatientGoal goal : advisory.goals()) {
      goal.recommendations().stream()
          .filter(id -> !lines.containsKey(id))
          .forEach(id -> add("goal " + goal.code() + " names " + id + ", which is not there"));
      goal.options().stream()
          .filter(code -> !open.contains(code))
          .forEach(code -> add("goal " + goal.code() + " names option " + code));
    }
  }

  /** Of one entry of the protocol either its regulation is discussed, or its off-label use. */
  private void regulation() {
    Set<String> both = new TreeSet<>(entries("discuss:regulation"));
    both.retainAll(entries("discuss:off-label-use"));
    if (!both.isEmpty()) {
      add("regulation and off-label use of " + both);
    }
  }

  private Set<String> entries(String id) {
    Set<String> entries = new HashSet<>();
    if (lines.containsKey(id)) {
      lines.get(id).because().forEach(proof -> collect(proof, entries));
    }
    return entries;
  }

  private static void collect(Proof proof, Set<String> entries) {
    if (proof instanceof Proof.Fact fact && fact.at().startsWith("/protocol/")) {
      entries.add(fact.at());
    } else if (proof instanceof Proof.Step step) {
      step.from().forEach(child -> collect(child, entries));
    }
  }

  /** What is to be repeated is not done. */
  private void plan() {
    for (Monitored line : advisory.monitoring()) {
      if (line.status().equals("done") && lines.containsKey("repeat:" + line.code())) {
        add(line.code() + " is done, and to be repeated");
      }
    }
  }
}
