package org.homeostat.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was given for two advisories of one case, and which differences bear on a line. Inputs are
 * the same where their texts are, but for what the day makes of a treatment: pointers move when a
 * case grows.
 */
final class InputDifference {

  private static final String JUDGED = "judged";
  private static final String SHOWN = "shown";

  private static final Pattern STATUS =
      Pattern.compile("(?<name>.*?) (?<status>planned|current|stopped)(?=,|$)");

  private final Given before;
  private final Given now;
  private final StepFacts provenBefore;
  private final StepFacts provenNow;
  private final LocalDate dayBefore;
  private final LocalDate day;
  private final Subjects subjects;

  InputDifference(Advisory earlier, Advisory present, Subjects subjects) {
    this.before = new Given(earlier.inputs());
    this.now = new Given(present.inputs());
    this.provenBefore = new StepFacts(earlier, subjects);
    this.provenNow = new StepFacts(present, subjects);
    this.dayBefore = earlier.asOf();
    this.day = present.asOf();
    this.subjects = subjects;
  }

  /** The inputs of one advisory. */
  private static final class Given {
    private final List<Advisory.Input> inputs;
    private final Map<String, List<Advisory.Input>> byPlace = new HashMap<>();
    private final Map<String, Advisory.Input> byText = new HashMap<>();

    Given(List<Advisory.Input> inputs) {
      this.inputs = inputs;
      for (Advisory.Input input : inputs) {
        byPlace.computeIfAbsent(input.at(), at -> new ArrayList<>()).add(input);
        byText.merge(asGiven(input), input, (a, b) -> isJudged(b) ? b : a);
      }
    }

    /** What was given at the place of a leaf; where nothing is, what the leaf says. */
    List<Advisory.Input> behind(Proof.Fact leaf) {
      return byPlace.getOrDefault(
          leaf.at(), List.of(new Advisory.Input(leaf.at(), leaf.text(), JUDGED, null)));
    }

    boolean has(Advisory.Input input) {
      return byText.containsKey(asGiven(input));
    }

    /** The input that was given with the same text. */
    Advisory.Input like(Advisory.Input input) {
      return byText.get(asGiven(input));
    }

    boolean judges(Advisory.Input input) {
      return has(input) && isJudged(like(input));
    }

