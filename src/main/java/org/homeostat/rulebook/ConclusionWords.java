package org.homeostat.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule concludes as a phrase. */
final class ConclusionWords {

  private ConclusionWords() {}

  static String of(RuleOutline rule, CodeWords codes) {
    String type = rule.concludes();
    Class<?> fact = FactTypes.ALL.get(type);
    if (fact == null) {
      return "nothing that is told";
    }
    RecordComponent[] members = fact.getRecordComponents();
    List<String> arguments = rule.arguments();
    String first = arguments.isEmpty() || arguments.get(0) == null ? "" : arguments.get(0);
    List<String> said = new ArrayList<>();
    said.add(
        Phrases.filled(
            Phrases.find("conclude." + type).orElse(Phrases.words(type) + " {0}"),
            List.of(first.isEmpty() ? "" : codes.of(type, members[0].getName(), first))));
    for (int i = 1; i < arguments.size() && i < members.length; i++) {
      String member = members[i].getName();
      String key = "conclude." + type + "." + member;
      String argument = arguments.get(i);
      Optional<String> phrase =
          argument == null
              ? Phrases.first(key + ".open." + first, key + ".open")
              : Phrases.find(key).filter(p -> !argument.isEmpty());
      phrase.ifPresent(
          p ->
              said.add(
                  Phrases.filled(
                      p,
                      argument == null ? List.of() : List.of(codes.of(type, member, argument)))));
    }
    return Phrases.tidy(String.join(" ", said));
  }
}
