package org.homeostat.rulebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Nodes of a graph that can reach each other, found in one walk there and one back. */
final class Circles {

  private static final int NONE = -1;

  private final List<List<Integer>> edges;
  private final List<List<Integer>> back = new ArrayList<>();

  /**
   * A graph.
   *
   * @param edges for each node the nodes that it leads to
   */
  Circles(List<List<Integer>> edges) {
    this.edges = edges;
    edges.forEach(targets -> back.add(new ArrayList<>()));
    for (int from = 0; from < edges.size(); from++) {
      for (int to : edges.get(from)) {
        back.get(to).add(from);
      }
    }
  }

  /** For each node a number; nodes that can reach each other have the same one. */
  int[] of() {
    Deque<Integer> finished = new ArrayDeque<>();
    boolean[] seen = new boolean[edges.size()];
    int[] next = new int[edges.size()];
    for (int node = 0; node < edges.size(); node++) {
      finish(node, seen, next, finished);
    }
    int[] circle = new int[edges.size()];
    Arrays.fill(circle, NONE);
    for (int root : finished) {
      Deque<Integer> open = new ArrayDeque<>(List.of(root));
      while (!open.isEmpty()) {
        int node = open.pop();
        if (circle[node] == NONE) {
          circle[node] = root;
          back.get(node).stream().filter(source -> circle[source] == NONE).forEach(open::push);
        }
      }
    }
    return circle;
  }

  /** Visits what the node leads to before the node itself; the one finished last comes first. */
  private void finish(int start, boolean[] seen, int[] next, Deque<Integer> finished) {
    Deque<Integer> path = new ArrayDeque<>();
    if (!seen[start]) {
      seen[start] = true;
      path.push(start);
    }
    while (!path.isEmpty()) {
      int node = path.peek();
      if (next[node] == edges.get(node).size()) {
        finished.push(path.pop());
      } else {
        int target = edges.get(node).get(next[node]++);
        if (!seen[target]) {
          seen[target] = true;
          path.push(target);
        }
      }
    }
  }
}
