package org.homeostat.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.homeostat.TestData;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.advice.WhatIf;
import org.homeostat.casefile.CaseReader;
import org.homeostat.engine.AdvisoryEngine;
import org.homeostat.engine.Trace;
import org.homeostat.fact.PatientCase;

/** Pages of the project's own cases, and of one that tries to break out of its page. */
final class Pages {

  /** One for each tier. */
  static final List<String> CASES =
      List.of(
          "whole-a-low-si-units-planned-ipamorelin-adopted",
          "whole-m-three-years-of-tesamorelin",
          "whole-a-high-4-glucose-climbs-on-tesamorelin",
          "whole-a-stop-10-thirst-and-glucose-342-on-ibutamoren",
          "whole-a-indeterminate-everything-stale-on-sermorelin");

  static final String SCRIPT = "<script>alert(1)</script>";

  /** Markup, a mark that turns the direction of writing, and 10,000 letters without a space. */
  static final String HOSTILE = SCRIPT + "\u202e\"'&" + "x".repeat(10_000);

  private static final AdvisoryEngine ENGINE = AdvisoryEngine.of(TestData.BUNDLED);

  private Pages() {}

  static Trace trace(PatientCase patientCase) {
    return ENGINE.trace(patientCase, null);
  }

  static String of(String id) {
    return of(TestData.wholeCase(id), null);
  }

  static String of(PatientCase patientCase, WhatIf whatIf) {
    return new HtmlReport(TestData.BUNDLED).write(patientCase, trace(patientCase), whatIf);
  }

  /** A case whose every free text is hostile. */
  static PatientCase hostile() {
    JsonMapper mapper = JsonMapper.builder().build();
    try {
      ObjectNode json =
          (ObjectNode)
              mapper.readTree(TestData.bytes(TestData.CASES.resolve(CASES.get(2) + ".json")));
      json.put("title", HOSTILE);
      for (JsonNode observation : json.path("observations")) {
        ((ObjectNode) observation).put("method", HOSTILE);
      }
      ((ObjectNode) json.path("observations").get(1)).put("unit", HOSTILE);
      for (JsonNode entry : json.path("protocol")) {
        ((ObjectNode) entry).put("prescriber", HOSTILE);
        ((ObjectNode) entry).putObject("dose").put("value", 1).put("unit", HOSTILE);
      }
      ArrayNode conditions = json.withArray("conditions");
      conditions.addObject().put("code", "hypertension").put("text", HOSTILE);
      return new CaseReader(TestData.BUNDLED.knowledge()).read(mapper.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer to what would change, with something in every member. */
  static WhatIf whatIf() {
    WhatIf.Difference difference =
        new WhatIf.Difference(
            TierLevel.INDETERMINATE,
            TierLevel.MODERATE,
            true,
            List.of("MOD-1"),
            List.of("HIGH-4"),
            List.of(new WhatIf.Line("measure:tsh", Urgency.INFO, "Measure TSH <gained>")),
            List.of(new WhatIf.Line("hold:x", Urgency.WARNING, "Hold x <lost>")),
            List.of(new WhatIf.Line("hold:y", Urgency.CRITICAL, "Hold y <changed>")));
    WhatIf.Difference nothing =
        new WhatIf.Difference(
            TierLevel.HIGH, null, false, List.of(), List.of(), List.of(), List.of(), List.of());
    return new WhatIf(
        List.of(
            new WhatIf.Alternative(
                "value",
                "/observations/9",
                "HbA1c <datum>",
                "5.6 % or less",
                "0.2 percentage points lower",
                "within the variation of one measurement",
                difference),
            new WhatIf.Alternative("absence", "/x", "a condition", "absent", null, null, nothing)),
        List.of(
            new WhatIf.Question(
                "vat",
                "visceral fat area",
                "why <it> matters",
                List.of(
                    new WhatIf.Possible("below 130 cm2", nothing),
                    new WhatIf.Possible("130 cm2 or more", difference)))),
        List.of("Height <untouched>"),
        List.of("Weight <untried>"),
        42);
  }
}
