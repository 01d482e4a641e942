package org.homeostat.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeostat.advice.Citation;
import org.homeostat.advice.Evidence;
import org.homeostat.fact.Wording;

/** The knowledge tables, cross-checked, with the look-ups that the engine and the readers need. */
public final class Knowledge {

  /** The span of time for which a positive pregnancy test counts. */
  public static final String PREGNANCY_WINDOW = "pregnancy";

  /** The span of time for which a long-acting agent lasts after a dose. */
  public static final String CLEARANCE_INTERVAL = "long-acting-clearance";

  /** The band of age below which a patient is no adult. */
  public static final String MINOR_BAND = "minor";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addModule(
              new SimpleModule().addDeserializer(LocalDate.class, new LocalDateDeserializer()))
          .build();

  private final Tables tables;
  private final Map<String, Tables.SourceRow> sources;
  private final Map<String, Tables.CardRow> cards;
  private final Map<String, Tables.StatementRow> statements;
  private final Map<String, Tables.PolicyRow> policies;
  private final Map<String, Tables.AnalyteRow> analytes;
  private final Map<String, AgentTables.AgentRow> agents;
  private final Map<String, Map<String, Tables.Term>> vocabulary = new LinkedHashMap<>();
  private final Set<String> judgedTests = new HashSet<>();
  private final SortedSet<String> courseScopes = new TreeSet<>();

  private Knowledge(Tables tables) {
    this.tables = tables;
    this.sources = byId(tables.sources(), Tables.SourceRow::id);
    this.cards = byId(tables.cards(), Tables.CardRow::id);
    this.statements = byId(tables.guidance(), Tables.StatementRow::id);
    this.policies = byId(tables.policies(), Tables.PolicyRow::id);
    this.analytes = byId(tables.analytes(), Tables.AnalyteRow::code);
    this.agents = byId(tables.agents(), AgentTables.AgentRow::code);
    tables
        .vocabulary()
        .forEach((list, terms) -> vocabulary.put(list, byId(terms, Tables.Term::code)));
    tables.cutoffs().forEach(row -> judgedTests.add(row.code()));
    tables.coreTests().forEach(row -> judgedTests.add(row.code()));
    tables.analytes().stream()
        .filter(row -> row.feeds() != null)
        .forEach(row -> judgedTests.add(row.code()));
    tables.schedule().forEach(row -> courseScopes.add(row.agents()));
    tables.benchmarks().forEach(row -> courseScopes.add(row.agent()));
    courseScopes.remove(Tables.ANY);
  }

  /**
   * Reads tables from one JSON object with a member for each table.
   *
   * @throws TableException naming every row that is malformed or points nowhere
   */
  public static Knowledge of(JsonNode json) {
    List<TableProblem> problems = problems(json);
    if (!problems.isEmpty()) {
      throw new TableException(problems.stream().map(TableProblem::toString).toList(), null);
    }
    return ofChecked(json);
  }

  /**
   * Every row that is malformed; where none is, every row that points nowhere. Where no row is
   * malformed, {@link #ofChecked} can read the tables all the same.
   */
  public static List<TableProblem> problems(JsonNode json) {
    List<TableProblem> malformed = malformed(json);
    return malformed.isEmpty() ? new TableCheck(tables(json)).problems() : malformed;
  }

  /** Every table that is missing, and every row that is malformed. */
  public static List<TableProblem> malformed(JsonNode json) {
    return new TableForm(MAPPER.reader()).problems(json);
  }

  /** Reads tables that were checked before; of rows with one id the first counts. */
  public static Knowledge ofChecked(JsonNode json) {
    return new Knowledge(tables(json));
  }

