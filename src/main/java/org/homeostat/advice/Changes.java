package org.homeostat.advice;

import java.time.LocalDate;
import java.util.List;

/**
 * What changed since an earlier advisory of the same case.
 *
 * @param since day of the earlier advisory; null where there is none
 * @param changes empty where nothing changed
 */
public record Changes(LocalDate since, List<Change> changes) {

  public Changes {
    changes = List.copyOf(changes);
  }

  /** Of a case that has no earlier advisory. */
  public static Changes withoutEarlier() {
    return new Changes(null, List.of());
  }

  /** Whether there is an advisory to compare with. */
  public boolean hasEarlier() {
    return since != null;
  }

  /** The changes of one kind, in the order of the advisory. */
  public List<Change> of(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }
}
