package org.homeostat.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes from row to row, and gathers what is wrong with the one it stands at. */
final class RowProblems {

  private final List<TableProblem> problems = new ArrayList<>();
  private String table = "";
  private String pointer = "";
  private String place = "";

  /** What was gathered so far. */
  List<TableProblem> problems() {
    return List.copyOf(problems);
  }

  /** JSON Pointer of the row it stands at. */
  String pointer() {
    return pointer;
  }

  /** Goes to a row or a part of it. */
  void move(String toTable, String toPointer, String toPlace) {
    table = toTable;
    pointer = toPointer;
    place = toPlace;
  }

  /** Goes through the rows of a table. */
  <T> void rows(String name, List<T> rows, Function<T, String> called, Consumer<T> check) {
    for (int i = 0; i < rows.size(); i++) {
      move(name, "/" + i, name + " " + called.apply(rows.get(i)));
      check.accept(rows.get(i));
    }
  }

  /** Reports every row whose id stood before. */
  <T> void unique(String name, List<T> rows, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!seen.add(id.apply(rows.get(i)))) {
        move(name, "/" + i, name);
        problem(id.apply(rows.get(i)) + " stands twice");
      }
    }
  }

  /** Reports a value that is given and not known. */
  void optional(String member, String value, Set<String> known) {
    if (value != null) {
      known(member, value, known);
    }
  }

  /** Reports every value of a list that is not known. */
  void known(String member, List<String> values, Collection<String> known) {
    if (values != null) {
      values.forEach(value -> known(member, value, known));
    }
  }

  /** Reports a value that is missing or not known. */
  void known(String member, String value, Collection<String> known) {
    if (value == null || !known.contains(value)) {
      problem(member + " '" + value + "' is unknown");
    }
  }

  /** Reports something of the row it stands at. */
  void problem(String message) {
    problems.add(new TableProblem(table, pointer, place, message));
  }
}
