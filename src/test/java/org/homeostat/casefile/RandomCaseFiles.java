package org.homeostat.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.homeostat.knowledge.Knowledge;

/**
 * Seeded random case files that keep the contract: the same seed gives the same file. Over some
 * thousand seeds they use every member, code and unit, and their advisories have every tier.
 */
final class RandomCaseFiles {

  static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

  private static final List<String> TEXTS =
      List.of("seen by Dr Öztürk", "free text; with: marks, \"quoted\"", "2 µg at bedtime");

  private final Knowledge knowledge;

  RandomCaseFiles(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The file of a seed. */
  ObjectNode of(long seed) {
    return new File(new Draws(knowledge, AS_OF, seed)).write(seed);
  }

  /** One file; some are of a well patient of whom all core data are known. */
  private final class File {
    private final Draws draws;
    private final boolean well;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    File(Draws draws) {
      this.draws = draws;
      this.well = draws.chance(0.2);
    }

    ObjectNode write(long seed) {
      if (draws.chance(0.5)) {
        root.put("formatVersion", 1);
      }
      root.put("id", "random-" + seed);
      if (draws.chance(0.5)) {
        root.put("title", draws.one(TEXTS));
      }
      if (draws.chance(0.9)) {
        root.put("asOf", AS_OF.toString());
      }
      patient(root.putObject("patient"));
      if (draws.chance(0.2)) {
        ObjectNode baseline = root.putObject("baseline");
        draws.maybe(baseline, "insulinSensitivity", "insulin-sensitivity");
        draws.maybe(baseline, "diabetesPredisposition", "diabetes-predisposition");
      }
      if (well || draws.chance(0.9)) {
        new RandomObservations(knowledge, draws, AS_OF, well).into(root.putArray("observations"));
      }
      objects("conditions", 0.7, rarely(3), this::condition);
      objects("familyHistory", well ? 1 : 0.7, rarely(2), this::familyMember);
      if (draws.chance(0.15)) {
        root.put("familyHistoryUnknown", draws.chance(0.6));
      }
      objects("protocol", 0.7, draws.upTo(2), this::protocolEntry);
      objects("medications", 0.7, rarely(2), this::medication);
      if (well || draws.chance(0.7)) {
        lifestyle(root.putObject("lifestyle"));
      }
      objects("examinations", 0.7, draws.upTo(2), this::examination);
      codes(root, "symptoms", "symptom", rarely(3));
      codes(root, "goals", "goal", 2);
      if (draws.chance(0.05)) {
        root.putObject("expect").put("tier", "low").putArray("reasons").add("LOW");
      }
      return root;
    }

    private int rarely(int most) {
      return well && draws.chance(0.8) ? 0 : draws.upTo(most);
    }

    private void objects(String name, double asked, int size, Consumer<ObjectNode> writer) {
      if (draws.chance(asked)) {
        ArrayNode list = root.putArray(name);
        for (int i = 0; i < size; i++) {
          writer.accept(list.addObject());
        }
      }
    }

    private void codes(ObjectNode node, String name, String vocabulary, int most) {
      if (draws.chance(0.5)) {
        ArrayNode list = node.putArray(name);
        for (int i = draws.upTo(most); i > 0; i--) {
          list.add(draws.code(vocabulary));
        }
      }
    }

    private void patient(ObjectNode patient) {
      LocalDate birthDate = AS_OF.minusYears(12 + draws.upTo(75)).minusDays(draws.upTo(364));
      boolean dated = draws.chance(0.5);
      if (dated) {
        patient.put("birthDate", birthDate.toString());
      }
      if (!dated || draws.chance(0.2)) {
        patient.put("ageYears", Period.between(birthDate, AS_OF).getYears());
      }
      patient.put("sex", draws.code("sex"));
      draws.maybe(patient, "ancestry", "ancestry");
      if (!well && draws.chance(0.3)) {
        patient.put("pregnancy", draws.code("pregnancy"));
      }
      draws.maybe(patient, "menopause", "menopause");
      if (draws.chance(0.6)) {
        patient.put("jurisdiction", draws.one(CodeLists.COUNTRIES));
      }
      if (draws.chance(0.2)) {
        codes(patient, "hypersensitivity", "agent", 2);
      }
      draws.maybeDay(patient, "lastMenses");
      draws.maybeYes(patient, "contraception");
    }

    private void condition(ObjectNode condition) {
      String code = draws.code("condition");
      condition.put("code", code);
      draws.maybe(condition, "status", "condition-status");
      if (draws.chance(0.4)) {
        condition.put("onset", partial());
      }
      if (code.equals("other") || draws.chance(0.1)) {
        condition.put("text", draws.one(TEXTS));
      }
    }

    private String partial() {
      return draws.day().toString().substring(0, draws.one(List.of(4, 7, 10)));
    }

    private void familyMember(ObjectNode member) {
      member.put("condition", draws.code("condition"));
      member.put("relation", draws.code("relation"));
      if (draws.chance(0.4)) {
        member.put("ageAtDiagnosis", draws.upTo(125));
      }
    }

    private void protocolEntry(ObjectNode entry) {
      entry.put("agent", draws.code("agent"));
      LocalDate start = AS_OF.minusDays(draws.upTo(400)).plusDays(draws.upTo(100));
      if (draws.chance(0.7)) {
        entry.put("start", start.toString());
      }
      if (draws.chance(0.2)) {
        entry.put("stop", start.plusDays(draws.upTo(200)).toString());
      }
      if (draws.chance(0.4)) {
        entry
            .putObject("dose")
            .put("value", draws.number(0.1, 500))
            .put("unit", draws.one(List.of("mg", "ug", "[IU]", "mg/wk")));
      }
      draws.maybe(entry, "frequency", "frequency");
      draws.maybe(entry, "timing", "timing");
      draws.maybe(entry, "route", "route");
      draws.maybe(entry, "source", "product-source");
      draws.maybe(entry, "indication", "indication");
      draws.maybeYes(entry, "prescribed");
      if (draws.chance(0.2)) {
        entry.put("prescriber", draws.one(TEXTS));
      }
      draws.maybeDay(entry, "lastDose");
      draws.maybeDay(entry, "lastDoseChange");
      draws.maybe(entry, "requestedChange", "requested-change");
    }

    private void medication(ObjectNode medication) {
      medication.put("code", draws.code("medication"));
      LocalDate start = draws.day();
      if (draws.chance(0.5)) {
        medication.put("start", start.toString());
      }
      if (draws.chance(0.2)) {
        medication.put("stop", start.plusDays(draws.upTo(100)).toString());
      }
      draws.maybeYes(medication, "doseStable");
    }

    private void lifestyle(ObjectNode lifestyle) {
      if (well || draws.chance(0.8)) {
        lifestyle.put("activityMinutesPerWeek", well ? 180 : draws.upTo(400));
      }
      if (well) {
        lifestyle.put("dietQuality", "good");
      } else {
        draws.maybe(lifestyle, "dietQuality", "diet-quality");
      }
      if (well || draws.chance(0.8)) {
        lifestyle.put("sleepHours", well ? draws.number(7, 9) : draws.number(3, 11));
      }
      draws.maybeYes(lifestyle, "smoker");
      if (draws.chance(0.4)) {
        lifestyle.put("alcoholUnitsPerWeek", draws.upTo(40));
      }
    }

    private void examination(ObjectNode examination) {
      examination.put("code", draws.code("examination"));
      examination.put("date", partial());
      draws.maybe(examination, "result", "examination-result");
    }
  }
}
