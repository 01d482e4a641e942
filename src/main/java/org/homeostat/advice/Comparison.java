package org.homeostat.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Two advisories of one case beside each other: which lines changed, and why. */
public final class Comparison {

  private static final Set<String> ENDING = Set.of("avoid", "stop");

  /** How rules put the absence of a reason of the tier. */
  private static final String REASON_FOR = "a reason for ";

  private final Advisory earlier;
  private final Advisory present;
  private final InputDifference inputs;
  private final Map<List<Object>, ComparedLine> before;
  private final Map<List<Object>, ComparedLine> now;

  private Comparison(Advisory earlier, Advisory present, Subjects subjects) {
    this.earlier = earlier;
    this.present = present;
    this.inputs = new InputDifference(earlier, present, subjects);
    this.before = lines(earlier);
    this.now = lines(present);
  }

  /** What changed from an earlier advisory to the present one. */
  public static Changes of(Advisory earlier, Advisory present, Subjects subjects) {
    return new Changes(earlier.asOf(), new Comparison(earlier, present, subjects).changes());
  }

  private static Map<List<Object>, ComparedLine> lines(Advisory advisory) {
    Map<List<Object>, ComparedLine> lines = new LinkedHashMap<>();
    ComparedLine.of(advisory)
        .forEach(line -> lines.putIfAbsent(List.of(line.about(), line.id()), line));
    return lines;
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Change.About about : Change.About.values()) {
      now.forEach(
          (key, line) -> {
            ComparedLine was = before.get(key);
            if (line.about() != about) {
              return;
            } else if (was == null) {
              changes.add(whole(Change.Kind.NEW, line, causesOfNew(line)));
            } else {
              changes.addAll(aspects(was, line));
            }
          });
      before.forEach(
          (key, line) -> {
            if (line.about() == about && !now.containsKey(key)) {
              changes.add(whole(Change.Kind.GONE, line, causesOfGone(line)));
            }
          });
    }
    return changes;
  }

  private static Change whole(Change.Kind kind, ComparedLine line, List<Cause> causes) {
    return new Change(kind, line.about(), line.id(), null, null, null, line.text(), causes);
  }

  private List<Change> aspects(ComparedLine was, ComparedLine line) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < line.aspects().size(); i++) {
      ComparedLine.Aspect old = was.aspects().get(i);
      ComparedLine.Aspect aspect = line.aspects().get(i);
      Change.Kind kind = aspect.since(old);
      if (kind != null) {
        changes.add(
            new Change(
                kind,
                line.about(),
                line.id(),
                aspect.name(),
                old.value(),
                aspect.value(),
                line.text(),
                causes(kind, was, line)));
      }
    }
    return changes;
  }

  private List<Cause> causes(Change.Kind kind, ComparedLine was, ComparedLine line) {
    List<Cause> causes = new ArrayList<>();
    if (kind != Change.Kind.BETTER) {
      causes.addAll(inputs.behindNew(line));
    }
    if (kind != Change.Kind.WORSE) {
      causes.addAll(inputs.behindGone(was));
    }
    List<Cause> distinct = causes.stream().distinct().toList();
    return distinct.isEmpty() ? outsideProofs() : distinct;
  }

  private List<Cause> causesOfNew(ComparedLine line) {
    List<Cause> causes = new ArrayList<>(inputs.behindNew(line));
    if (line.about() == Change.About.RECOMMENDATION) {
      earlier.recommendations().stream()
          .filter(r -> r.supersedes().contains(line.id()))
          .forEach(r -> causes.add(new Cause(Cause.Kind.NO_LONGER_SUPERSEDED, r.id())));
    }
    if (causes.isEmpty()) {
      causes.addAll(inPlaceOf(line));
    }
    return causes.isEmpty() ? outsideProofs() : causes;
  }

  private List<Cause> causesOfGone(ComparedLine line) {
    if (line.about() != Change.About.RECOMMENDATION) {
      List<Cause> causes = inputs.behindGone(line);
      if (causes.isEmpty()) {
        causes = gaveWay(line);
      }
      return causes.isEmpty() ? outsideProofs() : causes;
    }
    List<Cause> superseded =
        present.recommendations().stream()
            .filter(r -> r.supersedes().contains(line.id()))
            .map(r -> new Cause(Cause.Kind.SUPERSEDED, r.id()))
            .toList();
    if (!superseded.isEmpty()) {
      return superseded;
    }
    List<Cause> causes = new ArrayList<>(inputs.behindGone(line));
    Set<String> subjects = inputs.subjectsBefore(line);
    present.recommendations().stream()
        .filter(r -> ENDING.contains(r.action()) && subjects.contains(r.target()))
        .filter(r -> !before.containsKey(List.of(Change.About.RECOMMENDATION, r.id())))
        .forEach(r -> causes.add(new Cause(Cause.Kind.ENDED, r.id())));
    return causes.isEmpty() ? outsideProofs() : causes;
  }

  /** Reasons that are gone, and must be for a line to hold. */
  private List<Cause> inPlaceOf(ComparedLine line) {
    return earlier.tier().reasons().stream()
        .filter(reason -> !now.containsKey(List.of(Change.About.REASON, reason.id())))
        .filter(reason -> excludes(line, present.tier(), reason))
        .map(reason -> new Cause(Cause.Kind.IN_PLACE_OF, reason.id()))
        .toList();
  }

  /** New reasons that a line does not stand beside. */
  private List<Cause> gaveWay(ComparedLine line) {
    return present.tier().reasons().stream()
        .filter(reason -> !before.containsKey(List.of(Change.About.REASON, reason.id())))
        .filter(reason -> excludes(line, earlier.tier(), reason))
        .map(reason -> new Cause(Cause.Kind.GAVE_WAY, reason.id()))
        .toList();
  }

  /**
   * Whether the proofs of a line name a reason, or its level, among what is not there; the reason
   * of a low tier stands beside no other.
   */
  private static boolean excludes(ComparedLine line, Tier tier, Tier.Reason reason) {
    return line.about() == Change.About.REASON && tier.level() == TierLevel.LOW
        || Leaves.absences(line.because()).stream()
            .filter(text -> text.startsWith(REASON_FOR))
            .map(text -> text.substring(REASON_FOR.length()))
            .anyMatch(name -> name.equals(reason.id()) || name.equals(reason.level().name()));
  }

  /** What else differs, where the inputs that proofs show explain nothing. */
  private List<Cause> outsideProofs() {
    List<Cause> causes = new ArrayList<>();
    if (!earlier.asOf().equals(present.asOf())) {
      causes.add(fromTo(Cause.Kind.TIME, earlier.asOf(), present.asOf()));
    }
    Advisory.RuleSet old = earlier.ruleSet();
    Advisory.RuleSet rules = present.ruleSet();
    if (!old.sha256().equals(rules.sha256())) {
      causes.add(fromTo(Cause.Kind.RULES, named(old), named(rules)));
    }
    if (!Objects.equals(old.engine(), rules.engine())) {
      causes.add(fromTo(Cause.Kind.PROGRAM, old.engine(), rules.engine()));
    }
    if (causes.isEmpty()) {
      causes.add(new Cause(Cause.Kind.NONE, "none found in inputs, day or rules"));
    }
    causes.addAll(inputs.unexplained());
    return causes;
  }

  private static Cause fromTo(Cause.Kind kind, Object before, Object now) {
    return new Cause(kind, "from " + before + " to " + now);
  }

  private static String named(Advisory.RuleSet rules) {
    return rules.version() + " (" + rules.sha256().substring(0, 12) + ")";
  }
}
