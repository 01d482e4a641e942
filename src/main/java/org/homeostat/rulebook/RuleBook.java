package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.homeostat.knowledge.Knowledge;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/** Rules and knowledge, compiled and ready: the bundled ones, or a folder. */
public final class RuleBook {

  static final String RESOURCE = "homeostat/rulebook.json";

  private final KieBase rules;
  private final SortedMap<String, RuleDescription> descriptions;
  private final String sha256;
  private final SiteTables tables;
  private final Supplier<RuleQueries> queriesSource;
  private RuleQueries queries;

  RuleBook(KieBase rules, SiteTables tables, String sha256, Supplier<RuleQueries> queriesSource) {
    this.rules = rules;
    this.tables = tables;
    this.sha256 = sha256;
    this.queriesSource = queriesSource;
    SortedMap<String, RuleDescription> byId = new TreeMap<>();
    for (KiePackage kiePackage : rules.getKiePackages()) {
      for (Rule rule : kiePackage.getRules()) {
        byId.put(rule.getName(), RuleDescription.of(rule));
      }
    }
    this.descriptions = Collections.unmodifiableSortedMap(byId);
  }

  /**
   * The rules that were compiled when the project was built. Needs no compiler.
   *
   * @throws RuleBookException when the build left none
   */
  public static RuleBook bundled() {
    ClassLoader loader = RuleBook.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new RuleBookException("no bundled rules: " + RESOURCE + " is not on the class path");
      }
      JsonNode json = new ObjectMapper().readTree(in);
      JsonNode tables = json.get("tables");
      return new RuleBook(
          compiled(names(json.get("models")), loader),
          SiteTables.unchanged(Knowledge.ofChecked(tables), tables),
          json.get("sha256").textValue(),
          RuleQueries::bundled);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /**
   * How rule bases are built. Rules do not share joins: in a fresh session Drools 10.2 can pass
   * over a rule that ends on an absence where its first joins are shared with another rule.
   */
  static KieBaseConfiguration configuration() {
    KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
    configuration.setProperty("drools.shareBetaNodes", "false");
    return configuration;
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.forEach(name -> names.add(name.textValue()));
    return names;
  }

  /** A rule base of the models that the build compiled, given by the names of their classes. */
  static KieBase compiled(List<String> names, ClassLoader loader) {
    List<Model> models = names.stream().map(name -> model(name, loader)).toList();
    return KieBaseBuilder.createKieBaseFromModel(models, configuration());
  }

  private static Model model(String name, ClassLoader loader) {
    try {
      return (Model) Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new RuleBookException("bundled rules are incomplete: " + e);
    }
  }

  /**
   * The rules of a folder, compiled now. Rules are code: the form that they are held to keeps them
   * from reaching beyond facts and formulas, and still load only folders that you know.
   *
   * @param folder holds {@code tables/} and the DRL files
   * @throws RuleBookException naming file, line and reason of everything that is not in form or
   *     does not compile
   */
  public static RuleBook load(Path folder) {
    RuleFiles files = RuleFiles.read(folder);
    JsonNode tables = files.tables();
    Knowledge knowledge = Knowledge.of(tables);
    return compile(
        files,
        SiteTables.unchanged(knowledge, tables),
        RuleLint.diagnostics(files.rules(), knowledge));
  }

  /**
   * The rules of a folder that is trusted, in whatever form they are.
   *
   * @param folder holds {@code tables/} and the DRL files
   * @throws RuleBookException naming file, line and reason of everything that does not compile
   */
  public static RuleBook loadTrusted(Path folder) {
    RuleFiles files = RuleFiles.read(folder);
    JsonNode tables = files.tables();
    return compile(files, SiteTables.unchanged(Knowledge.of(tables), tables), List.of());
  }

  private static RuleBook compile(RuleFiles files, SiteTables tables, List<Diagnostic> found) {
    return new RuleBook(
        RunTimeCompiler.compile(files.rules(), found),
        tables,
        files.sha256(),
        () -> RuleQueries.of(files));
  }

  /**
   * The same rules with tables in which a site has changed single rows.
   *
   * @param folder holds files named and shaped like those of {@code tables/}, each with only the
   *     rows that differ; a new row is a source of the site
   * @throws RuleBookException naming file, line and way out of everything that cannot be used
   */
  public RuleBook withSiteTables(Path folder) {
    return new RuleBook(rules, tables.changedBy(folder), sha256, this::queries);
  }

  /** The compiled rules. */
  public KieBase rules() {
    return rules;
  }

  /** What each rule says of itself, by rule id. */
  public Map<String, RuleDescription> descriptions() {
    return descriptions;
  }

  /** The ids of the rules whose review was due before the day, sorted. */
  public List<String> overdueForReview(LocalDate day) {
    return descriptions.values().stream()
        .filter(rule -> Reviews.overdue(rule.reviewed(), day).isPresent())
        .map(RuleDescription::id)
        .toList();
  }

  /** How far each rule came: outlines and queries, made when they are first asked for. */
  public synchronized RuleQueries queries() {
    if (queries == null) {
      queries = queriesSource.get();
    }
    return queries;
  }

  /** The tables. */
  public Knowledge knowledge() {
    return tables.knowledge();
  }

  /** What a site has changed in the tables, in the order of the tables and their rows. */
  public List<SiteOverride> overrides() {
    return tables.overrides();
  }

  /** Hash over the rule folder: the same whether the rules were bundled or read now. */
  public String sha256() {
    return sha256;
  }
}
