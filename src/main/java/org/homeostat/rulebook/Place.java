package org.homeostat.rulebook;

import java.util.function.Consumer;

/**
 * The file, and the rule in it, that is looked at; what is found there goes to one list.
 *
 * @param rule id of the rule; empty where the file as a whole is looked at
 */
record Place(String file, String rule, Consumer<Diagnostic> found) {

  /** A whole file. */
  static Place of(String file, Consumer<Diagnostic> found) {
    return new Place(file, "", found);
  }

  /** A rule of this file. */
  Place in(String id) {
    return new Place(file, id == null ? "" : id, found);
  }

  void add(Check check, int line, String message, String remedy) {
    found.accept(new Diagnostic(check, file, Math.max(line, 0), rule, message, remedy));
  }

  /** Adds the diagnostic unless what is asked for holds. */
  void require(boolean holds, Check check, int line, String message, String remedy) {
    if (!holds) {
      add(check, line, message, remedy);
    }
  }
}
