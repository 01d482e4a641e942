package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeostat.rulebook.WrittenCondition.Call;
import org.homeostat.rulebook.WrittenCondition.Compares;
import org.homeostat.rulebook.WrittenCondition.Constraint;
import org.homeostat.rulebook.WrittenCondition.Holds;
import org.homeostat.rulebook.WrittenCondition.Joined;
import org.homeostat.rulebook.WrittenCondition.Nested;
import org.homeostat.rulebook.WrittenCondition.Opposite;
import org.homeostat.rulebook.WrittenCondition.Path;
import org.homeostat.rulebook.WrittenCondition.Term;
import org.homeostat.rulebook.WrittenCondition.Test;
import org.homeostat.rulebook.WrittenCondition.Text;
import org.homeostat.rulebook.WrittenCondition.Variable;
import org.homeostat.rulebook.WrittenCondition.Word;

/** What the conditions of one rule ask of their facts, as phrases. */
final class ConstraintWords {

  /** Where a phrase goes: before the noun, right behind it, or after that. */
  enum Spot {
    BEFORE("before|"),
    OF("of|"),
    AFTER("");

    private final String mark;

    Spot(String mark) {
      this.mark = mark;
    }
  }

  record Phrase(Spot spot, String text) {
    static Phrase of(String written) {
      for (Spot spot : Spot.values()) {
        if (written.startsWith(spot.mark)) {
          return new Phrase(spot, written.substring(spot.mark.length()));
        }
      }
      throw new IllegalStateException("every phrase has a spot");
    }
  }

  private final CodeWords codes;
  private final Referents referents;
  private final List<String> unphrased = new ArrayList<>();

  ConstraintWords(CodeWords codes, Referents referents) {
    this.codes = codes;
    this.referents = referents;
  }

  /** What was asked so far that has no phrase of its own. */
  List<String> unphrased() {
    return unphrased;
  }

  List<Phrase> phrases(WrittenCondition condition) {
    return condition.constraints().stream()
        .flatMap(constraint -> phrases(condition.type(), constraint).stream())
        .toList();
  }

  List<Phrase> phrases(String type, Constraint constraint) {
    if (constraint.isBinding()) {
      return Phrases.find(type + "." + constraint.bound().get().name() + ".bound")
          .map(Phrase::of)
          .stream()
          .toList();
    }
    return phrases(type, constraint.test(), true);
  }

  private List<Phrase> phrases(String type, Test test, boolean positive) {
    if (test instanceof Opposite opposite) {
      return phrases(type, opposite.test(), !positive);
    }
    if (test instanceof Joined joined) {
      List<List<Phrase>> parts =
          joined.tests().stream().map(part -> phrases(type, part, positive)).toList();
      return joined.all() == positive
          ? parts.stream().flatMap(List::stream).toList()
          : List.of(
              new Phrase(
                  Spot.AFTER,
                  "of which one holds at least: "
                      + String.join(
                          "; ",
                          parts.stream()
                              .map(
                                  part ->
                                      String.join(
                                          " and ", part.stream().map(Phrase::text).toList()))
                              .toList())));
    }
    if (test instanceof Compares compares) {
      return List.of(compared(type, compares, compares.positive() == positive));
    }
    Term term = ((Holds) test).term();
    return term instanceof Nested nested
        ? phrases(type, nested.test(), positive)
        : List.of(held(type, term, positive));
  }

  private Phrase held(String type, Term term, boolean positive) {
    String name = term instanceof Call call ? call.name() : plain(term);
    List<String> arguments =
        term instanceof Call call ? words(type, name, call.arguments()) : List.of();
    String key = type + "." + name + (positive ? "" : ".not");
    return Phrases.find(key)
        .map(phrase -> Phrase.of(Phrases.filled(phrase, arguments)))
        .orElseGet(
            () -> {
              unphrased.add(key);
              boolean is = name.startsWith("is");
              return new Phrase(
                  Spot.AFTER,
                  "of which it "
                      + (positive ? "holds" : "does not hold")
                      + " that it "
                      + (is ? "" : term instanceof Call ? "" : "is ")
                      + Phrases.words(name)
                      + " "
                      + Phrases.list(arguments, "and"));
            });
  }

  /** A yes-or-no member without its first word, as rules may write it or not. */
  private static String plain(Term term) {
    String name = term instanceof Path path ? String.join(".", path.members()) : "value";
    return name.matches("is[A-Z].*")
        ? Character.toLowerCase(name.charAt(2)) + name.substring(3)
        : name;
  }

