package org.homeostat.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work has come, drawn in one line where somebody watches; colourless. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 79;
  private static final int EVERY_MILLIS = 100;

  private final PrintWriter talk;
  private final ProgressBar bar;

  private Progress(PrintWriter talk, ProgressBar bar) {
    this.talk = talk;
    this.bar = bar;
  }

  /** Whether the launcher found a terminal that draws on both output and talk. */
  static boolean isWatched() {
    return Boolean.getBoolean("homeostat.watched");
  }

  /**
   * Progress of some work.
   *
   * @param watched whether to draw at all
   */
  static Progress of(String work, int steps, boolean watched, PrintWriter talk) {
    if (!watched) {
      return new Progress(talk, null);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(work)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLIS)
            .setConsumer(new DelegatingProgressBarConsumer(line -> draw(talk, line), WIDTH))
            .build();
    return new Progress(talk, bar);
  }

  private static void draw(PrintWriter talk, String line) {
    talk.print("\r" + line);
    talk.flush();
  }

  /** One more step is done; may be called from several threads. */
  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /** Leaves the line empty. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      draw(talk, " ".repeat(WIDTH) + "\r");
    }
  }
}
