package org.homeostat.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.homeostat.fact.Baseline;
import org.homeostat.fact.Condition;
import org.homeostat.fact.FamilyMember;
import org.homeostat.fact.Lifestyle;
import org.homeostat.fact.Medication;
import org.homeostat.fact.Observation;
import org.homeostat.fact.Patient;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Symptom;
import org.homeostat.knowledge.Knowledge;

/** Seeded random cases: the same seed gives the same case. */
final class RandomCases {

  static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

  private static final List<String> COUNTRIES =
      Arrays.asList(null, null, "US", "DE", "FR", "GB", "CN", "JP", "BR");

  private final Knowledge knowledge;

  RandomCases(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  PatientCase of(long seed) {
    Random random = new Random(seed);
    // what came later has a stream of its own, so that the same seed stays the same case
    Random agents = new Random(seed * 31 + 7);
    return new PatientCase(
        "random-" + seed,
        null,
        AS_OF,
        patient(random, agents),
        random.nextInt(4) == 0
            ? new Baseline(
                orNull(random, "insulin-sensitivity"), orNull(random, "diabetes-predisposition"))
            : null,
        observations(random, new Random(~seed)),
        conditions(random),
        random.nextInt(3) == 0 ? null : family(random),
        random.nextInt(10) == 0,
        protocol(random, agents),
        medications(random),
        random.nextInt(3) == 0
            ? null
            : new Lifestyle(
                number(random, 0, 400),
                orNull(random, "diet-quality"),
                number(random, 3, 10),
                null,
                agents.nextInt(4) == 0 ? number(agents, 0, 40) : null),
        null,
        symptoms(random),
        agents.nextInt(3) == 0
            ? List.of(pick(agents, "goal"))
            : agents.nextInt(6) == 0 ? List.of("performance", "fat-loss") : null);
  }

  private Patient patient(Random random, Random agents) {
    return new Patient(
        null,
        16 + random.nextInt(70),
        pick(random, "sex"),
        orNull(random, "ancestry"),
        random.nextInt(8) == 0 ? pick(random, "pregnancy") : null,
        null,
        COUNTRIES.get(agents.nextInt(COUNTRIES.size())),
        random.nextInt(10) == 0 ? List.of(pick(random, "agent")) : null,
        null,
        null);
  }

  /** Values as the tier reads them, then some that only time makes use of. */
  private List<Observation> observations(Random random, Random later) {
    List<Observation> list = new ArrayList<>();
    add(list, random, "fasting-glucose", "mg/dL", 70, 140, 0.9);
    add(list, random, "fasting-glucose", "mg/dL", 70, 140, 0.4);
    add(list, random, "hba1c", "%", 4.8, 7.2, 0.9);
    add(list, random, "hba1c", "%", 4.8, 7.2, 0.5);
    add(list, random, "hba1c", "%", 4.8, 7.2, 0.3);
    add(list, random, "fasting-insulin", "u[IU]/mL", 2, 25, 0.8);
    add(list, random, "homa-ir", "1", 0.5, 5, 0.2);
    add(list, random, "random-glucose", "mg/dL", 80, 260, 0.2);
    add(list, random, "ogtt-2h-glucose", "mg/dL", 80, 230, 0.2);
    add(list, random, "triglycerides", "mg/dL", 60, 260, 0.9);
    add(list, random, "systolic-bp", "mm[Hg]", 100, 160, 0.9);
    add(list, random, "diastolic-bp", "mm[Hg]", 60, 99, 0.9);
    add(list, random, "waist", "cm", 65, 105, 0.9);
    add(list, random, "weight", "kg", 50, 110, 0.9);
    add(list, random, "height", "cm", 150, 195, 0.7);
    add(list, random, "igf-1", "{SDS}", -1, 3.8, 0.7);
    add(list, random, "igf-1", "{SDS}", -1, 3.8, 0.3);
    add(list, random, "tsh", "m[IU]/L", 0.3, 4.6, 0.7);
    add(list, random, "free-t4", "ng/dL", 0.7, 1.9, 0.7);
    add(list, random, "cortisol-morning", "ug/dL", 6, 30, 0.4);
    add(list, random, "prolactin", "ng/mL", 4, 28, 0.4);
    add(list, random, "haematocrit", "%", 40, 56, 0.4);
    add(list, random, "psa", "ng/mL", 0.3, 5, 0.4);
    add(list, random, "psa", "ng/mL", 0.3, 5, 0.3);
    add(list, random, "egfr", "mL/min/{1.73_m2}", 20, 110, 0.5);
    for (int i = 0; i < 2; i++) {
      add(list, later, "vat", "cm2", 90, 200, 0.5);
      add(list, later, "hs-crp", "mg/L", 0.2, 14, 0.5);
      add(list, later, "ldl", "mg/dL", 80, 160, 0.3);
      add(list, later, "alt", "U/L", 10, 60, 0.3);
    }
    return list;
  }

  private static void add(
      List<Observation> list,
      Random random,
      String code,
      String uom,
      double low,
      double high,
      double chance) {
    BigDecimal value = number(random, low, high);
    LocalDate date = AS_OF.minusDays(List.of(5, 5, 5, 60, 100, 200, 400).get(random.nextInt(7)));
    boolean fasting = random.nextInt(10) > 0;
    if (random.nextDouble() < chance) {
      list.add(
          new Observation(
              "/observations/" + list.size(),
              code,
              value,
              uom,
              date,
              null,
              null,
              fasting ? BigDecimal.valueOf(10) : null,
              false,
              null,
              null,
              uom.equals("{SDS}") ? value : null,
              null));
    }
  }

  private List<Condition> conditions(Random random) {
    List<Condition> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String code = pick(random, "condition");
      list.add(
          new Condition(
              "/conditions/" + list.size(),
              code,
              random.nextInt(4) == 0 ? pick(random, "condition-status") : "active",
              null,
              code.equals("other") ? "text" : null));
    }
    return list;
  }

