package org.homeostat.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How codes and names read in a sentence. */
public final class Wording {

  private static final Set<String> ACRONYMS = Set.of("hiv", "pcos", "nafld", "men", "ghrh", "bmi");

  private Wording() {}

  /** The words of a code: {@code type-2-diabetes} reads {@code type 2 diabetes}. */
  public static String words(String code) {
    return Arrays.stream(code.split("-"))
        .map(word -> ACRONYMS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
        .collect(Collectors.joining(" "));
  }

  /** The text with a capital at its start, unless its first word is written as eGFR is. */
  public static String sentence(String text) {
    String first = text.split(" ", 2)[0];
    return first.isEmpty() || !first.equals(first.toLowerCase(Locale.ROOT))
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
