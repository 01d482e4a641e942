package org.homeostat.knowledge;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a mistyped name most likely means. */
public final class NearestName {

  private static final int LONGEST = 60;

  private NearestName() {}

  /** The known name with the smallest edit distance; the first of several. */
  public static String of(String name, Collection<String> known) {
    String start = name.substring(0, Math.min(name.length(), LONGEST));
    return known.stream().min(Comparator.comparingInt(k -> distance(start, k))).orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
