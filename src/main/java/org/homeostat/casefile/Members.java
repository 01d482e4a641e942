package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NearestName;

/**
 * The members of one JSON object, read by name. Every wrong member is reported and read as absent,
 * so that one pass finds all problems; {@link #finish} reports members that nobody asked for.
 */
public final class Members {

  private final JsonNode node;
  private final String at;
  private final Problems problems;
  private final Knowledge knowledge;
  private final Set<String> asked = new LinkedHashSet<>();

  Members(JsonNode node, String at, Problems problems, Knowledge knowledge) {
    this.node = node;
    this.at = at;
    this.problems = problems;
    this.knowledge = knowledge;
  }

  /** JSON Pointer of the object. */
  public String at() {
    return at;
  }

  /** The names of all members, in the order of the file. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether the member is there, right or wrong. */
  public boolean has(String name) {
    asked.add(name);
    return node.has(name);
  }

  /** Whether the member is a list or an object with nothing in it. */
  public boolean isEmpty(String name) {
    return node.path(name).isContainerNode() && node.path(name).isEmpty();
  }

  /** Whether the member says that there is nothing, where its form has a word for that. */
  boolean isNull(String name) {
    return has(name) && node.get(name).isNull();
  }

  private JsonNode member(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    if (value != null && value.isNull()) {
      problem(at + "/" + name, "null says nothing; leave the member out if it was not asked");
      return null;
    }
    // a missing node stands for a value that is reported already
    return value != null && value.isMissingNode() ? null : value;
  }

  /** The value, or a stand-in where the member is there and wrong, which is reported already. */
  <T> T unlessWrong(String name, T value, T standIn) {
    return value == null && node.get(name) != null ? standIn : value;
  }

  /** Whether the member is the given text. */
  boolean isText(String name, String text) {
    return has(name) && node.get(name).isTextual() && node.path(name).textValue().equals(text);
  }

  /**
   * The value, or, where the member is missing or wrong, a stand-in that lets reading go on: what
   * is built from it is never used, since the case has a problem.
   */
  <T> T required(String name, T value, T standIn) {
    if (node.get(name) == null) {
      problem(at, "'" + name + "' is missing");
    }
    return value == null ? standIn : value;
  }

  /** A text; null where the member is absent or wrong. */
  public String text(String name) {
    JsonNode value = member(name);
    if (value != null && !value.isTextual()) {
      problem(at + "/" + name, "text is wanted, not " + Problem.shown(value));
      return null;
    }
    return value == null ? null : value.textValue();
  }

  /** A code of a vocabulary list. */
  String code(String name, String list) {
    String code = text(name);
    return code == null ? null : checked(code, list, at + "/" + name);
  }

  private String checked(String code, String list, String place) {
    List<String> codes = CodeLists.codes(list, knowledge);
    if (codes.contains(code)) {
      return code;
    }
    problems.add(
        place,
        () ->
            "'"
                + Problem.brief(code)
                + "' is no "
                + list
                + " code; the nearest is '"
                + NearestName.of(code, codes)
                + "'");
    return null;
  }

  /** True or false; null where the member is absent or wrong. */
  public Boolean bool(String name) {
    JsonNode value = member(name);
    if (value != null && !value.isBoolean()) {
      problem(at + "/" + name, "true or false is wanted, not " + Problem.shown(value));
      return null;
    }
    return value == null ? null : value.booleanValue();
  }

  BigDecimal number(String name) {
    JsonNode value = member(name);
    return value == null ? null : Numbers.number(value, at + "/" + name, problems);
  }

  BigDecimal numberFrom(String name, BigDecimal least, BigDecimal most) {
    BigDecimal number = number(name);
    return number == null ? null : Numbers.within(number, least, most, at + "/" + name, problems);
  }

  Integer wholeNumber(String name, int least, int most) {
    JsonNode value = member(name);
    return value == null ? null : Numbers.whole(value, least, most, at + "/" + name, problems);
  }

  /** A day; null where the member is absent or wrong. */
  public LocalDate date(String name) {
    return parsed(name, Dates::day);
  }

  /** A date of year, month or day precision. */
  String partialDate(String name) {
    return parsed(name, Dates::partial);
  }

  /** A time with or without an offset. */
  Temporal time(String name) {
    return parsed(name, Dates::time);
  }

  private <T> T parsed(String name, Function<String, T> parser) {
    String text = text(name);
    try {
      return text == null ? null : parser.apply(text);
    } catch (DateTimeException e) {
      problem(at + "/" + name, e.getMessage() + " is wanted, not '" + Problem.brief(text) + "'");
      return null;
    }
  }

  /** A list of objects; null where the member is absent. What cannot be read is left out. */
  <T> List<T> list(String name, Function<Members, T> reader) {
    return items(name, (item, place) -> read(item, place, reader));
  }

  /** A list of codes; null where the member is absent. */
  List<String> codes(String name, String list) {
    return texts(name, (code, place) -> checked(code, list, place) != null);
  }

  /**
   * A list of codes; null where the member is absent.
   *
   * @param accepts whether a code at a place is taken; what refuses it reports why
   */
  public List<String> texts(String name, BiPredicate<String, String> accepts) {
    return texts(name, "a code", accepts);
  }

  /** A list of texts; null where the member is absent. */
  List<String> sentences(String name) {
    return texts(name, "text", (text, place) -> true);
  }

  private List<String> texts(String name, String what, BiPredicate<String, String> accepts) {
    return items(
        name,
        (item, place) -> {
          if (item.isTextual()) {
            return accepts.test(item.textValue(), place) ? item.textValue() : null;
          }
          if (!item.isMissingNode()) {
            problem(place, what + " is wanted, not " + Problem.shown(item));
          }
          return null;
        });
  }

  private <T> List<T> items(String name, BiFunction<JsonNode, String, T> reader) {
    JsonNode value = array(name);
    if (value == null) {
      return null;
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      T item = reader.apply(value.get(i), at + "/" + name + "/" + i);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private JsonNode array(String name) {
    JsonNode value = member(name);
    if (value != null && !value.isArray()) {
      problem(at + "/" + name, "a list is wanted, not " + Problem.shown(value));
      return null;
    }
    return value;
  }

  /** An object; null where the member is absent or wrong. */
  public <T> T object(String name, Function<Members, T> reader) {
    JsonNode value = member(name);
    return value == null ? null : read(value, at + "/" + name, reader);
  }

  private <T> T read(JsonNode value, String place, Function<Members, T> reader) {
    if (!value.isObject()) {
      if (!value.isMissingNode()) {
        problem(place, "an object is wanted, not " + Problem.shown(value));
      }
      return null;
    }
    Members members = new Members(value, place, problems, knowledge);
    T item = null;
    try {
      item = reader.apply(members);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      problem(
          place,
          message.startsWith(place + ": ") ? message.substring(place.length() + 2) : message);
    }
    members.finish();
    return item;
  }

  /** Accepts all members without reading them. */
  Members skipAll() {
    asked.addAll(names());
    return this;
  }

  /** Checks that the file is of the one version there is. */
  void formatVersion() {
    JsonNode value = member("formatVersion");
    if (value != null
        && !(value.isNumber() && value.decimalValue().compareTo(BigDecimal.ONE) == 0)) {
      problem(at + "/formatVersion", "this program reads version 1, not " + Problem.shown(value));
    }
  }

  void finish() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        problems.add(
            Problem.place(at, name),
            () -> "unknown member; the nearest is '" + NearestName.of(name, asked) + "'");
      }
    }
  }

  /** Reports something wrong. */
  public void problem(String place, String message) {
    problems.add(place, () -> message);
  }
}
