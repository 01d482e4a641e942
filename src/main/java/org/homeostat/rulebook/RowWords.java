package org.homeostat.rulebook;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeTables;
import org.homeostat.rulebook.WrittenCondition.Call;
import org.homeostat.rulebook.WrittenCondition.Compares;
import org.homeostat.rulebook.WrittenCondition.Constraint;
import org.homeostat.rulebook.WrittenCondition.Holds;
import org.homeostat.rulebook.WrittenCondition.Path;
import org.homeostat.rulebook.WrittenCondition.Term;
import org.homeostat.rulebook.WrittenCondition.Text;

/**
 * Conditions on cut-offs and spans of time in words: which side counts and how long the span is,
 * the tables say.
 */
final class RowWords {

  private final Knowledge knowledge;

  RowWords(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The sentence of a condition on a cut-off or span; empty for any other type. */
  Optional<String> sentence(WrittenCondition condition, ConstraintWords words) {
    return switch (condition.type()) {
      case "Cutoff" -> Optional.of(cutoff(condition, words));
      case "Window" -> Optional.of(window(condition, words));
      case "Interval" -> Optional.of(interval(condition, words));
      default -> Optional.empty();
    };
  }

  private String cutoff(WrittenCondition condition, ConstraintWords words) {
    String at =
        "the cut-off of "
            + told(condition, "code", words).orElse("any test")
            + " for "
            + told(condition, "band", words).orElse("any range");
    String side = side(condition);
    List<String> said = new ArrayList<>();
    for (Constraint constraint : others(condition, "code", "band")) {
      if (constraint.test() instanceof Holds holds && holds.term() instanceof Call call) {
        List<String> values = words.words("Cutoff", call.name(), call.arguments());
        String key = "Cutoff." + call.name() + "." + values.size();
        said.add(
            Phrases.first(key + "." + side, key)
                .map(phrase -> Phrases.filled(phrase, values).replace("{at}", at))
                .orElseGet(() -> at + " is one " + words.other("Cutoff", constraint)));
      } else if (!constraint.isBinding()) {
        said.add(at + " is one " + words.other("Cutoff", constraint));
      }
    }
    return said.isEmpty() ? "there is " + at : Phrases.list(said, "and");
  }

  /** The side that lies beyond the rows that the condition can match; empty where they differ. */
  private String side(WrittenCondition condition) {
    Set<String> codes = literals(condition, "code");
    Set<String> bands = literals(condition, "band");
    Set<String> sides = new TreeSet<>();
    for (Tables.CutoffRow row : knowledge.tables().cutoffs()) {
      if ((codes.isEmpty() || codes.contains(row.code()))
          && (bands.isEmpty() || bands.contains(row.band()))) {
        sides.add(row.side());
      }
    }
    return sides.size() == 1 ? sides.iterator().next() : sides.contains("below") ? "" : "upward";
  }

  private String window(WrittenCondition condition, ConstraintWords words) {
    String length = length(literals(condition, "code"));
    String span = length.isEmpty() ? "present" : "past " + length;
    List<String> said = new ArrayList<>();
    for (Constraint constraint : others(condition, "code")) {
      if (constraint.test() instanceof Holds holds && holds.term() instanceof Call call) {
        List<String> days = words.words("Window", call.name(), call.arguments());
        String key = "Window." + call.name() + (length.isEmpty() ? ".now" : "");
        said.add(
            Phrases.find(key)
                .map(phrase -> Phrases.filled(phrase, days).replace("{length}", length))
                .orElseGet(() -> "the " + span + " is one " + words.other("Window", constraint)));
      } else if (!constraint.isBinding()) {
        said.add("the " + span + " is one " + words.other("Window", constraint));
      }
    }
    return said.isEmpty() ? "the " + span + " is looked at" : Phrases.list(said, "and");
  }

  private String length(Set<String> codes) {
    Set<String> lengths = new LinkedHashSet<>();
    for (TimeTables.WindowRow row : knowledge.tables().windows()) {
      if (codes.contains(row.code()) && !row.length().isZero()) {
        lengths.add(length(row));
      }
    }
    boolean now =
        knowledge.tables().windows().stream()
            .anyMatch(row -> codes.contains(row.code()) && row.length().isZero());
    return lengths.isEmpty() && !now
        ? "span of the table"
        : Phrases.list(List.copyOf(lengths), "or");
  }

  private static String length(TimeTables.WindowRow row) {
    Period length = row.length();
    int weeks = length.getDays() / 7;
    return length.getMonths() > 0
        ? count(length.getMonths(), "month")
        : row.weeks() != null ? count(weeks, "week") : count(length.getDays(), "day");
  }

  private static String count(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private String interval(WrittenCondition condition, ConstraintWords words) {
    Set<String> codes = literals(condition, "code");
    List<String> spans =
        knowledge.tables().intervals().stream()
            .filter(row -> codes.contains(row.code()))
            .map(RowWords::span)
            .toList();
    StringBuilder said =
        new StringBuilder("the time until the next test is looked up")
            .append(spans.isEmpty() ? "" : ": " + Phrases.list(spans, "or"));
    for (Constraint constraint : others(condition, "code")) {
      if (!constraint.isBinding()) {
        said.append(", ").append(words.other("Interval", constraint));
      }
    }
    return said.toString();
  }

  private static String span(TimeTables.IntervalRow row) {
    if (row.toWeeks() == null) {
      return count(row.fromWeeks(), "week") + " or more";
    }
    return row.fromWeeks() == 0
        ? "up to " + count(row.toWeeks(), "week")
        : row.fromWeeks() + " to " + count(row.toWeeks(), "week");
  }

  private static List<Constraint> others(WrittenCondition condition, String... members) {
    return condition.constraints().stream()
        .filter(constraint -> equals(constraint, members).isEmpty())
        .toList();
  }

  /** What the member must equal, in words; empty where it may be anything. */
  private static Optional<String> told(
      WrittenCondition condition, String member, ConstraintWords words) {
    return condition.constraints().stream()
        .flatMap(constraint -> equals(constraint, member).stream())
        .map(right -> Phrases.list(words.words(condition.type(), member, right), "or"))
        .findFirst();
  }

  private static Set<String> literals(WrittenCondition condition, String member) {
    Set<String> literals = new LinkedHashSet<>();
    for (Constraint constraint : condition.constraints()) {
      for (Term term : equals(constraint, member).orElse(List.of())) {
        if (term instanceof Text text) {
          literals.add(text.value());
        }
      }
    }
    return literals;
  }

  private static Optional<List<Term>> equals(Constraint constraint, String... members) {
    return constraint.test() instanceof Compares compares
            && compares.positive()
            && compares.operator().equals("==")
            && compares.left() instanceof Path path
            && List.of(members).contains(path.name())
        ? Optional.of(compares.right())
        : Optional.empty();
  }
}
