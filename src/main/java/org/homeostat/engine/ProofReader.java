package org.homeostat.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.drools.core.common.InternalFactHandle;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.homeostat.advice.Proof;
import org.homeostat.fact.CaseFact;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Contraindication;
import org.homeostat.fact.Derived;
import org.homeostat.fact.Finding;
import org.homeostat.fact.Option;
import org.homeostat.fact.TableRow;
import org.homeostat.fact.TierReason;
import org.homeostat.fact.Treatment;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Ids;
import org.homeostat.quantity.Quantity;
import org.homeostat.rulebook.RuleBook;
import org.homeostat.rulebook.RuleDescription;
import org.homeostat.rulebook.RuleOutline;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/**
 * Reads why derived facts hold from the justifications that the truth-maintenance system keeps: not
 * what fired once, but what still justifies a fact when firing is over. Read before the session is
 * disposed of.
 */
final class ProofReader {

  private final Map<String, RuleDescription> rules;
  private final Map<String, RuleOutline> outlines;
  private final Margins margins;
  private final UnaryOperator<String> names;
  private final Map<Derived, InternalFactHandle> handles = new HashMap<>();
  private final Map<Derived, List<Derivation>> memo = new HashMap<>();

  /** Looks at a session that has fired with the rules of the book. */
  ProofReader(KieSession session, RuleBook ruleBook) {
    this.rules = ruleBook.descriptions();
    this.outlines = ruleBook.queries().outlines();
    this.margins = new Margins(ruleBook.knowledge());
    this.names = ruleBook.knowledge()::name;
    for (FactHandle handle : session.getFactHandles(Derived.class::isInstance)) {
      InternalFactHandle internal = (InternalFactHandle) handle;
      handles.put((Derived) internal.getObject(), internal);
    }
  }

  /** The derived facts of a type, with every way in which each holds; sorted. */
  <T extends Derived> Map<T, List<Derivation>> of(Class<T> type) {
    Map<String, T> byText = new TreeMap<>();
    facts(type).forEach(derived -> byText.put(derived.toString(), derived));
    Map<T, List<Derivation>> found = new LinkedHashMap<>();
    byText.values().forEach(derived -> found.put(derived, why(derived)));
    return found;
  }

  /** The derived facts of a type, in no order. */
  <T extends Derived> Stream<T> facts(Class<T> type) {
    return handles.keySet().stream().filter(type::isInstance).map(type::cast);
  }

  /** Every way in which a derived fact holds; sorted. */
  List<Derivation> why(Derived derived) {
    return justifications(derived);
  }

  /** In how many ways each rule holds, by rule id. */
  SortedMap<String, Integer> matches() {
    SortedMap<String, Integer> matches = new TreeMap<>();
    handles.keySet().stream()
        .flatMap(derived -> justifications(derived).stream())
        .forEach(derivation -> matches.merge(derivation.rule().id(), 1, Integer::sum));
    return Collections.unmodifiableSortedMap(matches);
  }

  private List<Derivation> justifications(Derived derived) {
    List<Derivation> known = memo.get(derived);
    if (known != null) {
      return known;
    }
    Set<Derivation> found = new LinkedHashSet<>();
    TruthMaintenanceSystemEqualityKey key =
        (TruthMaintenanceSystemEqualityKey) handles.get(derived).getEqualityKey();
    for (Object mode = key.getBeliefSet().getFirst();
        mode != null;
        mode = ((SimpleMode) mode).getNext()) {
      LogicalDependency<?> dependency = ((SimpleMode) mode).getObject();
      found.add(justification(dependency.getJustifier()));
    }
    List<Derivation> sorted = found.stream().sorted(Derivation.ORDER).toList();
    memo.put(derived, sorted);
    return sorted;
  }

  private Derivation justification(Match match) {
    RuleDescription rule = rules.get(match.getRule().getName());
    Set<Proof> from = new LinkedHashSet<>();
    for (Object object : match.getObjects()) {
      addChildren(object, from);
    }
    for (String absent : rule.absent()) {
      from.add(new Proof.Absence(fill(absent, match)));
    }
    List<String> guidance = rule.guidance().isEmpty() ? guidanceOf(match) : rule.guidance();
    Proof.Step step =
        new Proof.Step(
            rule.id(),
            fill(rule.text(), match),
            guidance,
            rule.policy(),
            rule.source(),
            margins.of(outlines.get(rule.id()), match::getDeclarationValue),
            List.copyOf(from));
    return new Derivation(
        rule,
        guidance,
        step,
        fill(rule.summary(), match, ProofReader::headline),
        fill(rule.detail(), match),
        List.copyOf(match.getObjects()),
        agents(match.getObjects()));
  }

