package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeostat.knowledge.Actions;
import org.homeostat.knowledge.NearestName;
import org.homeostat.rulebook.FactCodes.CodeList;
import org.homeostat.rulebook.RuleLogic.Demand;

/** Finds literals in rules that are in no list of codes. */
final class CodeCheck {

  private static final Pattern COMPARED =
      Pattern.compile(
          "(\\w+)\\s*(?:[=!]=\\s*|contains\\s+|\\.\\s*(?:equals|contains)\\s*\\(\\s*)\"([^\"]*)\"");
  private static final Pattern LISTED =
      Pattern.compile("(\\w+)\\s+(?:not\\s+)?in\\s*\\(([^)]*)\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final RuleFolder folder;
  private final FactCodes codes;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  CodeCheck(RuleFolder folder) {
    this.folder = folder;
    this.codes = new FactCodes(folder.knowledge(), folder.tableFacts());
  }

  List<Diagnostic> diagnostics() {
    for (RuleLogic rule : folder.rules()) {
      rule.demands().forEach(demand -> demand(rule.shape(), demand));
      conclusion(rule);
    }
    return diagnostics;
  }

  private void demand(RuleShape rule, Demand demand) {
    for (String constraint : demand.condition().constraints()) {
      Matcher compared = COMPARED.matcher(constraint);
      while (compared.find()) {
        literal(rule, demand, compared.group(1), compared.group(2));
      }
      Matcher listed = LISTED.matcher(constraint);
      while (listed.find()) {
        Matcher quoted = QUOTED.matcher(listed.group(2));
        while (quoted.find()) {
          literal(rule, demand, listed.group(1), quoted.group(1));
        }
      }
    }
  }

  private void literal(RuleShape rule, Demand demand, String component, String value) {
    codes
        .of(demand.type(), component, demand.literals())
        .ifPresent(
            list ->
                known(
                    rule, demand.condition().line(), demand.type() + "." + component, value, list));
  }

  private void conclusion(RuleLogic rule) {
    List<String> components = Stratification.DERIVED.getOrDefault(rule.concludes(), List.of());
    Literals none = Literals.of(List.of());
    for (int i = 0; i < components.size(); i++) {
      String component = components.get(i);
      rule.literal(i)
          .filter(value -> !value.isEmpty())
          .ifPresent(
              value ->
                  codes
                      .of(rule.concludes(), component, none)
                      .ifPresent(list -> concluded(rule, component, value, list)));
    }
    if (rule.concludes().equals("Advice")) {
      target(rule);
    }
  }

  /** What is measured or repeated is a test, and what is left be is an agent. */
  private void target(RuleLogic rule) {
    Optional<String> action = rule.literal(0);
    Optional<CodeList> list =
        action.filter(Actions.TEST::contains).isPresent()
            ? Optional.of(codes.tests())
            : action.filter(Actions.LEAVE::contains).isPresent()
                ? Optional.of(codes.agents())
                : Optional.empty();
    list.ifPresent(
        known ->
            rule.literal(1)
                .ifPresent(
                    target ->
                        concluded(
                            rule, "target of '" + action.orElseThrow() + "'", target, known)));
  }

  private void concluded(RuleLogic rule, String component, String value, CodeList list) {
    known(rule.shape(), rule.shape().line(), rule.concludes() + "." + component, value, list);
  }

  private void known(RuleShape rule, int line, String component, String value, CodeList list) {
    if (!list.codes().contains(value)) {
      String add = list.place().isEmpty() ? "" : ", or add the code to " + list.place();
      diagnostics.add(
          Diagnostic.in(
              rule,
              Check.UNKNOWN_CODE,
              line,
              "'" + value + "' is not among the " + list.name() + " (" + component + ")",
              "write '" + NearestName.of(value, list.codes()) + "', the nearest known one" + add));
    }
  }
}
