package org.homeostat.ruletest;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;

/** Which cases of a run are asked for. */
public final class CaseFilter {

  /** All cases. */
  public static final CaseFilter ALL = new CaseFilter(null, null);

  private final String text;
  private final Pattern glob;
  private final String rule;

  /**
   * A filter.
   *
   * @param text what the id or the path of the case contains, or, with {@code *} for any
   *     characters, how the whole id, path or file name reads; null: any
   * @param rule id of the rule that the file name names, or that stands in a proof of the advisory;
   *     null: any
   */
  public CaseFilter(String text, String rule) {
    this.text = text;
    this.rule = rule;
    this.glob = text == null || !text.contains("*") ? null : glob(text);
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  /** Whether the case may be asked for by what it is called; id empty: not known. */
  boolean takes(String path, String id) {
    if (text == null) {
      return true;
    }
    if (glob == null) {
      return path.contains(text) || id.contains(text);
    }
    return Stream.of(path, id, fileName(path)).anyMatch(name -> glob.matcher(name).matches());
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Whether the name of the file speaks of the rule, where a rule is asked for. */
  boolean takesName(String path) {
    Optional<RuleUse> use = RuleUse.of(path);
    return rule == null || use.isPresent() && use.get().rule().equals(rule);
  }

  /** Whether the case is asked for by what it gives. */
  boolean takes(String path, Advisory advisory) {
    return takesName(path) || ProvedRules.of(advisory).contains(rule);
  }
}
