package org.homeostat.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values keep their unit; formulas are the published ones. */
class QuantityTest {

  @Test
  void values_of_different_units_do_not_compare() {
    assertThatThrownBy(() -> Quantity.of("7.0", "mmol/L").compare(Quantity.of("126", "mg/dL")))
        .hasMessage("cannot compare 7.0 mmol/L with 126 mg/dL: convert to one unit first");
  }

  @ParameterizedTest
  @CsvSource({
    "90, mg/dL, 11.25, 2.5",
    "81, mg/dL, 10, 2",
    "5.0, mmol/L, 11.25, 2.5",
    "4.5, mmol/L, 10, 2",
  })
  void homa_ir_takes_the_form_of_the_unit_of_glucose(
      String glucose, String uom, String insulin, String index) {
    assertThat(Formulas.homaIr(Quantity.of(glucose, uom), Quantity.of(insulin, "u[IU]/mL")))
        .isEqualTo(Quantity.of(index, "1"));
  }

  @Test
  void homa_ir_refuses_other_units() {
    assertThatThrownBy(
            () -> Formulas.homaIr(Quantity.of("0.9", "g/L"), Quantity.of("10", "u[IU]/mL")))
        .hasMessageContaining("not 0.9 g/L");
    assertThatThrownBy(
            () -> Formulas.homaIr(Quantity.of("90", "mg/dL"), Quantity.of("60", "pmol/L")))
        .hasMessageContaining("takes u[IU]/mL, not 60 pmol/L");
  }

  @Test
  void body_mass_index_is_weight_over_height_squared() {
    assertThat(Formulas.bodyMassIndex(Quantity.of("98", "kg"), Quantity.of("200", "cm")))
        .isEqualTo(Quantity.of("24.5", "kg/m2"));
  }

  /** 20 x 10 / (5.5 - 3.5) = 100; 360 x 10 / (99 - 63) = 100. */
  @ParameterizedTest
  @CsvSource({"5.5, mmol/L", "99, mg/dL"})
  void homa_b_takes_the_form_of_the_unit_of_glucose(String glucose, String uom) {
    assertThat(Formulas.homaB(Quantity.of(glucose, uom), Quantity.of("10", "u[IU]/mL")).text())
        .isEqualTo("100 %");
  }

  @ParameterizedTest
  @CsvSource({"3.5, mmol/L", "63, mg/dL", "2.9, mmol/L"})
  void homa_b_is_not_defined_at_low_glucose(String glucose, String uom) {
    assertThatThrownBy(
            () -> Formulas.homaB(Quantity.of(glucose, uom), Quantity.of("10", "u[IU]/mL")))
        .hasMessageContaining("not defined");
  }

  /** log10(10) + log10(100) = 3. */
  @Test
  void quicki_is_one_over_the_sum_of_the_logarithms() {
    assertThat(
            Formulas.quicki(Quantity.of("100", "mg/dL"), Quantity.of("10", "u[IU]/mL")).shortText())
        .isEqualTo("0.33");
    assertThatThrownBy(
            () -> Formulas.quicki(Quantity.of("5.5", "mmol/L"), Quantity.of("10", "u[IU]/mL")))
        .hasMessageContaining("takes mg/dL");
  }

  /** ln(150 x 100 / 2) = 8.92. */
  @Test
  void tyg_is_the_logarithm_of_half_the_product() {
    assertThat(Formulas.tyg(Quantity.of("150", "mg/dL"), Quantity.of("100", "mg/dL")).shortText())
        .isEqualTo("8.92");
  }

  /** 28.7 x 6.0 - 46.7 = 125.5. */
  @Test
  void expected_hba1c_inverts_estimated_average_glucose() {
    assertThat(Formulas.expectedHba1c(Quantity.of("125.5", "mg/dL")))
        .isEqualTo(Quantity.of("6", "%"));
  }

  @Test
  void what_is_shown_never_reaches_a_cut_off_that_the_value_does_not_reach() {
    assertThat(Quantity.of("2.49999", "1").shortText()).isEqualTo("2.49");
    assertThat(Quantity.of("2.5", "1").shortText()).isEqualTo("2.5");
    assertThat(Quantity.of("-2.001", "{SDS}").shortText()).isEqualTo("-2.01 SDS");
  }

  @Test
  void units_read_as_people_write_them() {
    assertThat(Quantity.of("12", "u[IU]/mL").text()).isEqualTo("12 uIU/mL");
    assertThat(Quantity.of("120", "mm[Hg]").text()).isEqualTo("120 mmHg");
    assertThat(Quantity.of("90", "mL/min/{1.73_m2}").text()).isEqualTo("90 mL/min/1.73 m2");
    assertThat(Quantity.of("7.0", "mmol/L").text()).isEqualTo("7.0 mmol/L");
  }

  @Test
  void conversion_is_exact_where_the_factor_is() {
    Conversion insulin =
        new Conversion("pmol/L", "u[IU]/mL", new BigDecimal("6.00"), BigDecimal.ZERO);

    assertThat(insulin.apply(Quantity.of("90", "pmol/L")).compare(Quantity.of("15", "u[IU]/mL")))
        .isZero();
    assertThatThrownBy(() -> insulin.apply(Quantity.of("90", "nmol/L")))
        .hasMessageContaining("was given 90 nmol/L");
  }
}
