package org.homeostat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.homeostat.TestData;
import org.homeostat.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published pairs of values in two units, through the table of analytes, both ways. */
class ConversionsTest {

  private static final Knowledge KNOWLEDGE = TestData.BUNDLED.knowledge();

  @ParameterizedTest
  @CsvSource({
    "fasting-glucose, 126, mg/dL, 7.0, mmol/L",
    "fasting-glucose, 100, mg/dL, 5.55, mmol/L",
    "random-glucose, 200, mg/dL, 11.1, mmol/L",
    "ogtt-2h-glucose, 140, mg/dL, 7.8, mmol/L",
    "hba1c, 5.7, %, 39, mmol/mol",
    "hba1c, 6.0, %, 42, mmol/mol",
    "hba1c, 6.5, %, 48, mmol/mol",
    "hba1c, 7.0, %, 53, mmol/mol",
    "hba1c, 8.0, %, 64, mmol/mol",
    "fasting-insulin, 15, u[IU]/mL, 90, pmol/L",
    "fasting-insulin, 12, u[IU]/mL, 12, m[IU]/L",
    "triglycerides, 150, mg/dL, 1.69, mmol/L",
    "triglycerides, 200, mg/dL, 2.26, mmol/L",
    "total-cholesterol, 200, mg/dL, 5.17, mmol/L",
    "hdl, 40, mg/dL, 1.03, mmol/L",
    "ldl, 100, mg/dL, 2.59, mmol/L",
    "hs-crp, 10, mg/L, 1, mg/dL",
    "hs-crp, 1, mg/L, 9.524, nmol/L",
    "igf-1, 200, ng/mL, 26.14, nmol/L",
    "igf-1, 200, ng/mL, 200, ug/L",
    "tsh, 2.5, m[IU]/L, 2.5, u[IU]/mL",
    "free-t4, 1.0, ng/dL, 12.87, pmol/L",
    "free-t3, 3.0, pg/mL, 4.608, pmol/L",
    "cortisol-morning, 15, ug/dL, 414, nmol/L",
    "prolactin, 20, ng/mL, 424, m[IU]/L",
    "prolactin, 20, ng/mL, 20, ug/L",
    "creatinine, 1.0, mg/dL, 88.4, umol/L",
    "testosterone-total, 500, ng/dL, 17.35, nmol/L",
    "testosterone-total, 500, ng/dL, 5.0, ng/mL",
    "haematocrit, 54, %, 0.54, L/L",
    "haemoglobin, 14, g/dL, 140, g/L",
    "psa, 4.0, ng/mL, 4.0, ug/L",
    "weight, 100, kg, 220.46, [lb_av]",
    "waist, 94, cm, 37.01, [in_i]",
    "height, 180, cm, 1.8, m",
  })
  void published_pair_holds_both_ways(
      String code, String value, String uom, String other, String otherUom) {
    Quantity one = inReference(code, Quantity.of(value, uom));
    Quantity two = inReference(code, Quantity.of(other, otherUom));

    assertThat(two.uom()).isEqualTo(one.uom());
    assertThat(two.value().subtract(one.value()).abs())
        .as("%s and %s", one.text(), two.text())
        .isLessThan(one.value().multiply(new BigDecimal("0.008")));
  }

  @Test
  void value_shows_in_the_other_units_in_which_it_is_judged() {
    assertThat(KNOWLEDGE.analyte("hba1c").inOtherUnits(Quantity.of("53", "mmol/mol")))
        .singleElement()
        .satisfies(percent -> assertThat(percent.shortText()).isEqualTo("6.99 %"));
    assertThat(KNOWLEDGE.analyte("fasting-glucose").inOtherUnits(Quantity.of("7.0", "mmol/L")))
        .singleElement()
        .satisfies(mass -> assertThat(mass.shortText()).isEqualTo("126.11 mg/dL"));
  }

  private static Quantity inReference(String code, Quantity reported) {
    Tables.AnalyteRow row = KNOWLEDGE.analyte(code);
    return row.inReference(row.judged(reported));
  }
}
