package org.homeostat.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The English of facts: what the file of phrases has under a key, with its places filled. */
final class Phrases {

  static final String RESOURCE = "homeostat/rule-words.properties";

  private static final Pattern ARTICLE = Pattern.compile("\\ba\\(n\\) (?=(us|.))");
  private static final Pattern HUMP = Pattern.compile("([A-Z])");
  private static final Map<String, String> ALL = read();

  private Phrases() {}

  private static Map<String, String> read() {
    Properties phrases = new Properties();
    try (InputStream in = Phrases.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new RuleBookException("no words of rules: " + RESOURCE + " is not on the class path");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        phrases.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return phrases.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, key -> phrases.getProperty(key).strip()));
  }

  /** The phrase of a key. */
  static Optional<String> find(String key) {
    return Optional.ofNullable(ALL.get(key));
  }

  /** The phrase of the first key that has one. */
  static Optional<String> first(String... keys) {
    for (String key : keys) {
      if (ALL.containsKey(key)) {
        return find(key);
      }
    }
    return Optional.empty();
  }

  /** Every key. */
  static List<String> keys() {
    return ALL.keySet().stream().sorted().toList();
  }

  /** The phrase with {@code {0}}, {@code {1}} … filled. */
  static String filled(String phrase, List<String> words) {
    String text = phrase;
    for (int i = 0; i < words.size(); i++) {
      text = text.replace("{" + i + "}", words.get(i));
    }
    return text;
  }

  /** {@code a, b or c}. */
  static String list(List<String> words, String last) {
    int end = words.size() - 1;
    return end < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /** One space between words, none before a comma, and the article that goes with the next word. */
  static String tidy(String text) {
    String spaced =
        text.strip().replaceAll("\\s+", " ").replaceAll(" (?=[,:])", "").replaceAll(",$", "");
    return ARTICLE.matcher(spaced).replaceAll(m -> "aeiouAEIO".contains(m.group(1)) ? "an " : "a ");
  }

  /** The words of a name in Java: {@code isReachedBy} reads {@code is reached by}. */
  static String words(String name) {
    return HUMP.matcher(name).replaceAll(" $1").toLowerCase(Locale.ROOT).strip();
  }
}