  private Phrase compared(String type, Compares compares, boolean positive) {
    List<Term> right = compares.right();
    if (right.size() == 1 && right.get(0) instanceof Word word && !word.value().equals("null")) {
      if (word.value().equals("true") || word.value().equals("false")) {
        return held(type, compares.left(), positive == word.value().equals("true"));
      }
    }
    if (!(compares.left() instanceof Path path)) {
      unphrased.add(type + " " + compares.left());
      return new Phrase(
          Spot.AFTER,
          "with "
              + word(type, "", compares.left())
              + (positive ? " equal to " : " other than ")
              + Phrases.list(words(type, "", right), "or"));
    }
    String member = plain(path);
    String key = type + "." + member + operator(compares, positive);
    Optional<Phrase> each = each(key, right, positive);
    List<String> told = List.of(Phrases.list(words(type, member, right), "or"));
    return each.or(
            () ->
                Phrases.first(right.get(0) instanceof Variable ? key + ".$" : key, key)
                    .map(phrase -> Phrase.of(Phrases.filled(phrase, told))))
        .orElseGet(() -> plainly(key, member, compares, positive, told.get(0)));
  }

  private static String operator(Compares compares, boolean positive) {
    if (compares.right().get(0) instanceof Word word && word.value().equals("null")) {
      return positive ? ".missing" : ".given";
    }
    return switch (compares.operator()) {
      case "==" -> positive ? ".is" : ".isnot";
      default -> "." + compares.operator() + (positive ? "" : ".not");
    };
  }

  /** Where each of the codes has a phrase of its own. */
  private static Optional<Phrase> each(String key, List<Term> right, boolean positive) {
    List<Phrase> own =
        right.stream()
            .flatMap(term -> term instanceof Text text ? Stream.of(text.value()) : Stream.empty())
            .map(code -> key + "." + (code.isEmpty() ? "empty" : code))
            .flatMap(name -> Phrases.find(name).stream())
            .map(Phrase::of)
            .toList();
    boolean all = own.size() == right.size();
    return all && (own.size() == 1 || positive)
        ? Optional.of(
            new Phrase(
                own.get(0).spot(), Phrases.list(own.stream().map(Phrase::text).toList(), "or")))
        : Optional.empty();
  }

  private Phrase plainly(
      String key, String member, Compares compares, boolean positive, String told) {
    unphrased.add(key);
    String verb =
        key.endsWith(".given")
            ? " is given"
            : key.endsWith(".missing")
                ? " is not given"
                : switch (compares.operator()) {
                  case "contains" -> positive ? " have " : " do not have ";
                  case "memberOf" -> positive ? " is one of " : " is none of ";
                  default -> positive ? " is " : " is not ";
                };
    return new Phrase(
        Spot.AFTER,
        "whose "
            + Phrases.words(member.replace('.', ' '))
            + verb
            + (verb.endsWith(" ") ? told : ""));
  }

  /** The words of terms that a member or method of the type is set beside. */
  List<String> words(String type, String member, List<Term> terms) {
    return terms.stream().map(term -> word(type, member, term)).toList();
  }

  private String word(String type, String member, Term term) {
    if (term instanceof Text text) {
      return text.value().isEmpty() ? "nothing" : codes.of(type, member, text.value());
    }
    if (term instanceof Variable variable) {
      String of = referents.of(variable.name());
      for (Call part : variable.members()) {
        of = "the " + Phrases.words(part.name()) + " of " + of;
      }
      return of;
    }
    if (term instanceof Call call) {
      List<String> arguments = words(type, call.name(), call.arguments());
      String key = "formula." + call.name();
      if (Phrases.find(key).isEmpty()) {
        unphrased.add(key);
      }
      return Phrases.find(key)
          .map(phrase -> Phrases.filled(phrase, arguments))
          .orElseGet(
              () -> "the " + Phrases.words(call.name()) + " of " + Phrases.list(arguments, "and"));
    }
    if (term instanceof Path path) {
      return "its " + Phrases.words(String.join(" ", path.members()));
    }
    return term instanceof Word word
        ? word.value()
        : "whether it is one "
            + String.join(
                " and ",
                phrases(type, ((Nested) term).test(), true).stream().map(Phrase::text).toList());
  }

  /** A constraint that rows of tables do not tell in words of their own. */
  String other(String type, Constraint constraint) {
    return String.join(" and ", phrases(type, constraint).stream().map(Phrase::text).toList());
  }
}
