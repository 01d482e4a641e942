package org.homeostat.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Response;
import org.homeostat.advice.Tier;

/**
 * A case with today's outcome as what it expects, for somebody to review: a rule that changes the
 * outcome later fails it.
 */
public final class FrozenCase {

  /** What the title of a case begins with that nobody has reviewed. */
  public static final String TO_BE_REVIEWED = "To be reviewed: ";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FrozenCase() {}

  /**
   * The same case with the outcome as its expectation. Members keep their order.
   *
   * @param given as it was written
   * @param id id of the new case
   * @param advisory what the engine gave for the case
   */
  public static ObjectNode of(ObjectNode given, String id, Advisory advisory) {
    ObjectNode frozen = JSON.objectNode();
    String title = given.path("title").asText(advisory.caseId());
    String marked = title.startsWith(TO_BE_REVIEWED) ? title : TO_BE_REVIEWED + title;
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      switch (member.getKey()) {
        case "id" -> {
          frozen.put("id", id);
          frozen.put("title", marked);
          frozen.put("asOf", advisory.asOf().toString());
        }
        case "title", "asOf", "expect" -> {}
        default -> frozen.set(member.getKey(), member.getValue());
      }
    }
    frozen.set("expect", expectation(advisory));
    return frozen;
  }

  /** What a case expects that expects this outcome and no other recommendation. */
  static ObjectNode expectation(Advisory advisory) {
    ObjectNode expect = JSON.objectNode();
    Tier tier = advisory.tier();
    expect.put("tier", tier.level().code());
    if (tier.atLeast() != null) {
      expect.put("atLeast", tier.atLeast().code());
    }
    expect.set("reasons", list(tier.reasons().stream().map(Tier.Reason::id)));
    expect.set("recommends", list(advisory.recommendations().stream().map(Recommendation::id)));
    expect.put("only", true);
    map(expect, "urgency", advisory, recommendation -> recommendation.urgency().code());
    // both ends, so that the day itself is held
    map(expect, "due", advisory, recommendation -> day(recommendation.due()));
    map(expect, "dueNotBefore", advisory, recommendation -> day(recommendation.due()));
    optional(expect, "missing", tier.missing().stream().map(Tier.Missing::code));
    words(expect, "response", advisory.response().markers(), Response.Marker::name);
    Map<String, Monitored> lines = new TreeMap<>();
    advisory.monitoring().forEach(line -> lines.put(line.code(), line));
    words(expect, "monitoring", lines, Monitored::status);
    words(expect, "monitoringDue", lines, line -> day(line.due()));
    optional(
        expect, "dataQuality", advisory.dataQuality().stream().map(Advisory.DataQuality::code));
    optional(
        expect, "disagreements", advisory.disagreements().stream().map(Advisory.Dispute::topic));
    return expect;
  }

  private static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static ArrayNode list(Stream<String> items) {
    ArrayNode list = JSON.arrayNode();
    items.distinct().forEach(list::add);
    return list;
  }

  private static void optional(ObjectNode expect, String member, Stream<String> items) {
    ArrayNode list = list(items);
    if (!list.isEmpty()) {
      expect.set(member, list);
    }
  }

  private static <T> void words(
      ObjectNode expect, String member, Map<String, T> lines, Function<T, String> word) {
    ObjectNode words = JSON.objectNode();
    lines.forEach(
        (code, line) -> {
          if (word.apply(line) != null) {
            words.put(code, word.apply(line));
          }
        });
    if (!words.isEmpty()) {
      expect.set(member, words);
    }
  }

  private static void map(
      ObjectNode expect, String member, Advisory advisory, Function<Recommendation, String> value) {
    Map<String, String> byId = new TreeMap<>();
    for (Recommendation recommendation : advisory.recommendations()) {
      String text = value.apply(recommendation);
      if (text != null) {
        byId.put(recommendation.id(), text);
      }
    }
    if (!byId.isEmpty()) {
      ObjectNode map = expect.putObject(member);
      byId.forEach(map::put);
    }
  }
}
