package org.homeostat.engine;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Urgency;
import org.homeostat.casefile.CaseReader;
import org.homeostat.knowledge.Tables.CutoffRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the table of cut-offs, just below it, at it and just above it, through the engine. A
 * row whose band has no probe fails.
 */
class CutoffsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  /** A man of 40 with sermorelin planned, all core data normal and complete. */
  private static final String NORMAL =
      """
      {"id": "cut-off", "asOf": "2026-11-21",
       "patient": {"ageYears": 40, "sex": "male", "ancestry": "european"},
       "observations": [
        {"code": "fasting-glucose", "value": 81, "unit": "mg/dL", "date": "2026-11-10", "fastingHours": 10},
        {"code": "fasting-insulin", "value": 10, "unit": "u[IU]/mL", "date": "2026-11-10", "fastingHours": 10},
        {"code": "hba1c", "value": 5.0, "unit": "%", "date": "2026-11-10"},
        {"code": "triglycerides", "value": 90, "unit": "mg/dL", "date": "2026-11-10", "fastingHours": 10},
        {"code": "systolic-bp", "value": 139, "unit": "mm[Hg]", "date": "2026-11-10"},
        {"code": "diastolic-bp", "value": 74, "unit": "mm[Hg]", "date": "2026-11-10"},
        {"code": "waist", "value": 78, "unit": "cm", "date": "2026-11-10"},
        {"code": "weight", "value": 98, "unit": "kg", "date": "2026-11-10"},
        {"code": "height", "value": 200, "unit": "cm", "date": "2026-11-10"},
        {"code": "igf-1", "value": 150, "unit": "ng/mL", "sds": 0.3, "date": "2026-11-10"},
        {"code": "tsh", "value": 1.8, "unit": "m[IU]/L", "date": "2026-11-10"},
        {"code": "free-t4", "value": 1.2, "unit": "ng/dL", "date": "2026-11-10"}],
       "conditions": [], "familyHistory": [], "symptoms": [], "medications": [],
       "protocol": [{"agent": "sermorelin", "source": "licensed-pharmacy"}],
       "lifestyle": {"activityMinutesPerWeek": 200, "dietQuality": "good", "sleepHours": 7.5}}
      """;

  /**
   * How a band shows.
   *
   * @param change what else the case needs
   * @param start what the limit is added to; null: the value is the limit itself
   * @param reached whether the advisory shows that the value lies beyond
   */
  private record Probe(Consumer<ObjectNode> change, String start, Predicate<Advisory> reached) {}

  private static final Map<String, Probe> PROBES =
      Map.ofEntries(
          entry("diabetes", new Probe(c -> {}, null, reason("HIGH-1"))),
          entry("prediabetes", new Probe(c -> {}, null, reason("MOD-2"))),
          entry("insulin-resistance", new Probe(without("fasting-insulin"), null, reason("MOD-1"))),
          entry("raised-insulin", new Probe(without("fasting-glucose"), null, reason("MOD-1"))),
          entry("obesity", new Probe(without("height"), null, reason("MOD-6"))),
          entry("central-obesity", new Probe(c -> {}, null, reason("MOD-6"))),
          entry("contradiction homa-ir", new Probe(c -> {}, "2", quality("contradictory"))),
          entry("contradiction bmi", new Probe(c -> {}, "24.5", quality("contradictory"))),
          entry("little-activity", new Probe(c -> {}, null, reason("MOD-7"))),
          entry("short-sleep", new Probe(c -> {}, null, reason("MOD-7"))),
          entry("minor", new Probe(c -> {}, null, reason("STOP-4"))),
          entry("childbearing-age", new Probe(sex("female"), null, advice("assess:pregnancy"))),
          entry("raised-blood-pressure", new Probe(c -> {}, null, reason("MOD-13"))),
          entry(
              "severely-raised-blood-pressure",
              new Probe(c -> {}, null, warning("assess:blood-pressure"))),
          entry("raised-fasting", new Probe(c -> {}, null, reason("MOD-13"))),
          entry("raised-not-fasting", new Probe(c -> {}, null, advice("repeat:triglycerides"))),
          entry("above-range igf-1", new Probe(c -> {}, null, reason("MOD-12", "STOP-3"))),
          entry("far-above-range", new Probe(c -> {}, null, reason("STOP-3"))),
          entry("above-range tsh", new Probe(c -> {}, null, reason("MOD-14"))),
          entry("above-range free-t4", new Probe(c -> {}, null, reason("MOD-14"))),
          entry("below-range", new Probe(c -> {}, null, reason("MOD-14"))),
          entry(
              "above-range cortisol-morning", new Probe(plan("hexarelin"), null, reason("HIGH-6"))),
          entry("above-range prolactin", new Probe(plan("hexarelin"), null, reason("HIGH-6"))),
          entry("above-limit haematocrit", new Probe(use("testosterone"), null, reason("HIGH-7"))),
          entry(
              "above-starting-limit",
              new Probe(plan("testosterone"), null, advice("hold:testosterone"))),
          entry("above-limit psa", new Probe(use("testosterone"), null, advice("refer:urology"))),
          entry(
              "rise psa",
              new Probe(
                  use("testosterone").andThen(before("psa", "1.0", "ng/mL")),
                  "1.0",
                  advice("refer:urology"))),
          entry("low", new Probe(use("semaglutide"), null, advice("review:semaglutide"))),
          entry(
              "hypoglycaemia",
              new Probe(use("semaglutide").andThen(medication("insulin")), null, reason("HIGH-9"))),
          entry("marked-hypoglycaemia", new Probe(c -> {}, null, advice("review:hypoglycaemia"))),
          entry("marked-hyperglycaemia", new Probe(symptom("polyuria"), null, reason("STOP-10"))),
          entry(
              "gestational-diabetes",
              new Probe(
                  sex("female").andThen(c -> c.withObject("/patient").put("pregnancy", "pregnant")),
                  null,
                  warning("assess:gestational-diabetes"))),
          entry("rise fasting-glucose mg/dL", rise("fasting-glucose", "82", "mg/dL")),
          entry("rise fasting-glucose mmol/L", rise("fasting-glucose", "4.4", "mmol/L")),
          entry("rise hba1c %", rise("hba1c", "5.0", "%")),
          entry("rise hba1c mmol/mol", rise("hba1c", "31", "mmol/mol")),
          entry("small-rise fasting-glucose mg/dL", smallRise("fasting-glucose", "82", "mg/dL")),
          entry("small-rise fasting-glucose mmol/L", smallRise("fasting-glucose", "4.4", "mmol/L")),
          entry("small-rise hba1c %", smallRise("hba1c", "5.0", "%")),
          entry("small-rise hba1c mmol/mol", smallRise("hba1c", "31", "mmol/mol")),
          entry("acute-inflammation", new Probe(c -> {}, null, advice("repeat:hs-crp"))),
          entry(
              "fall igf-1",
              new Probe(
                  use("ipamorelin").andThen(earlierScore("igf-1", "1.5")),
                  "1.5",
                  proved("igf-1-falling-on-treatment"))),
          entry("fast-fall %", fall("9.0", "%")),
          entry("fast-fall mmol/mol", fall("75", "mmol/mol")),
          entry(
              "discordance",
              new Probe(observed("fasting-glucose", "96.8", "mg/dL"), "5", quality("verify"))),
          entry("raised vat", new Probe(c -> {}, null, proved("visceral-fat-raised"))),
          entry(
              "raised alcohol", new Probe(c -> {}, null, proved("counsel-lifestyle-for-alcohol"))),
          entry("homa-b-defined", new Probe(c -> {}, null, proved("homa-b-from-fasting-draw"))));

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<CutoffRow> cutoffs() {
    return TestData.BUNDLED.knowledge().tables().cutoffs().stream();
  }

  @ParameterizedTest
  @MethodSource("cutoffs")
  void value_counts_exactly_on_its_side_of_the_cut_off(CutoffRow row) throws IOException {
    BigDecimal step =
        row.code().equals("age")
            ? BigDecimal.ONE
            : BigDecimal.ONE.movePointLeft(row.value().scale() + 1);

    assertThat(isReached(row, row.value().subtract(step))).isEqualTo(row.side().equals("below"));
    assertThat(isReached(row, row.value())).isEqualTo(row.side().equals("at-or-above"));
    assertThat(isReached(row, row.value().add(step))).isNotEqualTo(row.side().equals("below"));
  }

  private static boolean isReached(CutoffRow row, BigDecimal limit) throws IOException {
    Probe probe =
        Stream.of(
                row.band() + " " + row.code() + " " + row.uom(),
                row.band() + " " + row.code(),
                row.band() + " " + row.uom(),
                row.band())
            .filter(PROBES::containsKey)
            .findFirst()
            .map(PROBES::get)
            .orElseThrow(() -> new AssertionError("no probe for " + row));
    ObjectNode json = (ObjectNode) JSON.readTree(NORMAL);
    if (row.sex() != null) {
      sex(row.sex().get(0)).accept(json);
    }
    if (row.sex() != null && row.sex().get(0).equals("female")) {
      json.withObject("/patient").put("pregnancy", "none");
    }
    if (row.ancestry() != null) {
      ancestry(json, row.ancestry().get(row.ancestry().size() - 1));
    }
    probe.change().accept(json);
    boolean fall = row.band().endsWith("fall");
    BigDecimal value =
        probe.start() == null
            ? limit
            : new BigDecimal(probe.start()).add(fall ? limit.negate() : limit);
    set(json, row, value);
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return probe
        .reached()
        .test(ENGINE.advise(new CaseReader(TestData.BUNDLED.knowledge()).read(bytes)));
  }

  private static void set(ObjectNode json, CutoffRow row, BigDecimal value) {
    switch (row.code()) {
      case "age" -> json.withObject("/patient").put("ageYears", value.intValueExact());
      case "activity" -> json.withObject("/lifestyle").put("activityMinutesPerWeek", value);
      case "sleep" -> json.withObject("/lifestyle").put("sleepHours", value);
      case "alcohol" -> json.withObject("/lifestyle").put("alcoholUnitsPerWeek", value);
      default -> observed(row.code(), value.toPlainString(), row.uom()).accept(json);
    }
    if (row.band().equals("raised-not-fasting")) {
      observation(json, row.code()).remove("fastingHours");
    }
  }

  private static void ancestry(ObjectNode json, String ancestry) {
    ObjectNode patient = json.withObject("/patient");
    if (ancestry.equals("unstated")) {
      patient.remove("ancestry");
    } else {
      patient.put("ancestry", ancestry);
    }
  }

  private static Consumer<ObjectNode> sex(String sex) {
    return json -> json.withObject("/patient").put("sex", sex);
  }

  /** The observation of the day gets another value; it is added where there is none. */
  private static Consumer<ObjectNode> observed(String code, String value, String uom) {
    return json -> {
      ObjectNode observation = observation(json, code);
      if (observation == null) {
        observation = json.withArray("/observations").addObject();
      }
      observation.put("code", code).put("date", "2026-11-10");
      if (uom.equals("{SDS}")) {
        observation.put("sds", new BigDecimal(value));
      } else {
        observation.put("value", new BigDecimal(value)).put("unit", uom);
      }
    };
  }

  private static ObjectNode observation(ObjectNode json, String code) {
    for (var observation : json.withArray("/observations")) {
      boolean ofTheDay = observation.get("date").textValue().equals("2026-11-10");
      if (observation.get("code").textValue().equals(code) && ofTheDay) {
        return (ObjectNode) observation;
      }
    }
    return null;
  }

  private static Consumer<ObjectNode> without(String code) {
    return json -> {
      ArrayNode observations = json.withArray("/observations");
      for (int i = observations.size() - 1; i >= 0; i--) {
        if (observations.get(i).get("code").textValue().equals(code)) {
          observations.remove(i);
        }
      }
    };
  }

  private static Consumer<ObjectNode> before(String code, String value, String uom) {
    return json ->
        json.withArray("/observations")
            .addObject()
            .put("code", code)
            .put("value", new BigDecimal(value))
            .put("unit", uom)
            .put("date", "2026-07-20")
            .put("fastingHours", 10);
  }

  private static Consumer<ObjectNode> plan(String agent) {
    return json ->
        json.withArray("/protocol").addObject().put("agent", agent).put("source", "clinic");
  }

  private static Consumer<ObjectNode> use(String agent) {
    return json ->
        json.withArray("/protocol")
            .addObject()
            .put("agent", agent)
            .put("source", "clinic")
            .put("start", "2026-08-01");
  }

  private static Consumer<ObjectNode> medication(String code) {
    return json -> json.withArray("/medications").addObject().put("code", code);
  }

  private static Consumer<ObjectNode> symptom(String code) {
    return json -> json.withArray("/symptoms").add(code);
  }

  private static Consumer<ObjectNode> earlierScore(String code, String score) {
    return json ->
        json.withArray("/observations")
            .addObject()
            .put("code", code)
            .put("sds", new BigDecimal(score))
            .put("date", "2026-09-01");
  }

  private static Probe smallRise(String code, String start, String uom) {
    return new Probe(
        use("ipamorelin").andThen(before(code, start, uom)), start, advice("repeat:" + code));
  }

  private static Probe rise(String code, String start, String uom) {
    return new Probe(
        use("ipamorelin").andThen(before(code, start, uom)), start, advice("review:ipamorelin"));
  }

  private static Probe fall(String start, String uom) {
    Consumer<ObjectNode> diabetes =
        json -> json.withArray("/conditions").addObject().put("code", "type-2-diabetes");
    return new Probe(
        diabetes.andThen(before("hba1c", start, uom)), start, warning("assess:retinal-exam"));
  }

  private static Predicate<Advisory> reason(String... policies) {
    return advisory ->
        advisory.tier().reasons().stream().anyMatch(r -> List.of(policies).contains(r.id()));
  }

  private static Predicate<Advisory> advice(String id) {
    return advisory -> advisory.recommendations().stream().anyMatch(r -> r.id().equals(id));
  }

  private static Predicate<Advisory> warning(String id) {
    return advisory ->
        advisory.recommendations().stream()
            .anyMatch(r -> r.id().equals(id) && r.urgency() == Urgency.WARNING);
  }

  private static Predicate<Advisory> quality(String code) {
    return advisory -> advisory.dataQuality().stream().anyMatch(q -> q.code().equals(code));
  }

  private static Predicate<Advisory> proved(String rule) {
    return advisory -> advisory.proofs().anyMatch(proof -> rests(proof, rule));
  }

  private static boolean rests(Proof proof, String rule) {
    return proof instanceof Proof.Step step
        && (step.rule().equals(rule) || step.from().stream().anyMatch(from -> rests(from, rule)));
  }
}