    /** Whether an input reads as the leaf does, to which it may add what was measured how. */
    boolean readsAs(Proof.Fact leaf) {
      String start = leaf.text().toLowerCase(Locale.ROOT);
      return byText.keySet().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).startsWith(start));
    }

    /** What can have reasoned something here, and is not given there. */
    List<Advisory.Input> missingIn(Given other) {
      return inputs.stream().filter(i -> !i.use().equals(SHOWN) && !other.has(i)).toList();
    }
  }

  /** What the inputs show of why a line is there now and was not before. */
  List<Cause> behindNew(ComparedLine line) {
    Set<Cause> causes = new LinkedHashSet<>();
    for (Proof.Fact leaf : Leaves.facts(line.because())) {
      for (Advisory.Input input : now.behind(leaf)) {
        if (!before.has(input)) {
          String text = before.readsAs(leaf) ? input.text() : leaf.text();
          causes.add(new Cause(Cause.Kind.NEW, text));
        } else if (now.judges(input) && !before.judges(input)) {
          causes.add(new Cause(Cause.Kind.COUNTS_NOW, leaf.text()));
        } else {
          status(input, before.like(input), causes);
        }
      }
    }
    Set<String> codes = codes(line);
    vanished(codes, causes);
    if (causes.isEmpty()) {
      vanished(subjects(line, now), causes);
    }
    if (causes.isEmpty()) {
      provenBefore.under(absent(line)).stream()
          .filter(leaf -> before.behind(leaf).stream().anyMatch(input -> !now.has(input)))
          .forEach(leaf -> causes.add(new Cause(Cause.Kind.NO_LONGER_GIVEN, leaf.text())));
    }
    return List.copyOf(causes);
  }

  private void vanished(Set<String> codes, Set<Cause> causes) {
    before.missingIn(now).stream()
        .filter(input -> bearsOn(input, codes))
        .forEach(input -> causes.add(new Cause(Cause.Kind.NO_LONGER_GIVEN, input.text())));
    now.inputs.stream()
        .filter(input -> bearsOn(input, codes) && before.judges(input) && !now.judges(input))
        .forEach(input -> causes.add(setAside(input)));
  }

  /** What the inputs show of why a line was there before and is not now. */
  List<Cause> behindGone(ComparedLine line) {
    Set<Cause> causes = new LinkedHashSet<>();
    for (Proof.Fact leaf : Leaves.facts(line.because())) {
      for (Advisory.Input input : before.behind(leaf)) {
        if (!now.has(input)) {
          String text = now.readsAs(leaf) ? input.text() : leaf.text();
          causes.add(new Cause(Cause.Kind.NO_LONGER_GIVEN, text));
        } else if (before.judges(input) && !now.judges(input)) {
          causes.add(setAside(now.like(input)));
        } else {
          status(now.like(input), input, causes);
        }
      }
    }
    Set<String> codes = codes(line);
    codes.addAll(subjects(line, before));
    now.missingIn(before).stream()
        .filter(input -> bearsOn(input, codes))
        .forEach(input -> causes.add(new Cause(Cause.Kind.NOW_GIVEN, input.text())));
    now.inputs.stream()
        .filter(input -> bearsOn(input, codes) && before.has(input))
        .filter(input -> now.judges(input) && !before.judges(input))
        .forEach(input -> causes.add(new Cause(Cause.Kind.COUNTS_NOW, input.text())));
    if (causes.isEmpty()) {
      provenNow.under(absent(line)).stream()
          .filter(leaf -> now.behind(leaf).stream().anyMatch(input -> !before.has(input)))
          .forEach(leaf -> causes.add(new Cause(Cause.Kind.NOW_GIVEN, leaf.text())));
    }
    return List.copyOf(causes);
  }

  /** What the day made of a treatment that is given as before. */
  private void status(Advisory.Input input, Advisory.Input earlier, Set<Cause> causes) {
    Matcher is = STATUS.matcher(input.text());
    Matcher was = STATUS.matcher(earlier.text());
    if (!input.text().equals(earlier.text()) && is.lookingAt() && was.lookingAt()) {
      String change =
          is.group("name") + " was " + was.group("status") + ", is " + is.group("status");
      causes.add(new Cause(Cause.Kind.TIME, "from " + dayBefore + " to " + day + "; " + change));
    }
  }

  /** The text without what the day says of a treatment: planned, current or stopped. */
  private static String asGiven(Advisory.Input input) {
    return input.at().startsWith("/protocol/")
        ? STATUS.matcher(input.text()).replaceFirst("${name}")
        : input.text();
  }

  /** What the facts are about on which an earlier line rested. */
  Set<String> subjectsBefore(ComparedLine line) {
    return subjects(line, before);
  }

  /** Inputs that differ beside those that proofs show: they may act where a proof has no word. */
  List<Cause> unexplained() {
    String others =
        Stream.of(
                counted(now.missingIn(before).size(), "new"),
                counted(before.missingIn(now).size(), "no longer given"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? List.of() : List.of(new Cause(Cause.Kind.OTHER_INPUTS, others));
  }

  private static String counted(int inputs, String how) {
    String are = inputs == 1 ? " input that is " : " inputs that are ";
    return inputs == 0 ? "" : inputs + are + how;
  }

  private static Cause setAside(Advisory.Input input) {
    String why = input.finding() == null ? "" : " (" + input.finding() + ")";
    return new Cause(Cause.Kind.SET_ASIDE, input.text() + why);
  }

  private static boolean isJudged(Advisory.Input input) {
    return input.use().equals(JUDGED);
  }

  /** Whether an input is a datum of one of the codes, or stands under the member of that name. */
  private boolean bearsOn(Advisory.Input input, Set<String> codes) {
    Set<String> own = subjects.of(input);
    return codes.stream()
        .filter(code -> !code.isEmpty())
        .anyMatch(code -> own.contains(code) || input.at().startsWith("/" + member(code)));
  }

  /** {@code familyHistory} for {@code family-history}. */
  private static String member(String code) {
    StringBuilder member = new StringBuilder();
    for (String word : code.split("-")) {
      member.append(
          member.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return member.toString();
  }

  /** What a line is about, and what it rests on the absence of. */
  private Set<String> codes(ComparedLine line) {
    Set<String> codes = absent(line);
    codes.addAll(line.codes());
    return codes;
  }

  private Set<String> absent(ComparedLine line) {
    Set<String> codes = new TreeSet<>();
    Leaves.absences(line.because()).forEach(text -> codes.addAll(subjects.mentionedIn(text)));
    return codes;
  }

  private Set<String> subjects(ComparedLine line, Given given) {
    Set<String> codes = new TreeSet<>();
    Leaves.facts(line.because()).stream()
        .map(given::behind)
        .flatMap(Collection::stream)
        .forEach(input -> codes.addAll(subjects.of(input)));
    return codes;
  }
}
