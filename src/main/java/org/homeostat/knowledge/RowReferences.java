package org.homeostat.knowledge;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rows of one table may name of the others. */
final class RowReferences {

  private final Tables tables;
  private final RowProblems at;
  private final Set<String> sources;
  private final Set<String> agentNames;

  RowReferences(Tables tables, RowProblems at) {
    this.tables = tables;
    this.at = at;
    this.sources = ids(tables.sources(), Tables.SourceRow::id);
    this.agentNames =
        tables.agents().stream()
            .flatMap(a -> Stream.concat(Stream.of(a.code(), a.agentClass()), a.groups().stream()))
            .collect(Collectors.toSet());
  }

  /** The agents, their classes and groups. */
  Set<String> agentNames() {
    return agentNames;
  }

  /** The codes of a list of the vocabulary. */
  Set<String> terms(String list) {
    return ids(tables.vocabulary().get(list), Tables.Term::code);
  }

  /** Reports the row that stands where it names no source, or one that is none. */
  void cites(String source) {
    if (Ids.split(source).isEmpty()) {
      at.problem("no source");
    }
    Ids.split(source).forEach(id -> at.known("source", id, sources));
  }

  static <T> Set<String> ids(List<T> rows, Function<T, String> id) {
    return rows == null ? Set.of() : rows.stream().map(id).collect(Collectors.toSet());
  }
}
