package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.homeostat.rulebook.ConstraintWords.Phrase;
import org.homeostat.rulebook.ConstraintWords.Spot;
import org.homeostat.rulebook.WrittenCondition.Compares;
import org.homeostat.rulebook.WrittenCondition.Constraint;
import org.homeostat.rulebook.WrittenCondition.Kind;
import org.homeostat.rulebook.WrittenCondition.Path;

/** The conditions of one rule as sentences. */
final class ConditionWords {

  private final List<WrittenCondition> conditions;
  private final RowWords rows;
  private final Referents referents;
  private final ConstraintWords tests;

  ConditionWords(List<String> texts, CodeWords codes, RowWords rows) {
    this.conditions = texts.stream().map(WrittenCondition::of).toList();
    this.rows = rows;
    this.referents = new Referents(conditions, codes);
    this.tests = new ConstraintWords(codes, referents);
    // which facts need a letter is known once every sentence was made
    sentences();
    tests.unphrased().clear();
  }

  /** A sentence for each condition, in order. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      sentences.add(Phrases.tidy(sentence(conditions.get(i), referents.letter(i))));
    }
    return sentences;
  }

  /** What the sentences made so far ask that has no phrase of its own. */
  List<String> unphrased() {
    return List.copyOf(tests.unphrased());
  }

  private String sentence(WrittenCondition condition, String letter) {
    if (!condition.isInForm()) {
      tests.unphrased().add("form");
      return "something is asked that leaves the form of rules: see how it is written";
    }
    if (condition.kind() == Kind.COUNTED) {
      return existence(condition, letter)
          + " of every case in which "
          + sentence(condition.counted(), "");
    }
    Optional<String> row = rows.sentence(condition, tests);
    Optional<String> subject = Phrases.find(condition.type() + ".subject");
    if (row.isEmpty() && subject.isEmpty()) {
      return existence(condition, letter);
    }
    String said = row.orElseGet(() -> statement(condition, subject.get()));
    return condition.kind() == Kind.ABSENT ? "it is not so that " + said : said;
  }

  /** {@code there is a newest, current value of HbA1c}. */
  private String existence(WrittenCondition condition, String letter) {
    String type = condition.type();
    List<Phrase> phrases = tests.phrases(condition);
    boolean absent = condition.kind() == Kind.ABSENT;
    String said =
        Phrases.find(type + (absent ? ".none" : ".some")).orElseGet(() -> unknown(type, absent));
    String of = String.join(" ", texts(phrases, Spot.OF));
    String before = String.join(", ", texts(phrases, Spot.BEFORE));
    return said.replace("{before}", before.isEmpty() ? open(type + ".open.before") : before)
        .replace("{letter}", letter)
        .replace("{of}", of.isEmpty() ? open(type + ".open") : of)
        .replace("{after}", after(texts(phrases, Spot.AFTER)));
  }

  private static String open(String key) {
    return Phrases.find(key).orElse("");
  }

  /** What stands in brackets goes last. */
  private static String after(List<String> texts) {
    Map<Boolean, List<String>> parts =
        texts.stream().collect(Collectors.partitioningBy(text -> text.startsWith("(")));
    return Phrases.list(parts.get(false), "and") + " " + String.join(" ", parts.get(true));
  }

  private String unknown(String type, boolean absent) {
    tests.unphrased().add(type);
    return "there is "
        + (absent ? "no" : "a(n)")
        + " {before} "
        + Phrases.words(type)
        + "{letter} {of} {after}";
  }

  /** {@code that agent acts on the growth hormone axis}. */
  private String statement(WrittenCondition condition, String member) {
    List<String> said = new ArrayList<>();
    String subject = Phrases.find(condition.type() + ".open").orElse("it");
    for (Constraint constraint : condition.constraints()) {
      if (constraint.test() instanceof Compares compares
          && compares.positive()
          && compares.left() instanceof Path path
          && path.name().equals(member)) {
        subject = Phrases.list(tests.words(condition.type(), member, compares.right()), "or");
      } else {
        said.addAll(
            tests.phrases(condition.type(), constraint).stream().map(Phrase::text).toList());
      }
    }
    return subject
        + " "
        + (said.isEmpty()
            ? Phrases.find(condition.type() + ".known").orElse("is known")
            : Phrases.list(said, "and"));
  }

  private static List<String> texts(List<Phrase> phrases, Spot spot) {
    return phrases.stream().filter(p -> p.spot() == spot).map(Phrase::text).toList();
  }
}
