package org.homeostat.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Members that must be there; where they are missing or wrong, an empty one lets reading go on. */
final class Required {

  private Required() {}

  static String text(Members m, String name) {
    return m.required(name, m.text(name), "");
  }

  /** A text that must be said, if only to be null. */
  static String textOrNull(Members m, String name) {
    return m.required(name, m.isNull(name) ? null : m.text(name), null);
  }

  /** A day that must be said, if only to be null. */
  static LocalDate dateOrNull(Members m, String name) {
    return m.required(name, m.isNull(name) ? null : m.date(name), null);
  }

  static List<String> texts(Members m, String name) {
    return m.required(name, m.sentences(name), List.of());
  }

  static <T> List<T> objects(Members m, String name, Function<Members, T> reader) {
    return m.required(name, m.list(name, reader), List.of());
  }
}
