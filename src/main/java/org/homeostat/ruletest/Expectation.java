package org.homeostat.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.knowledge.Knowledge;

/** What a case expects of its advisory. Lists are minimum lists. */
final class Expectation {

  private static final Set<String> MEMBERS =
      Set.of(
          "tier",
          "atLeast",
          "reasons",
          "reasonsNot",
          "recommends",
          "recommendsNot",
          "urgency",
          "due",
          "dueNotBefore",
          "missing",
          "response",
          "dataQuality",
          "dataQualityNot",
          "disagreements",
          "only");
  private static final Set<String> ACTIONS =
      Set.of(
          "avoid", "stop", "hold", "review", "refer", "assess", "measure", "repeat", "discuss",
          "counsel", "verify");

  private final JsonNode expect;

  private Expectation(JsonNode expect) {
    this.expect = expect;
  }

  /** The expectation of a case file; one that names nothing is an error. */
  static Expectation of(byte[] caseFile, Knowledge knowledge) {
    JsonNode expect;
    try {
      expect = new ObjectMapper().readTree(caseFile).path("expect");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!expect.isObject() || expect.isEmpty()) {
      throw new IllegalArgumentException("the case expects nothing");
    }
    expect
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("unknown expectation '" + name + "'");
              }
            });
    Expectation expectation = new Expectation(expect);
    for (String list : List.of("reasons", "reasonsNot")) {
      for (String policy : expectation.list(list)) {
        if (!knowledge.policies().contains(policy)) {
          throw new IllegalArgumentException(list + ": '" + policy + "' is no policy id");
        }
      }
    }
    for (String list : List.of("recommends", "recommendsNot")) {
      for (String id : expectation.list(list)) {
        if (!ACTIONS.contains(id.split(":", 2)[0])) {
          throw new IllegalArgumentException(list + ": '" + id + "' has no known action");
        }
      }
    }
    return expectation;
  }

  /** What of it the advisory does not meet, as sentences. */
  List<String> unmet(Advisory advisory) {
    List<String> unmet = new ArrayList<>();
    Tier tier = advisory.tier();
    if (expect.has("tier") && !text("tier").equals(tier.level().code())) {
      unmet.add("tier: expected " + text("tier") + ", got " + tier.level().code());
    }
    if (expect.has("atLeast")
        && (tier.atLeast() == null || !text("atLeast").equals(tier.atLeast().code()))) {
      unmet.add("atLeast: expected " + text("atLeast") + ", got " + tier.atLeast());
    }
    Set<String> reasons = ids(tier.reasons(), Tier.Reason::id);
    contains(unmet, "reasons", reasons);
    lacks(unmet, "reasonsNot", reasons);
    Map<String, Recommendation> recommendations = new TreeMap<>();
    advisory.recommendations().forEach(r -> recommendations.put(r.id(), r));
    contains(unmet, "recommends", recommendations.keySet());
    lacks(unmet, "recommendsNot", recommendations.keySet());
    if (expect.path("only").asBoolean()
        && !recommendations.keySet().equals(new HashSet<>(list("recommends")))) {
      unmet.add("only: got " + recommendations.keySet());
    }
    each(unmet, "urgency", recommendations, (r, v) -> r.urgency().code().equals(v));
    each(
        unmet,
        "due",
        recommendations,
        (r, v) -> r.due() != null && !r.due().isAfter(LocalDate.parse(v)));
    each(
        unmet,
        "dueNotBefore",
        recommendations,
        (r, v) -> r.due() != null && !r.due().isBefore(LocalDate.parse(v)));
    contains(unmet, "missing", ids(tier.missing(), Tier.Missing::code));
    Set<String> quality = ids(advisory.dataQuality(), Advisory.DataQuality::code);
    contains(unmet, "dataQuality", quality);
    lacks(unmet, "dataQualityNot", quality);
    contains(unmet, "disagreements", ids(advisory.disagreements(), Advisory.Dispute::topic));
    if (expect.has("response")) {
      unmet.add("response: not judged by this version");
    }
    return unmet;
  }

  private String text(String member) {
    return expect.get(member).textValue();
  }

  private List<String> list(String member) {
    return StreamSupport.stream(expect.path(member).spliterator(), false)
        .map(JsonNode::textValue)
        .toList();
  }

  private static <T> Set<String> ids(Collection<T> items, Function<T, String> id) {
    return items.stream().map(id).collect(Collectors.toSet());
  }

  private void contains(List<String> unmet, String member, Set<String> got) {
    for (String wanted : list(member)) {
      if (!got.contains(wanted)) {
        unmet.add(member + ": " + wanted + " is missing from " + got);
      }
    }
  }

  private void lacks(List<String> unmet, String member, Set<String> got) {
    for (String unwanted : list(member)) {
      boolean present =
          unwanted.endsWith("*")
              ? got.stream()
                  .anyMatch(id -> id.startsWith(unwanted.substring(0, unwanted.length() - 1)))
              : got.contains(unwanted);
      if (present) {
        unmet.add(member + ": " + unwanted + " is there");
      }
    }
  }

  private void each(
      List<String> unmet,
      String member,
      Map<String, Recommendation> recommendations,
      BiFunction<Recommendation, String, Boolean> holds) {
    expect
        .path(member)
        .properties()
        .forEach(
            entry -> {
              Recommendation r = recommendations.get(entry.getKey());
              if (r == null || !holds.apply(r, entry.getValue().textValue())) {
                unmet.add(member + ": " + entry + ", got " + (r == null ? "nothing" : describe(r)));
              }
            });
  }

  private static String describe(Recommendation r) {
    return r.urgency().code() + " due " + r.due();
  }
}
