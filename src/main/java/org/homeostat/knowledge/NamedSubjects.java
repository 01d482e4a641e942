package org.homeostat.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Subjects;
import org.homeostat.fact.Wording;

/** Finds tests, agents, conditions and the like in texts by the names that the tables give them. */
public final class NamedSubjects implements Subjects {

  private static final List<String> LISTS =
      List.of("condition", "medication", "symptom", "examination");
  private static final String NO_NAME = "other";
  private static final String FAMILY = "/family";
  private static final String COUNTS_AS = ", as ";

  private final Map<String, String> codes = new TreeMap<>();
  private final Pattern name;

  /** Subjects by the names in the given tables. */
  public NamedSubjects(Knowledge knowledge) {
    knowledge.tables().analytes().forEach(row -> add(row.name(), row.code()));
    knowledge.tables().agents().forEach(row -> add(row.name(), row.code()));
    LISTS.forEach(list -> knowledge.codes(list).forEach(code -> add(Wording.words(code), code)));
    knowledge.tables().vocabulary().keySet().forEach(list -> add(Wording.words(list), list));
    codes.remove(NO_NAME);
    // the longest first: fasting insulin is no insulin
    String names =
        codes.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    name = Pattern.compile("(?<![\\w-])(" + names + ")(?![\\w-])");
  }

  private void add(String words, String code) {
    codes.putIfAbsent(words.toLowerCase(Locale.ROOT), code);
  }

  /** What the input's text begins with, and the test that its value counts as. */
  @Override
  public Set<String> of(Advisory.Input input) {
    Set<String> found = new TreeSet<>();
    if (!input.at().startsWith(FAMILY)) {
      String text = input.text().toLowerCase(Locale.ROOT);
      addAt(0, text, found);
      int as = text.indexOf(COUNTS_AS);
      if (as >= 0) {
        addAt(as + COUNTS_AS.length(), text, found);
      }
    }
    return found;
  }

  private void addAt(int start, String text, Set<String> found) {
    Matcher matcher = name.matcher(text);
    if (matcher.find(start) && matcher.start() == start) {
      found.add(codes.get(matcher.group()));
    }
  }

  @Override
  public Set<String> mentionedIn(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = name.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      found.add(codes.get(matcher.group()));
    }
    return found;
  }
}