  private static Tables tables(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, Tables.class);
    } catch (JsonProcessingException e) {
      throw new TableException(List.of(e.getOriginalMessage()), e);
    }
  }

  /** The rows as they are written. */
  public Tables tables() {
    return tables;
  }

  /** The analyte of the code, or null. */
  public Tables.AnalyteRow analyte(String code) {
    return analytes.get(code);
  }

  /** The agent of the code, or null. */
  public AgentTables.AgentRow agent(String code) {
    return agents.get(code);
  }

  /** The ids of the statements. */
  public Set<String> statements() {
    return statements.keySet();
  }

  /** The statement of the id. */
  public Tables.StatementRow statement(String id) {
    return statements.get(id);
  }

  /** The ids of the sources. */
  public Set<String> sources() {
    return sources.keySet();
  }

  /** The policy ids in the order of the table. */
  public List<String> policies() {
    return List.copyOf(policies.keySet());
  }

  /**
   * How a code reads in a sentence: the name of an analyte or agent, else the words of the code.
   */
  public String name(String code) {
    if (analytes.containsKey(code)) {
      return analytes.get(code).name();
    }
    if (agents.containsKey(code)) {
      return agents.get(code).name();
    }
    boolean term = vocabulary.values().stream().anyMatch(terms -> terms.containsKey(code));
    return term ? Wording.words(code) : code;
  }

  /** Whether the test is core data for every case or for the agent. */
  public boolean needs(String agent, String test) {
    return tables.coreTests().stream()
        .filter(row -> row.code().equals(test))
        .anyMatch(row -> row.agent().equals("any") || agent(agent).is(row.agent()));
  }

  /** Whether the test is core data because of the agent, and for no case without such an agent. */
  public boolean needsForItself(String agent, String test) {
    List<Tables.CoreTestRow> rows =
        tables.coreTests().stream().filter(row -> row.code().equals(test)).toList();
    return rows.stream().noneMatch(row -> row.agent().equals("any"))
        && rows.stream().anyMatch(row -> agent(agent).is(row.agent()));
  }

  /**
   * Checks a code of a case; null was not said.
   *
   * @throws IllegalArgumentException naming place and code when the list has no such code
   */
  public void requireCode(String at, String list, String code) {
    if (code != null && !isCode(list, code)) {
      throw new IllegalArgumentException(at + ": '" + code + "' is no " + list + " code");
    }
  }

  private boolean isCode(String list, String code) {
    return switch (list) {
      case "agent" -> agents.containsKey(code);
      case "observation" -> analytes.containsKey(code) && analytes.get(code).member() == null;
      default -> terms(list).containsKey(code);
    };
  }

  /** Whether a cut-off, a need of core data or an index reads values of the test. */
  public boolean isJudged(String test) {
    return judgedTests.contains(test);
  }

  /** The agents, classes and groups whose courses schedule and benchmarks are about. */
  public Set<String> courseScopes() {
    return Collections.unmodifiableSortedSet(courseScopes);
  }

  /** The place whose regulation holds in a country; null: the one that is assumed. */
  public String placeOf(String country) {
    return jurisdiction(country)
        .map(AgentTables.JurisdictionRow::place)
        .orElse(AgentTables.ELSEWHERE);
  }

  /** The row of the place whose regulation holds in a country; null: the one that is assumed. */
  public Optional<AgentTables.JurisdictionRow> jurisdiction(String country) {
    return tables.jurisdictions().stream()
        .filter(row -> country == null ? row.assumed() : row.countries().contains(country))
        .findFirst();
  }

  /** The span of time of the code. */
  public TimeTables.WindowRow window(String code) {
    return tables.windows().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no window '" + code + "'"));
  }

  /** The span of time ahead of the code. */
  public TimeTables.IntervalRow interval(String code) {
    return tables.intervals().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no interval '" + code + "'"));
  }

  /** The level of a policy id, such as {@code high}. */
  public String level(String policy) {
    return policies.get(policy).level();
  }

  /**
   * The codes of a vocabulary list in the order of the table; {@code agent} and {@code observation}
   * included.
   */
  public List<String> codes(String list) {
    return switch (list) {
      case "agent" -> List.copyOf(agents.keySet());
      case "policy" -> policies();
      case "option" -> tables.options().stream().map(AgentTables.OptionRow::code).toList();
      case "observation" ->
          tables.analytes().stream()
              .filter(row -> row.member() == null)
              .map(Tables.AnalyteRow::code)
              .toList();
      default -> List.copyOf(terms(list).keySet());
    };
  }

  /**
   * A code of a vocabulary list.
   *
   * @throws IllegalArgumentException when the list has no such code
   */
  public Tables.Term term(String list, String code) {
    Tables.Term term = terms(list).get(code);
    if (term == null) {
      throw new IllegalArgumentException("'" + code + "' is no " + list + " code");
    }
    return term;
  }

  private Map<String, Tables.Term> terms(String list) {
    Map<String, Tables.Term> terms = vocabulary.get(list);
    if (terms == null) {
      throw new IllegalArgumentException("no vocabulary list '" + list + "'");
    }
    return terms;
  }

  /** Evidence for statements that are applied to no agent. */
  public List<Evidence> evidence(List<String> guidance) {
    return guidance.stream().flatMap(id -> evidence(id, Set.of()).stream()).toList();
  }

  /**
   * Evidence for a statement, one entry for each claim card.
   *
   * @param agents agents that it is applied to; where the label names not all of them, the grade is
   *     that of a convention
   */
  public List<Evidence> evidence(String statement, Set<String> agents) {
    Tables.StatementRow row = statements.get(statement);
    if (!row.cards().isEmpty()) {
      return row.cards().stream()
          .map(cards::get)
          .map(c -> evidence(row, c.id(), c.grade(), c.verdict(), c.note(), c.source()))
          .toList();
    }
    boolean extended =
        row.labelled() != null && !agents.isEmpty() && !row.labelled().containsAll(agents);
    String grade = extended ? Tables.EXTENDED : row.grade();
    return List.of(evidence(row, null, grade, row.verdict(), row.note(), row.source()));
  }

  private Evidence evidence(
      Tables.StatementRow row,
      String card,
      String grade,
      String verdict,
      String note,
      String source) {
    String document = row.document() == null ? null : row.document() + ", " + row.section();
    return new Evidence(
        row.id(),
        row.statement(),
        document,
        card,
        grade,
        verdict,
        row.reading() == null ? note : row.reading() + " " + note,
        Ids.split(source).stream().map(this::citation).toList());
  }

  /** The citation of a source id. */
  public Citation citation(String id) {
    Tables.SourceRow row = sources.get(id);
    return new Citation(
        row.id(), row.text(), row.doi(), row.pmid(), row.slip(), row.verification());
  }

  private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    rows.forEach(row -> map.putIfAbsent(id.apply(row), row));
    return map;
  }
}
