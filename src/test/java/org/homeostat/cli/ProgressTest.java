package org.homeostat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Progress is drawn for those who watch, without colour, and leaves nothing behind. */
class ProgressTest {

  private static String drawn(boolean watched) {
    StringWriter talk = new StringWriter();
    try (Progress progress = Progress.of("Testing", 2, watched, new PrintWriter(talk))) {
      progress.step();
      progress.step();
    }
    return talk.toString();
  }

  @Test
  void line_is_drawn_over_and_left_empty() {
    assertThat(drawn(true))
        .contains("\rTesting", "2/2")
        .doesNotContain("\n", "\u001b")
        .endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void nothing_is_drawn_where_nobody_watches() {
    assertThat(drawn(false)).isEmpty();
  }
}
