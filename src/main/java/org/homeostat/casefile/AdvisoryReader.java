package org.homeostat.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.PatientGoal;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.TreatmentOption;
import org.homeostat.advice.Urgency;
import org.homeostat.knowledge.Knowledge;

/**
 * Reads advisories as {@link AdvisoryWriter} writes them, format version 1: whole, but for the
 * member {@code since}, which speaks of a still earlier one.
 */
public final class AdvisoryReader {

  private static final List<String> USES = List.of("judged", "shown", "set-aside");
  private static final String SHA_256 = "[0-9a-f]{64}";
  private static final String NO_SHA = "0".repeat(64);
  private static final Map<String, TierLevel> LEVELS = byCode(TierLevel.values(), TierLevel::code);
  private static final Map<String, Urgency> URGENCIES = byCode(Urgency.values(), Urgency::code);

  private final Knowledge knowledge;

  /** A reader that takes the levels of policy ids from the given tables. */
  public AdvisoryReader(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Reads advisories in the order of the text, each of another case.
   *
   * @param json UTF-8 text of one JSON object, or of several that follow each other
   * @throws CaseException with what is wrong in the text, all of it at once
   */
  public List<Advisory> read(byte[] json) {
    Problems problems = new Problems();
    List<Advisory> advisories = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    JsonText.advisories(
        Utf8.text(json),
        problems,
        (root, at) -> {
          Advisory advisory = advisory(root, at, problems);
          if (advisory == null) {
            return;
          }
          String other = places.putIfAbsent(advisory.caseId(), at.isEmpty() ? "line 1" : at);
          if (other != null) {
            problems.add(
                at + "/caseId",
                () ->
                    "'"
                        + Problem.brief(advisory.caseId())
                        + "' is the case of the advisory at "
                        + other
                        + " too; leave one of the two out");
          }
          advisories.add(advisory);
        });
    if (problems.count() > 0) {
      throw problems.exception();
    }
    return List.copyOf(advisories);
  }

  private Advisory advisory(JsonNode root, String at, Problems problems) {
    if (!root.isObject()) {
      if (!root.isMissingNode()) {
        problems.add(
            at,
            () ->
                "an advisory is one JSON object, not "
                    + Problem.shown(root)
                    + "; several follow each other, one a line");
      }
      return null;
    }
    Members m = new Members(root, at, problems, knowledge);
    m.formatVersion();
    m.required("formatVersion", 1, 1);
    m.has("since");
    String caseId = m.text("caseId");
    Advisory advisory =
        new Advisory(
            m.required("caseId", caseId, ""),
            m.required("asOf", m.date("asOf"), LocalDate.EPOCH),
            m.required("asOfDefaulted", m.bool("asOfDefaulted"), false),
            m.required("ruleSet", m.object("ruleSet", AdvisoryReader::ruleSet), null),
            Required.objects(m, "inputs", AdvisoryReader::input),
            m.required("tier", m.object("tier", this::tier), null),
            Required.objects(m, "recommendations", AdvisoryReader::recommendation),
            WrittenCourse.monitoring(m),
            WrittenCourse.response(m),
            Required.objects(m, "dataQuality", AdvisoryReader::dataQuality),
            Required.objects(m, "disagreements", AdvisoryReader::dispute),
            Required.objects(m, "statements", WrittenProofs::evidence),
            Required.objects(m, "goals", AdvisoryReader::goal),
            Required.objects(m, "sources", WrittenProofs::citation),
            Required.texts(m, "limits"));
    m.finish();
    return caseId == null ? null : advisory;
  }

  private static Advisory.RuleSet ruleSet(Members m) {
    String sha256 = Required.text(m, "sha256");
    if (!sha256.isEmpty() && !sha256.matches(SHA_256)) {
      m.problem(
          m.at() + "/sha256",
          "64 hexadecimal digits are wanted, not '" + Problem.brief(sha256) + "'");
    }
    return new Advisory.RuleSet(
        Required.text(m, "version"),
        sha256.isEmpty() ? NO_SHA : sha256,
        Required.text(m, "engine"),
        m.required("evidenceDate", m.date("evidenceDate"), LocalDate.EPOCH));
  }

  private static Advisory.Input input(Members m) {
    String use = Required.text(m, "use");
    if (!use.isEmpty() && !USES.contains(use)) {
      m.problem(m.at() + "/use", oneOf(USES, use));
    }
    return new Advisory.Input(
        Required.text(m, "at"), Required.text(m, "text"), use, m.text("finding"));
  }

  private Tier tier(Members m) {
    return new Tier(
        m.required("level", coded(m, "level", LEVELS), TierLevel.INDETERMINATE),
        coded(m, "atLeast", LEVELS),
        Required.objects(m, "reasons", this::reason),
        Required.objects(
            m,
            "missing",
            missing ->
                new Tier.Missing(Required.text(missing, "code"), Required.text(missing, "why"))));
  }

  private Tier.Reason reason(Members m) {
    String id = m.required("id", m.code("id", "policy"), null);
    return new Tier.Reason(
        id,
        id == null ? TierLevel.INDETERMINATE : TierLevel.of(knowledge.level(id)),
        Required.text(m, "summary"),
        Required.texts(m, "guidance"),
        Required.objects(m, "evidence", WrittenProofs::evidence),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  private static Recommendation recommendation(Members m) {
    String id = Required.text(m, "id");
    Recommendation recommendation =
        new Recommendation(
            Required.text(m, "action"),
            Required.text(m, "target"),
            m.required("urgency", coded(m, "urgency", URGENCIES), Urgency.INFO),
            Required.dateOrNull(m, "due"),
            Required.dateOrNull(m, "notBefore"),
            Required.text(m, "summary"),
            Required.text(m, "detail"),
            Required.texts(m, "guidance"),
            Required.objects(m, "evidence", WrittenProofs::evidence),
            Required.objects(m, "because", WrittenProofs::proof),
            Required.texts(m, "supersedes"),
            m.has("options") ? Required.objects(m, "options", AdvisoryReader::option) : List.of());
    if (!id.isEmpty() && !id.equals(recommendation.id())) {
      m.problem(
          m.at() + "/id",
          "'"
              + Problem.brief(id)
              + "' is not action and target, '"
              + Problem.brief(recommendation.id())
              + "'");
    }
    return recommendation;
  }

  private static TreatmentOption option(Members m) {
    return new TreatmentOption(
        Required.text(m, "code"),
        Required.text(m, "name"),
        m.required("excluded", m.bool("excluded"), false),
        Required.texts(m, "for"),
        Required.texts(m, "against"),
        Required.objects(m, "evidence", WrittenProofs::evidence),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  private static PatientGoal goal(Members m) {
    return new PatientGoal(
        Required.text(m, "code"),
        Required.text(m, "says"),
        Required.texts(m, "recommendations"),
        Required.texts(m, "options"),
        Required.objects(m, "evidence", WrittenProofs::evidence),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  private static Advisory.DataQuality dataQuality(Members m) {
    return new Advisory.DataQuality(
        Required.text(m, "code"), Required.text(m, "at"), Required.text(m, "message"));
  }

  private static Advisory.Dispute dispute(Members m) {
    return new Advisory.Dispute(
        Required.text(m, "topic"),
        Required.text(m, "kind"),
        Required.objects(
            m,
            "sides",
            side -> new Advisory.Side(Required.text(side, "source"), Required.text(side, "says"))),
        Required.text(m, "leans"),
        Required.objects(m, "evidence", WrittenProofs::evidence),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  private static <T> T coded(Members m, String name, Map<String, T> byCode) {
    String code = m.text(name);
    if (code != null && !byCode.containsKey(code)) {
      m.problem(m.at() + "/" + name, oneOf(byCode.keySet().stream().sorted().toList(), code));
    }
    return byCode.get(code);
  }

  private static String oneOf(List<String> codes, String found) {
    return "one of " + String.join(", ", codes) + " is wanted, not '" + Problem.brief(found) + "'";
  }

  private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
    Map<String, T> byCode = new HashMap<>();
    Arrays.stream(values).forEach(value -> byCode.put(code.apply(value), value));
    return byCode;
  }
}
