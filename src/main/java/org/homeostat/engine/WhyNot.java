package org.homeostat.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeostat.advice.Margin;
import org.homeostat.fact.CaseFact;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.TableRow;
import org.homeostat.quantity.Quantity;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleOutline;
import org.homeostat.rulebook.RuleQueries;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.QueryResults;
import org.kie.api.runtime.rule.QueryResultsRow;

/**
 * Tells how far rules came on one case. The engine itself answers: the final facts of the case
 * stand in a session of the second rule base, whose queries ask for the first conditions of a rule,
 * one more each time. To be closed; not thread-safe.
 */
public final class WhyNot implements AutoCloseable {

  private final RuleQueries queries;
  private final Margins margins;
  private final List<Object> facts;
  private final KieSession ofAll;
  private final Map<String, KieSession> ofRule = new HashMap<>();

  private WhyNot(RuleBook ruleBook, Trace trace, boolean all) {
    this.queries = ruleBook.queries();
    this.margins = new Margins(ruleBook.knowledge());
    this.facts = trace.facts();
    this.ofAll = all ? opened(queries.ofAll()) : null;
  }

  /** Asks about some rules of the book with which the case was traced. */
  public static WhyNot ofSome(RuleBook ruleBook, Trace trace) {
    return new WhyNot(ruleBook, trace, false);
  }

  /** Asks about all rules of the book with which the case was traced; one session serves all. */
  public static WhyNot ofAll(RuleBook ruleBook, Trace trace) {
    return new WhyNot(ruleBook, trace, true);
  }

  private KieSession opened(KieBase base) {
    KieSession session = base.newKieSession();
    facts.forEach(session::insert);
    return session;
  }

  private KieSession ofRule(String rule) {
    return ofRule.computeIfAbsent(rule, id -> opened(queries.ofRule(id)));
  }

  /**
   * How far a rule came.
   *
   * @throws IllegalArgumentException when there is no such rule
   */
  public Reach reach(String rule) {
    RuleOutline outline = queries.outlines().get(rule);
    if (outline == null) {
      throw new IllegalArgumentException("no rule '" + rule + "'");
    }
    List<Integer> ways = new ArrayList<>();
    int matches;
    do {
      matches = rows(rule, RuleQueries.prefix(rule, ways.size() + 1)).size();
      if (matches > 0) {
        ways.add(matches);
      }
    } while (matches > 0 && ways.size() < outline.conditions().size());
    return new Reach(outline, ways.size(), ways);
  }

  /**
   * At what a rule stopped, and what was found there.
   *
   * @throws IllegalStateException when the rule holds
   */
  public Stop stop(Reach reach) {
    RuleOutline.Asked asked = reach.stoppedAt();
    for (int passed = asked.tests().size() - 1; passed > 0; passed--) {
      QueryResults results = cut(reach, passed);
      if (results.size() > 0) {
        TreeSet<String> found = new TreeSet<>();
        Set<Margin> beside = new LinkedHashSet<>();
        for (QueryResultsRow row : results) {
          found.add(words(row.get("$candidate")));
          margin(asked, row).ifPresent(beside::add);
        }
        List<Margin> nearest = beside.stream().sorted(Comparator.comparing(Margin::text)).toList();
        return new Stop(reach, passed, List.copyOf(found), nearest, List.of());
      }
    }
    return new Stop(reach, 0, List.of(), List.of(), obstacles(reach));
  }

  private QueryResults cut(Reach reach, int passed) {
    String rule = reach.rule().id();
    return ofRule(rule).getQueryResults(RuleQueries.cut(rule, reach.held() + 1, passed));
  }

  /** What a condition would have compared, had it come to it. */
  private Optional<Margin> margin(RuleOutline.Asked asked, QueryResultsRow row) {
    List<String> compared = asked.compared();
    return compared.size() < 2
        ? Optional.empty()
        : margins.of(
            compared.stream()
                .map(name -> row.get(name.equals(compared.get(0)) ? "$candidate" : name))
                .toList());
  }

  /** The facts that stand in the way of the absence at which a rule stopped, in words; sorted. */
  public List<String> obstacles(Reach reach) {
    String rule = reach.rule().id();
    TreeSet<String> found = new TreeSet<>();
    if (!reach.holds() && reach.stoppedAt().absence()) {
      for (QueryResultsRow row : rows(rule, RuleQueries.obstacle(rule, reach.held() + 1))) {
        found.add(words(row.get("$obstacle")));
      }
    }
    return List.copyOf(found);
  }

  /** The table rows that a rule matched, each way in which it holds. */
  public List<TableRow> rowsMatched(Reach reach) {
    String rule = reach.rule().id();
    List<TableRow> found = new ArrayList<>();
    if (reach.holds()) {
      QueryResults results = rows(rule, RuleQueries.prefix(rule, reach.held()));
      for (QueryResultsRow row : results) {
        for (String name : results.getIdentifiers()) {
          if (row.get(name) instanceof TableRow tableRow) {
            found.add(tableRow);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Where a value lies beside a cut-off. */
  public enum Side {
    BELOW,
    AT,
    ABOVE;

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A comparison that a rule made. */
  public record Comparison(Cutoff cutoff, Side side) {}

  /** The comparisons with cut-offs that a rule made, as far as it came. */
  public List<Comparison> comparisons(Reach reach) {
    String rule = reach.rule().id();
    List<Comparison> found = new ArrayList<>();
    List<RuleOutline.Asked> asked = reach.rule().conditions();
    for (int i = 0; i < asked.size() && i <= reach.held(); i++) {
      if (asked.get(i).compares()) {
        for (Side side : Side.values()) {
          String query = RuleQueries.comparison(rule, i + 1, side.code());
          for (QueryResultsRow row : rows(rule, query)) {
            found.add(new Comparison((Cutoff) row.get("$compared"), side));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private QueryResults rows(String rule, String query) {
    return (ofAll == null ? ofRule(rule) : ofAll).getQueryResults(query);
  }

  private static String words(Object fact) {
    if (fact instanceof CaseFact given) {
      return given.text();
    }
    if (fact instanceof TableRow row) {
      return row.text();
    }
    // a derived fact has no text of its own: its type and what it says, without what it leaves open
    return plain(fact.getClass().getSimpleName())
        + ": "
        + Arrays.stream(fact.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> plain(name) + " " + said(CaseEdit.value((Record) fact, name)))
            .filter(said -> !said.endsWith(" "))
            .collect(Collectors.joining(", "));
  }

  private static String plain(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  private static String said(Object value) {
    return value == null
        ? ""
        : value instanceof Quantity quantity ? quantity.text() : value.toString();
  }

  @Override
  public void close() {
    ofRule.values().forEach(KieSession::dispose);
    if (ofAll != null) {
      ofAll.dispose();
    }
  }
}
