package org.homeostat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes of drawings. */
class ScaleTest {

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void places_are_proportional_with_one_decimal() {
    Scale down = Scale.of(number("50"), number("150"), 100, 0);

    assertThat(down.place(number("50"))).isEqualByComparingTo("100");
    assertThat(down.place(number("150"))).isEqualByComparingTo("0");
    assertThat(down.place(number("83.33")).toPlainString()).isEqualTo("66.7");
    assertThatThrownBy(() -> Scale.of(BigDecimal.ONE, BigDecimal.ONE, 0, 1))
        .hasMessageContaining("no length");
  }

  @ParameterizedTest
  @CsvSource({
    "65.52, 130.48, 80 100 120",
    "5.3, 6.6, 5.5 6 6.5",
    "-0.3, 2.2, 0 1 2",
    "0, 1, 0 0.5 1",
    "0, 4, 0 1 2 3 4",
    "980, 12000, 5000 10000",
    "0.0011, 0.0042, 0.002 0.003 0.004"
  })
  void ticks_are_round_and_at_most_five(String from, String to, String ticks) {
    Scale scale = Scale.of(number(from), number(to), 0, 100);

    assertThat(scale.ticks().stream().map(BigDecimal::toPlainString).toList())
        .hasSizeBetween(2, 5)
        .containsExactly(ticks.split(" "));
  }

  @Test
  void days_keep_inside_the_axis_and_ticks_are_first_days_of_months() {
    TimeScale time = new TimeScale(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    assertThat(time.place(LocalDate.of(2026, 1, 1))).isEqualByComparingTo("5");
    assertThat(time.place(LocalDate.of(2026, 7, 2))).isEqualByComparingTo("50");
    assertThat(time.place(LocalDate.of(2030, 1, 1))).isEqualByComparingTo("95");
    assertThat(time.ticks(4))
        .extracting(TimeScale.Tick::label)
        .containsExactly("2026-01", "2026-04", "2026-07", "2026-10");
    assertThat(new TimeScale(LocalDate.of(2019, 5, 1), LocalDate.of(2026, 5, 1)).ticks(4))
        .extracting(TimeScale.Tick::label)
        .containsExactly("2020", "2022", "2024", "2026");
  }
}
