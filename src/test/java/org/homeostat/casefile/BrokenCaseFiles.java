package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Good case files with one seeded change each, most of which break the contract. */
final class BrokenCaseFiles {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> DAYS =
      List.of(
          "2026-02-29",
          "2024-02-29",
          "2000-02-29",
          "1900-02-29",
          "2100-02-29",
          "2400-02-29",
          "0000-02-29",
          "2026-02-30",
          "2026-04-31",
          "2026-06-31",
          "2026-09-31",
          "2026-11-31",
          "2026-01-32",
          "2026-12-31",
          "2026-00-10",
          "2026-13-01",
          "2026-10-00",
          "2026-1-1",
          "26-01-01",
          "02026-01-01",
          "+2026-01-01",
          "-2026-01-01",
          "2026/01/01",
          "01.02.2026",
          "20260101",
          "2026-01-01T00:00",
          "2026-01-01\n",
          " 2026-01-01",
          "2026-01-01 ",
          "2026-001",
          "2026-W01-1",
          "２０２６-01-01",
          "2026",
          "2026-05",
          "2026-00",
          "2026-13",
          "2026-05\n",
          "202");
  private static final List<String> TIMES =
      List.of(
          "2026-01-01T07:30",
          "2026-01-01T07:30:00",
          "2026-01-01T07:30:00Z",
          "2026-01-01T07:30:00.123456789+01:00",
          "2026-01-01T07:30:00.1234567890Z",
          "2026-01-01T07:30:00.",
          "2026-01-01T24:00:00",
          "2026-01-01T23:59:60Z",
          "2026-01-01T07:60:00",
          "2026-01-01T7:30:00",
          "2026-01-01 07:30:00",
          "2026-01-01t07:30:00z",
          "2026-01-01T07:30:00+18:00",
          "2026-01-01T07:30:00-18:00",
          "2026-01-01T07:30:00+18:01",
          "2026-01-01T07:30:00+19:00",
          "2026-01-01T07:30:00+01:60",
          "2026-01-01T07:30:00+0100",
          "2026-01-01T07:30:00+01",
          "2026-01-01T07:30:00-00:00",
          "2026-02-30T07:30:00",
          "2024-02-29T07:30:00",
          "2026-01-01T07:30:00Z\n",
          "2026-01-01T07:30:00[UTC]",
          "2026-01-01T07:30:00+01:00:00",
          "2026-01-01T07",
          "2026-01-01T");
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "-0.0",
          "0",
          "0.5",
          "1.0",
          "1e0",
          "2",
          "24",
          "24.0001",
          "46.0",
          "46.5",
          "4.6e1",
          "46.00000000000000000000000",
          "125",
          "126",
          "10080",
          "10081",
          "1e6",
          "1000000.1",
          "1e12",
          "1000000000000.1",
          "-1e12",
          "-1.1e12",
          "1e13",
          "1e400",
          "-1e400",
          "1e-20",
          "1e-21",
          "1e-400",
          "0e-400",
          "0e400",
          "1e999999",
          "123456789012345678901234567890");

  private final Random random;

  BrokenCaseFiles(long seed) {
    this.random = new Random(seed);
  }

  /** The kinds of change. */
  enum Change {
    REMOVED,
    RENAMED,
    EXTRA,
    NULL,
    OTHER_TYPE,
    WRAPPED,
    UNKNOWN_CODE,
    MISSPELT,
    OTHER_CASE,
    EMPTY,
    LONG,
    DAY,
    TIME,
    NUMBER,
    AS_TEXT,
    VALUE_AND_SCORE_GONE
  }

  /** The file with one change of the kind, or null where it has no place for it. */
  JsonNode with(Change change, ObjectNode good) {
    ObjectNode file = good.deepCopy();
    List<Place> places = new ArrayList<>();
    collect(file, places);
    places.removeIf(place -> !fits(change, place));
    if (places.isEmpty()) {
      return null;
    }
    Place place = places.get(random.nextInt(places.size()));
    JsonNode old = place.value();
    switch (change) {
      case REMOVED -> place.remove();
      case RENAMED -> {
        place.remove();
        ((ObjectNode) place.parent()).set(misspelt(place.name()), old);
      }
      case EXTRA -> ((ObjectNode) old).put(one(List.of("note", "", "a/b~c", "Value", "units")), 1);
      case NULL -> place.set(JSON.nullNode());
      case OTHER_TYPE -> place.set(other());
      case WRAPPED -> place.set(JSON.arrayNode().add(old));
      case UNKNOWN_CODE -> place.set(JSON.textNode("no-such-code"));
      case MISSPELT -> place.set(JSON.textNode(misspelt(old.textValue())));
      case OTHER_CASE -> place.set(JSON.textNode(old.textValue().toUpperCase(Locale.ROOT)));
      case EMPTY -> place.set(JSON.textNode(""));
      case LONG -> place.set(JSON.textNode(old.textValue().repeat(2000)));
      case DAY -> place.set(JSON.textNode(one(DAYS)));
      case TIME -> place.set(JSON.textNode(one(TIMES)));
      case NUMBER -> place.set(DecimalNode.valueOf(new BigDecimal(one(NUMBERS))));
      case AS_TEXT -> place.set(JSON.textNode(old.asText()));
      case VALUE_AND_SCORE_GONE -> ((ObjectNode) old).remove(List.of("value", "sds"));
    }
    return file;
  }

  private static boolean fits(Change change, Place place) {
    JsonNode value = place.value();
    return switch (change) {
      case RENAMED -> place.parent().isObject();
      case EXTRA -> value.isObject();
      case MISSPELT, OTHER_CASE, LONG -> value.isTextual() && !value.textValue().isEmpty();
      case UNKNOWN_CODE, EMPTY -> value.isTextual();
      case DAY -> value.isTextual() && value.textValue().matches("[0-9]{4}(-[0-9]{2}){0,2}");
      case TIME -> place.name().endsWith("At");
      case NUMBER -> value.isNumber();
      case AS_TEXT -> value.isNumber() || value.isBoolean();
      case VALUE_AND_SCORE_GONE -> value.has("value") || value.has("sds");
      default -> true;
    };
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name, -1)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, "", i));
      }
    }
    node.forEach(child -> collect(child, places));
  }

  private JsonNode other() {
    return one(
        List.of(
            JSON.numberNode(1),
            JSON.textNode("text"),
            JSON.booleanNode(true),
            JSON.objectNode(),
            JSON.arrayNode(),
            JSON.arrayNode().add(1),
            JSON.objectNode().put("value", 1)));
  }

  private String misspelt(String text) {
    if (text.isEmpty()) {
      return "x";
    }
    int i = random.nextInt(text.length());
    String head = text.substring(0, i);
    String tail = text.substring(i + 1);
    return switch (random.nextInt(4)) {
      case 0 -> head + tail;
      case 1 -> head + text.charAt(i) + text.charAt(i) + tail;
      case 2 -> text + one(List.of(" ", "\n", "s", "-"));
      default -> head + "_" + tail;
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A member of an object, or an item of a list. */
  private record Place(JsonNode parent, String name, int index) {

    JsonNode value() {
      return index < 0 ? parent.get(name) : parent.get(index);
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else {
        ((ArrayNode) parent).remove(index);
      }
    }
  }
}
