package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * A pattern that a rule matches, to be cut into its first test, its first two, and so on, so that
 * the engine can tell at which of them the facts of a case fail. What says which fact is meant
 * comes first: its code, its band, its agent.
 *
 * @param type what it matches
 * @param bindings names that it gives to components
 * @param tests what it asks of them, in the order of the cuts
 */
record PatternCuts(String type, List<String> bindings, List<String> tests) {

  private static final Pattern BINDING = Pattern.compile("\\$\\w+\\s*:\\s*\\w+");
  private static final Pattern IDENTITY =
      Pattern.compile("\\w+\\s*==\\s*(\"[^\"]*\"|\\$\\w+)|\\w+\\s+in\\s*\\([^)]*\\)");

  /** Of a condition; none for what is no plain pattern. */
  static Optional<PatternCuts> of(BaseDescr condition) {
    if (!(condition instanceof PatternDescr pattern) || pattern.getSource() != null) {
      return Optional.empty();
    }
    List<String> bindings = new ArrayList<>();
    List<String> identity = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (BaseDescr constraint : pattern.getDescrs()) {
      String text = constraint.getText();
      boolean binds = BINDING.matcher(text).matches();
      (binds ? bindings : IDENTITY.matcher(text).matches() ? identity : others).add(text);
    }
    identity.addAll(others);
    return Optional.of(
        new PatternCuts(
            "" + pattern.getObjectType(), List.copyOf(bindings), List.copyOf(identity)));
  }

  /** The pattern with so many of its tests. */
  String with(int count) {
    List<String> parts = new ArrayList<>(bindings);
    parts.addAll(tests.subList(0, count));
    return type + "( " + String.join(", ", parts) + " )";
  }
}
