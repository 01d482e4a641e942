package org.homeostat.rulebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.kie.api.KieBase;

/**
 * The second rule base: for each rule its outline, and the queries that tell how far it came. Made
 * when it is first asked for.
 */
public final class RuleQueries {

  static final String RESOURCE = "homeostat/queries.json";

  private final SortedMap<String, RuleOutline> outlines;
  private final Map<String, List<Integer>> rowLines;
  private final Supplier<KieBase> compiler;
  private final Supplier<KieBase> cutCompiler;
  private KieBase compiled;
  private KieBase compiledCuts;

  private RuleQueries(
      List<RuleOutline> outlines,
      Map<String, List<Integer>> rowLines,
      Supplier<KieBase> compiler,
      Supplier<KieBase> cutCompiler) {
    SortedMap<String, RuleOutline> byId = new TreeMap<>();
    outlines.forEach(outline -> byId.put(outline.id(), outline));
    this.outlines = Collections.unmodifiableSortedMap(byId);
    this.rowLines = rowLines;
    this.compiler = compiler;
    this.cutCompiler = cutCompiler;
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
      List<RuleOutline> outlines =
          List.of(mapper.treeToValue(json.get("outlines"), RuleOutline[].class));
      return new RuleQueries(
          outlines,
          mapper.convertValue(json.get("rowLines"), new TypeReference<>() {}),
          () -> RuleBook.compiled(models(json, false), loader),
          () -> RuleBook.compiled(models(json, true), loader));
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
        () -> RunTimeCompiler.compile(files(queries, false)),
        () -> RunTimeCompiler.compile(files(queries, true)));
  }

  private static JsonNode models(JsonNode json, boolean cuts) {
    ArrayNode models = JsonNodeFactory.instance.arrayNode();
    json.get("models")
        .forEach(
            model -> {
              if (PrefixQueries.isOfCuts(model.textValue()) == cuts) {
                models.add(model);
              }
            });
    return models;
  }

  private static SortedMap<String, String> files(PrefixQueries queries, boolean cuts) {
    SortedMap<String, String> files = new TreeMap<>(queries.files());
    files.keySet().removeIf(name -> PrefixQueries.isOfCuts(name) != cuts);
    return files;
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

  /** The compiled queries of {@link #cut}; apart, because only few ask for them. */
  public synchronized KieBase compiledCuts() {
    if (compiledCuts == null) {
      compiledCuts = cutCompiler.get();
    }
    return compiledCuts;
  }

  /** The compiled queries but those of {@link #cut}. */
  public synchronized KieBase compiled() {
    if (compiled == null) {
      compiled = compiler.get();
    }
    return compiled;
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