  private List<FamilyMember> family(Random random) {
    List<FamilyMember> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(
          new FamilyMember(
              "/familyHistory/" + list.size(),
              random.nextBoolean() ? "type-2-diabetes" : pick(random, "condition"),
              pick(random, "relation"),
              null));
    }
    return list;
  }

  private List<ProtocolEntry> protocol(Random random, Random agents) {
    List<ProtocolEntry> list = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalDate start =
          List.of(AS_OF.minusDays(500), AS_OF.minusDays(40), AS_OF, AS_OF.plusDays(20))
              .get(random.nextInt(4));
      list.add(
          new ProtocolEntry(
              "/protocol/" + list.size(),
              pick(random, "agent"),
              random.nextInt(3) == 0 ? null : start,
              random.nextInt(6) == 0 ? start.plusDays(10) : null,
              null,
              orNull(agents, "frequency"),
              orNull(agents, "timing"),
              agents.nextInt(4) == 0 ? pick(agents, "route") : null,
              orNull(random, "product-source"),
              orNull(random, "indication"),
              null,
              null,
              null,
              start.getDayOfYear() % 3 == 0 ? AS_OF.minusDays(30) : null,
              orNull(agents, "requested-change")));
    }
    return list;
  }

  private List<Medication> medications(Random random) {
    return random.nextInt(3) == 0
        ? List.of(
            new Medication("/medications/0", pick(random, "medication"), null, null, null),
            new Medication(
                "/medications/1",
                pick(random, "medication"),
                AS_OF.minusDays(300),
                random.nextBoolean() ? AS_OF.minusDays(random.nextInt(200)) : null,
                random.nextBoolean()))
        : null;
  }

  private List<Symptom> symptoms(Random random) {
    List<Symptom> list = new ArrayList<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(5) : 0; i > 0; i--) {
      list.add(new Symptom("/symptoms/" + list.size(), pick(random, "symptom")));
    }
    return list;
  }

  private String pick(Random random, String list) {
    List<String> codes = knowledge.codes(list);
    return codes.get(random.nextInt(codes.size()));
  }

  private String orNull(Random random, String list) {
    return random.nextBoolean() ? pick(random, list) : null;
  }

  private static BigDecimal number(Random random, double low, double high) {
    return BigDecimal.valueOf(Math.round((low + random.nextDouble() * (high - low)) * 10), 1);
  }
}