  /** The agents that a match is about: those treated, of options, and of what it rests on. */
  private SortedSet<String> agents(Collection<?> matched) {
    SortedSet<String> agents = new TreeSet<>();
    for (Object object : matched) {
      if (object instanceof Treatment treatment) {
        agents.add(treatment.agent());
      } else if (object instanceof Option option) {
        agents.addAll(option.agents());
      } else if (object instanceof Derived derived) {
        justifications(derived).forEach(derivation -> agents.addAll(derivation.agents()));
      } else if (object instanceof Collection<?> several) {
        agents.addAll(agents(several));
      }
    }
    return agents;
  }

  /** A rule that names no statement speaks for those of the tier reasons and rows it matched. */
  private List<String> guidanceOf(Match match) {
    List<String> guidance = new ArrayList<>();
    for (Object object : match.getObjects()) {
      if (object instanceof TierReason reason) {
        justifications(reason).forEach(derivation -> guidance.addAll(derivation.guidance()));
      } else if (object instanceof Contraindication row) {
        guidance.add(row.guidance());
      }
    }
    return guidance.stream().distinct().toList();
  }

  private void addChildren(Object object, Set<Proof> children) {
    if (object instanceof CaseFact fact) {
      children.add(new Proof.Fact(fact.at(), fact.text()));
    } else if (object instanceof TableRow row) {
      children.add(new Proof.Row(row.table(), row.text(), Ids.split(row.source())));
    } else if (object instanceof Derived derived) {
      justifications(derived).forEach(j -> children.add(j.step()));
    } else if (object instanceof Collection<?> facts) {
      facts.forEach(fact -> addChildren(fact, children));
    }
  }

  /** A headline has no room for what a clinician wrote beside a diagnosis. */
  private static Object headline(Object value) {
    return value instanceof Condition condition ? Wording.words(condition.code()) : value;
  }

  private String fill(String template, Match match) {
    return fill(template, match, UnaryOperator.identity());
  }

  private String fill(String template, Match match, UnaryOperator<Object> form) {
    Matcher place = RuleDescription.PLACE.matcher(template);
    return place.replaceAll(
        found ->
            Matcher.quoteReplacement(
                words(form.apply(match.getDeclarationValue(found.group(1))), found.group(1))
                    .replace(RuleDescription.SEPARATOR, " / ")));
  }

  private String words(Object value, String place) {
    if (value instanceof CaseFact fact) {
      return fact.text();
    } else if (value instanceof TableRow row) {
      return row.text();
    } else if (value instanceof Quantity quantity) {
      return quantity.shortText();
    } else if (value instanceof TierReason reason) {
      return justifications(reason).get(0).summary() + " (" + reason.policy() + ")";
    } else if (value instanceof Derived derived) {
      return words(derived);
    } else if (value instanceof String code) {
      return names.apply(code);
    } else if (value == null) {
      throw new IllegalStateException("no value for " + place);
    }
    return value.toString();
  }

  /** What a derived fact rests on, in words; its own text where it rests on absences alone. */
  private String words(Derived derived) {
    Set<String> leaves = leaves(derived);
    return leaves.isEmpty()
        ? justifications(derived).get(0).step().text()
        : String.join("; ", leaves);
  }

  /** The texts of the case facts at the leaves; a computed value stands before those it is from. */
  private Set<String> leaves(Derived derived) {
    Set<String> texts = new TreeSet<>();
    for (Derivation justification : justifications(derived)) {
      for (Object object : justification.matched()) {
        if (object instanceof CaseFact fact) {
          texts.add(fact.text());
        } else if (object instanceof Derived premise) {
          texts.addAll(leaves(premise));
        }
      }
    }
    if (derived instanceof Finding finding && finding.value() != null) {
      String name = Wording.sentence(names.apply(finding.code()));
      return Set.of(
          name + " " + finding.value().shortText() + " from " + String.join(" and ", texts));
    }
    return texts;
  }
}
