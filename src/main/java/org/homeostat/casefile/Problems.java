package org.homeostat.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The problems of one file: the first of them in words, all of them as a number. */
final class Problems {

  /** More than anybody mends in one go. */
  private static final int MOST = 100;

  private final List<Problem> worded = new ArrayList<>();
  private int count;

  /** Adds a problem; its message is made only where it is kept. */
  void add(String at, Supplier<String> message) {
    if (count++ < MOST) {
      worded.add(new Problem(at, message.get()));
    }
  }

  int count() {
    return count;
  }

  /** All of them as what the reader throws. */
  CaseException exception() {
    return new CaseException(worded, count - worded.size());
  }
}
