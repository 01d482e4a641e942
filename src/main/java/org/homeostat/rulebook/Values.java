package org.homeostat.rulebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeostat.rulebook.RuleLogic.Demand;
import org.homeostat.rulebook.RuleShape.Kind;

/**
 * Which codes a place in a rule can hold: those that its literals let pass, that its table has, or
 * that the rules conclude which feed it.
 */
final class Values {

  private static final int DEPTH = 6;

  private final RuleFolder folder;
  private final FactCodes codes;
  private final Map<Demand, List<RuleLogic>> known = new HashMap<>();

  Values(RuleFolder folder) {
    this.folder = folder;
    this.codes = new FactCodes(folder.knowledge(), folder.tableFacts());
  }

  /** The rules whose conclusion the pattern can match. */
  List<RuleLogic> feeders(Demand demand) {
    List<RuleLogic> feeders = known.get(demand);
    if (feeders == null) {
      feeders = feeders(demand, DEPTH);
      known.put(demand, feeders);
    }
    return feeders;
  }

  /** The codes that can stand at a place of a rule; empty where they are not known. */
  Optional<Set<String>> at(RuleLogic rule, String place) {
    return at(rule, place, DEPTH);
  }

  private List<RuleLogic> feeders(Demand demand, int depth) {
    return folder.rules().stream()
        .filter(rule -> rule.concludes().equals(demand.type()))
        .filter(rule -> canFeed(rule, demand, depth))
        .toList();
  }

  private boolean canFeed(RuleLogic rule, Demand demand, int depth) {
    List<String> components = Stratification.DERIVED.get(rule.concludes());
    for (int i = 0; i < components.size(); i++) {
      String component = components.get(i);
      Optional<Set<String>> values = concluded(rule, i, component, depth);
      if (values.isPresent()
          && values.get().stream().noneMatch(value -> demand.literals().pass(component, value))) {
        return false;
      }
    }
    return true;
  }

  /** The codes of one argument of a conclusion; a code or target that is left out is empty. */
  private Optional<Set<String>> concluded(
      RuleLogic rule, int argument, String component, int depth) {
    if (rule.literal(argument).isPresent()) {
      return rule.literal(argument).map(Set::of);
    }
    if (argument >= rule.conclusion().size()) {
      boolean isText = component.equals("about") || component.equals("agent");
      return isText ? Optional.of(Set.of("")) : Optional.empty();
    }
    String place = rule.conclusion().get(argument);
    return place.startsWith("@") ? at(rule, place, depth) : Optional.empty();
  }

  private Optional<Set<String>> at(RuleLogic rule, String place, int depth) {
    Set<String> possible = null;
    for (String other : rule.allEqualTo(place).toList()) {
      Optional<Set<String>> here = here(rule, other, depth);
      if (here.isPresent()) {
        Set<String> values = new HashSet<>(here.get());
        if (possible != null) {
          values.retainAll(possible);
        }
        possible = values;
      }
    }
    return Optional.ofNullable(possible);
  }

  private Optional<Set<String>> here(RuleLogic rule, String place, int depth) {
    String component = RuleLogic.component(place);
    Demand demand = rule.demand(RuleLogic.index(place));
    if (component.isEmpty() || demand.kind() != Kind.HOLDS) {
      return Optional.empty();
    }
    Optional<Set<String>> values;
    if (TableFacts.TYPES.contains(demand.type())) {
      values =
          Optional.of(
                  folder.tableFacts().passing(demand.type(), demand.literals()).stream()
                      .flatMap(row -> TableFacts.value(row, component).stream())
                      .filter(String.class::isInstance)
                      .map(String.class::cast)
                      .collect(Collectors.toCollection(TreeSet::new)))
              .map(found -> (Set<String>) found)
              .filter(found -> !found.isEmpty());
    } else if (Stratification.DERIVED.containsKey(demand.type())) {
      values = depth == 0 ? Optional.empty() : derived(demand, component, depth - 1);
    } else {
      values =
          codes
              .of(demand.type(), component, demand.literals())
              .map(list -> new HashSet<>(list.codes()));
    }
    return values
        .map(found -> passing(demand.literals(), component, found))
        .or(() -> Optional.ofNullable(demand.literals().only().get(component)));
  }

  private Optional<Set<String>> derived(Demand demand, String component, int depth) {
    int argument = Stratification.DERIVED.get(demand.type()).indexOf(component);
    Set<String> all = new HashSet<>();
    for (RuleLogic feeder : feeders(demand, depth)) {
      Optional<Set<String>> values = concluded(feeder, argument, component, depth);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(values.get());
    }
    return argument < 0 ? Optional.empty() : Optional.of(all);
  }

  private static Set<String> passing(Literals literals, String component, Set<String> values) {
    return values.stream()
        .filter(value -> literals.pass(component, value))
        .collect(Collectors.toSet());
  }
}
