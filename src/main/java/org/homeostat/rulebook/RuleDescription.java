package org.homeostat.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeostat.knowledge.Ids;
import org.kie.api.definition.rule.Rule;

/**
 * What a rule says of itself.
 *
 * @param id its permanent name
 * @param policy policy id it carries; empty for none
 * @param guidance ids of the statements it encodes
 * @param text its line in a proof, with places such as {@code {$value}}
 * @param summary its line in the advisory; empty for findings
 * @param detail more of the same; may be empty
 * @param absent one text for each {@code not}, in order
 * @param urgency {@code critical}, {@code warning}, {@code info}; empty for findings and tiers
 * @param source ids of its sources
 * @param reviewed day of its last review
 */
public record RuleDescription(
    String id,
    String policy,
    List<String> guidance,
    String text,
    String summary,
    String detail,
    List<String> absent,
    String urgency,
    List<String> source,
    String reviewed) {

  /** A place in a text that is filled from a match: {@code {$value}}; group 1 is the variable. */
  public static final Pattern PLACE = Pattern.compile("\\{(\\$\\w+)}");

  /** What stands between the sentences of one text. */
  public static final String SEPARATOR = " | ";

  static RuleDescription of(Rule rule) {
    Map<String, Object> data = rule.getMetaData();
    return new RuleDescription(
        rule.getName(),
        value(data, "policy"),
        Ids.split(value(data, "guidance")),
        value(data, "text"),
        value(data, "summary"),
        value(data, "detail"),
        sentences(value(data, "absent")),
        value(data, "urgency"),
        Ids.split(value(data, "source")),
        value(data, "reviewed"));
  }

  /** The sentences of a text; none for an empty one. */
  public static List<String> sentences(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(Pattern.quote(SEPARATOR)));
  }

  private static String value(Map<String, Object> data, String name) {
    Object value = data.get(name);
    return value == null ? "" : value.toString();
  }
}
