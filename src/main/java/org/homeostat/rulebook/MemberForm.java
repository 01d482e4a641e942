package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeostat.knowledge.NearestName;

/** Whether a value of a YAML row has the type of its member. */
final class MemberForm {

  private MemberForm() {}

  /** What is wrong with the value of a member, as sentences; none where it fits. */
  static List<String> problems(String member, JsonNode value, Type type) {
    if (type instanceof ParameterizedType list) {
      return listProblems(member, value, list.getActualTypeArguments()[0]);
    }
    if (type instanceof Class<?> row && row.isRecord()) {
      return rowProblems(member, value, row);
    }
    String wanted = wanted(value, type);
    return wanted.isEmpty()
        ? List.of()
        : List.of(member + ": " + wanted + " is wanted, not '" + value.asText() + "'");
  }

  private static List<String> listProblems(String member, JsonNode value, Type element) {
    if (!value.isArray()) {
      return List.of(member + ": a list is wanted; write [first, second]");
    }
    List<String> problems = new ArrayList<>();
    for (JsonNode item : value) {
      // an end of a range may be open
      if (!(item.isNull() && element == BigDecimal.class)) {
        problems.addAll(problems(member, item, element));
      }
    }
    return problems;
  }

  private static List<String> rowProblems(String member, JsonNode value, Class<?> row) {
    if (!value.isObject()) {
      return List.of(member + ": rows such as {name: value} are wanted");
    }
    List<String> problems = new ArrayList<>();
    RecordComponent[] components = row.getRecordComponents();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Arrays.stream(components)
          .filter(c -> c.getName().equals(entry.getKey()))
          .findFirst()
          .ifPresentOrElse(
              c ->
                  problems.addAll(
                      problems(
                          member + " " + entry.getKey(), entry.getValue(), c.getGenericType())),
              () ->
                  problems.add(
                      unknownMember(
                          member + " " + entry.getKey(),
                          entry.getKey(),
                          Arrays.stream(components).map(RecordComponent::getName).toList())));
    }
    return problems;
  }

  static String unknownMember(String at, String name, List<String> known) {
    return at + ": no such member; the nearest is '" + NearestName.of(name, known) + "'";
  }

  private static String wanted(JsonNode value, Type type) {
    if (type == boolean.class || type == Boolean.class) {
      return value.isBoolean() ? "" : "true or false";
    }
    if (type == int.class || type == Integer.class) {
      return value.isInt() && value.intValue() >= 0 ? "" : "a whole number, 0 or more";
    }
    if (type == BigDecimal.class) {
      boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
      return finite ? "" : "a number, without quotes,";
    }
    if (type == LocalDate.class) {
      return isDay(value) ? "" : "a day YYYY-MM-DD";
    }
    return value.isTextual() && !value.textValue().isBlank() ? "" : "a text, in quotes,";
  }

  private static boolean isDay(JsonNode value) {
    try {
      return value.isTextual() && LocalDate.parse(value.textValue()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
