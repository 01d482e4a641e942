package org.homeostat.ruletest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * One thing in which an advisory is not as expected.
 *
 * @param member member of {@code expect}; {@code proofs} where the name of the file says it
 * @param kind what is wrong
 * @param id what it is about, such as {@code hold:tesamorelin} or a policy id; empty where the
 *     member says it all
 * @param expected in words
 * @param got in words
 * @param why why it is there or is not, one line each, indented by two spaces a level
 */
public record Mismatch(
    String member, Kind kind, String id, String expected, String got, List<String> why) {

  public Mismatch {
    why = List.copyOf(why);
  }

  Mismatch(String member, Kind kind, String id, String expected, String got) {
    this(member, kind, id, expected, got, List.of());
  }

  /** The same, with why. */
  Mismatch because(List<String> reasons) {
    return new Mismatch(member, kind, id, expected, got, reasons);
  }

  /** In which way something is not as expected. */
  public enum Kind {
    /** It is expected and not there. */
    MISSING,
    /** It is there and not expected. */
    SURPLUS,
    /** It is there with another value. */
    DIFFERS;

    /** Its name in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Mismatch missing(String member, String id, String expected, Collection<String> got) {
    return new Mismatch(
        member, Kind.MISSING, id, expected, got.isEmpty() ? "nothing" : String.join(", ", got));
  }

  static Mismatch surplus(String member, String id, String expected) {
    return new Mismatch(member, Kind.SURPLUS, id, expected, id);
  }

  static Mismatch differs(String member, String id, String expected, String got) {
    return new Mismatch(member, Kind.DIFFERS, id, expected, got);
  }

  /** What is wrong, in one line. */
  public String sentence() {
    String about = id.isEmpty() ? member : member + ": " + id;
    return switch (kind) {
      case MISSING -> about + " is missing";
      case SURPLUS -> about + " is there";
      case DIFFERS -> about + ": expected " + expected + ", got " + got;
    };
  }
}
