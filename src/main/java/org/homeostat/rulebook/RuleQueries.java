package org.homeostat.rulebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kie.api.KieBase;

/**
 * The second rule base: for each rule its outline, and the queries that tell how far it came. Made
 * when it is first asked for, of all rules or of one.
 */
public final class RuleQueries {

  static final String RESOURCE = "homeostat/queries.json";

  private final SortedMap<String, RuleOutline> outlines;
  private final Map<String, List<Integer>> rowLines;
  private final Collection<String> parts;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Function<List<String>, KieBase> compiler;
  private final Map<String, KieBase> ofRule = new ConcurrentHashMap<>();
  private KieBase ofAll;

  /**
   * Queries.
   *
   * @param outlines in the order in which {@link PrefixQueries} numbers the rules
   * @param parts names of the models or files that hold the queries
   * @param compiler makes a rule base of some of them
   */
  private RuleQueries(
      List<RuleOutline> outlines,
      Map<String, List<Integer>> rowLines,
      Collection<String> parts,
      Function<List<String>, KieBase> compiler) {
    SortedMap<String, RuleOutline> byId = new TreeMap<>();
    for (int i = 0; i < outlines.size(); i++) {
      byId.put(outlines.get(i).id(), outlines.get(i));
      numbers.put(outlines.get(i).id(), i + 1);
    }
    this.outlines = Collections.unmodifiableSortedMap(byId);
    this.rowLines = rowLines;
    this.parts = List.copyOf(parts);
    this.compiler = compiler;
  }

  /** Those that were compiled when the project was built. */
  static RuleQueries bundled() {
    ClassLoader loader = RuleQueries.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new RuleBookException(
            "no bundled queries: " + RESOURCE + " is not on the class path");
      }
      ObjectMapper mapper = new ObjectMapper();
      JsonNode json = mapper.readTree(in);
      return new RuleQueries(
          List.of(mapper.treeToValue(json.get("outlines"), RuleOutline[].class)),
          mapper.convertValue(json.get("rowLines"), new TypeReference<>() {}),
          List.of(mapper.treeToValue(json.get("models"), String[].class)),
          models -> RuleBook.compiled(models, loader));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** Those of rule files that are compiled when they are needed. */
  static RuleQueries of(RuleFiles files) {
    PrefixQueries queries = PrefixQueries.of(files.rules());
    return new RuleQueries(
        queries.outlines(),
        new TableFiles(files).rowLines(),
        queries.files().keySet(),
        names -> {
          Map<String, String> wanted = new TreeMap<>(queries.files());
          wanted.keySet().retainAll(names);
          return RunTimeCompiler.compile(wanted);
        });
  }

  /** What is bundled: the outlines, and the names of the compiled models. */
  static ObjectNode bundle(
      List<RuleOutline> outlines, Map<String, List<Integer>> rowLines, List<String> models) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    models.forEach(json.putArray("models")::add);
    json.set("outlines", mapper.valueToTree(outlines));
    json.set("rowLines", mapper.valueToTree(rowLines));
    return json;
  }

  /** What each rule asks and concludes, by rule id. */
  public SortedMap<String, RuleOutline> outlines() {
    return outlines;
  }

  /** The lines of the rows of each table, by the path of its file. */
  public Map<String, List<Integer>> rowLines() {
    return rowLines;
  }

  /** The compiled queries of all rules, but for those of {@link #cut}. */
  public synchronized KieBase ofAll() {
    if (ofAll == null) {
      ofAll =
          compiler.apply(
              parts.stream().filter(part -> !PrefixQueries.isOfCuts(part)).sorted().toList());
    }
    return ofAll;
  }

  /** The compiled queries of one rule, with those of {@link #cut}. */
  public KieBase ofRule(String rule) {
    return ofRule.computeIfAbsent(
        rule,
        id ->
            compiler.apply(
                parts.stream()
                    .filter(part -> PrefixQueries.isOfRule(part, numbers.get(id)))
                    .toList()));
  }

  /** The name of the query for the first conditions of a rule. */
  public static String prefix(String rule, int conditions) {
    return PrefixQueries.prefix(rule, conditions);
  }

  /** The name of the query for what stands in the way of an absence, counted from 1. */
  public static String obstacle(String rule, int condition) {
    return PrefixQueries.obstacle(rule, condition);
  }

  /**
   * The name of the query for a condition of which only the first tests are asked.
   *
   * @param condition counted from 1
   * @param tests how many of {@link RuleOutline.Asked#tests}, fewer than all
   */
  public static String cut(String rule, int condition, int tests) {
    return PrefixQueries.cut(rule, condition, tests);
  }

  /**
   * The name of the query for comparisons with a cut-off.
   *
   * @param condition counted from 1
   * @param side {@code below}, {@code at} or {@code above}
   */
  public static String comparison(String rule, int condition, String side) {
    return PrefixQueries.comparison(rule, condition, side);
  }
}
