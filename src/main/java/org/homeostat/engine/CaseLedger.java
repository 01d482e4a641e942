package org.homeostat.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeostat.advice.Advisory.DataQuality;
import org.homeostat.advice.Advisory.Input;
import org.homeostat.fact.Answer;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;

/**
 * Keeps account of a case: each datum stands among the inputs, and what rules read among the facts.
 */
final class CaseLedger {

  private final Knowledge knowledge;
  private final List<Object> facts = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<DataQuality> quality = new ArrayList<>();

  CaseLedger(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  List<Object> facts() {
    return facts;
  }

  List<Input> inputs() {
    return inputs;
  }

  List<DataQuality> quality() {
    return quality;
  }

  void fact(Object fact) {
    facts.add(fact);
  }

  void quality(String code, String at, String message) {
    quality.add(new DataQuality(code, at, message));
  }

  void input(String at, String text, boolean judged) {
    input(new Input(at, Wording.sentence(text), judged ? "judged" : "shown", null));
  }

  void input(Input input) {
    inputs.add(input);
  }

  /** A datum that reasons nothing, with the data-quality code that says why. */
  void setAside(String problem, String at, String text, String why) {
    String sentence = Wording.sentence(text);
    quality(problem, at, sentence + " is set aside: " + why);
    input(new Input(at, sentence, "set-aside", problem));
  }

  /** A member that may be absent, as an input. */
  void optional(String at, String name, Object value, boolean judged) {
    if (value != null) {
      String words =
          value instanceof Boolean yes
              ? yes ? "yes" : "no"
              : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
      input(at, name + " " + words, judged);
    }
  }

  /** An answer of a vocabulary list that may be absent. */
  void answer(String at, String list, String value) {
    if (value != null) {
      String text = Wording.words(list) + ": " + Wording.words(value);
      coded(at, text, list, value, new Answer(at, list, value, text));
    }
  }

  /** A fact that rules read where its code is judged; an input either way. */
  void coded(String at, String text, String list, String code, Object fact) {
    Tables.Term term = knowledge.term(list, code);
    if (term.judged()) {
      facts.add(fact);
    }
    input(at, text, term.judged());
  }
}
