package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeostat.fact.Wording;

/**
 * The text of a DRL file that a rule is to be added to.
 *
 * @param file path in the rule folder
 * @param text with LF line ends
 */
record DrlText(String file, String text) {

  private static final String FACT = "org.homeostat.fact.";

  /** The text of a file as it is; for null the beginning of a new one. */
  static DrlText of(String file, String text) {
    if (text != null) {
      return new DrlText(file, text);
    }
    String name = file.substring(0, file.length() - ".drl".length());
    String topic = name.substring(name.lastIndexOf('/') + 1);
    return new DrlText(
        file,
        "// " + Wording.sentence(Wording.words(topic)) + ".\npackage " + packageName(file) + ";\n");
  }

  /** The package that a file of a rule folder has. */
  static String packageName(String file) {
    return "org.homeostat.rules."
        + file.substring(0, file.length() - ".drl".length()).replace('/', '.').replace('-', '_');
  }

  /** The text with one more rule at its end, and imports of the given fact types. */
  String with(Collection<String> types, String rule) {
    Set<String> wanted = new TreeSet<>();
    Set<String> there = KnownRules.imports(file, text);
    types.stream()
        .map(type -> FACT + type)
        .filter(type -> !there.contains(type))
        .forEach(wanted::add);
    List<String> lines = new ArrayList<>(text.stripTrailing().lines().toList());
    for (String type : wanted) {
      String line = "import " + type + ";";
      int at = placeOf(line, lines);
      lines.add(at, line);
      if (!lines.get(at - 1).startsWith("import ")) {
        lines.add(at, "");
      }
    }
    return String.join("\n", lines) + "\n\n" + rule;
  }

  /** Where an import goes: in its order among those that are there, else behind the package. */
  private static int placeOf(String line, List<String> lines) {
    int place = 0;
    for (int i = 0; i < lines.size(); i++) {
      String other = lines.get(i);
      boolean before = other.startsWith("import ") && other.compareTo(line) < 0;
      if (before || other.startsWith("package ")) {
        place = i + 1;
      } else if (other.startsWith("import ")) {
        return i;
      }
    }
    return place;
  }
}
