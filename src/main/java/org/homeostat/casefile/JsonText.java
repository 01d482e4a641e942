package org.homeostat.casefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * JSON text on its way to a tree. What is wrong in one place only is reported and stands in the
 * tree as a missing node, so that one pass finds all problems; what breaks the form ends it.
 */
final class JsonText {

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;
  private static final BigDecimal LARGEST = new BigDecimal("1e12");
  private static final int FINEST = 1000;
  private static final Pattern NO_NUMBER = Pattern.compile("[+-]?[A-Z]");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  // Lengths are bounded by the size of the file, depth and numbers are judged here: the
  // parser's own bounds would end in messages about its classes.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST + 1)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;
  private final JsonForm form;
  private final Problems problems;
  private int values;

  private JsonText(String text, JsonForm form, Problems problems) {
    this.text = text;
    this.form = form;
    this.problems = problems;
  }

  /**
   * The tree of a case, which is the one value of its text.
   *
   * @param problems gets what is wrong in one place
   * @throws CaseException when the text is no JSON
   */
  static JsonNode tree(String text, Problems problems) {
    return new JsonText(text, JsonForm.CASE, problems).tree();
  }

  /**
   * The trees of advisories that follow each other in a text, each as soon as it is read.
   *
   * @param problems gets what is wrong in one place
   * @param reader gets a tree and where it lies: for the first of them an empty JSON Pointer, for
   *     those that follow their line, before which no pointer reaches
   * @throws CaseException when the text is no JSON
   */
  static void advisories(String text, Problems problems, BiConsumer<JsonNode, String> reader) {
    new JsonText(text, JsonForm.ADVISORY, problems).trees(reader);
  }

  private JsonNode tree() {
    return parsed(
        parser -> {
          JsonNode root = value(parser, "");
          end(parser);
          return root;
        });
  }

  private void trees(BiConsumer<JsonNode, String> reader) {
    parsed(
        parser -> {
          String at = "";
          do {
            reader.accept(value(parser, at), at);
            boolean more = parser.nextToken() != null;
            at = more ? "line " + parser.currentTokenLocation().getLineNr() : null;
          } while (at != null);
          return null;
        });
  }

  /** What is made of a text once its first token is read. */
  private interface Parsing<T> {
    T of(JsonParser parser) throws IOException;
  }

  private <T> T parsed(Parsing<T> parsing) {
    if (text.isBlank()) {
      problems.add(
          "",
          () ->
              (text.isEmpty() ? "is empty" : "holds nothing but blanks")
                  + "; "
                  + form.name()
                  + " is one JSON object");
      throw problems.exception();
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      return parsing.of(parser);
    } catch (JsonProcessingException e) {
      problems.add("", () -> BrokenJson.message(text, e));
      throw problems.exception();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode value(JsonParser parser, String at) throws IOException {
    if (++values > form.values()) {
      problems.add(
          "",
          () ->
              "holds more than "
                  + form.values()
                  + " values; "
                  + form.name()
                  + " has "
                  + form.usualValues());
      throw problems.exception();
    }
    if (parser.getParsingContext().getNestingDepth() > form.depth()) {
      String place = shown(parser.currentTokenLocation());
      problems.add(
          "",
          () ->
              "is nested more than "
                  + form.depth()
                  + " deep at "
                  + place
                  + "; "
                  + form.name()
                  + " needs "
                  + form.usualDepth());
      throw problems.exception();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, at);
      case START_ARRAY -> array(parser, at);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), at);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(JsonParser parser, String at) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String place = Problem.place(at, name);
      parser.nextToken();
      JsonNode value = value(parser, place);
      if (object.putIfAbsent(name, value) != null) {
        problems.add(place, () -> "stands here twice; leave one of the two out");
      }
    }
    return object;
  }

  private ArrayNode array(JsonParser parser, String at) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, at + "/" + array.size()));
    }
    return array;
  }

  private JsonNode number(String digits, String at) {
    if (NO_NUMBER.matcher(digits).lookingAt()) {
      problems.add(at, () -> digits + " is no number; leave it out if nothing was measured");
      return MissingNode.getInstance();
    }
    try {
      // reading takes the square of the length in time
      if (digits.length() <= LONGEST_NUMBER) {
        BigDecimal number = new BigDecimal(digits);
        if (number.abs().compareTo(LARGEST) <= 0 && number.scale() <= FINEST) {
          return DecimalNode.valueOf(number);
        }
      }
    } catch (NumberFormatException e) {
      // an exponent that no number can have: reported below
    }
    problems.add(
        at,
        () ->
            "the number "
                + Problem.brief(digits)
                + " is beyond any measurement; give the one that was measured");
    return MissingNode.getInstance();
  }

  private void end(JsonParser parser) throws IOException {
    JsonLocation place;
    try {
      if (parser.nextToken() == null) {
        return;
      }
      place = parser.currentTokenLocation();
    } catch (JsonProcessingException e) {
      place = e.getLocation();
    }
    String shown = shown(place);
    problems.add("", () -> "something follows the object at " + shown + "; a file holds one case");
  }

  private static String shown(JsonLocation place) {
    return "line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
