package org.homeostat.knowledge;

import java.util.List;

/** Lists of ids as tables and rules write them: separated by spaces. */
public final class Ids {

  private Ids() {}

  /** The ids of the text; none for a null or blank text. */
  public static List<String> split(String ids) {
    return ids == null || ids.isBlank() ? List.of() : List.of(ids.strip().split("\\s+"));
  }
}
