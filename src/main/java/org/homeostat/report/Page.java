package org.homeostat.report;

import java.util.List;

/** Plain text in lines of a given width, indented, and free of control characters. */
final class Page {

  private final StringBuilder text = new StringBuilder();
  private final int width;

  Page(int width) {
    this.width = width;
  }

  void heading(String heading) {
    blank();
    line(0, heading);
  }

  void item(String item) {
    wrap("  - ", "    ", item);
  }

  void line(int depth, String line) {
    String indent = "  ".repeat(depth);
    wrap(indent, indent + "  ", line);
  }

  void blank() {
    text.append('\n');
  }

  /** Whole proofs, drawn as trees. */
  void proofs(int depth, List<ProofNode> proofs) {
    String indent = "  ".repeat(depth);
    for (ProofNode proof : proofs) {
      wrap(indent, indent + "  ", words(proof));
      below(indent, proof);
    }
  }

  private void below(String indent, ProofNode node) {
    for (int i = 0; i < node.margins().size(); i++) {
      String bar = indent + (node.from().isEmpty() ? "    " : "│   ");
      wrap(bar, bar + "  ", "measured: " + node.margins().get(i).text());
    }
    for (int i = 0; i < node.from().size(); i++) {
      ProofNode child = node.from().get(i);
      boolean last = i == node.from().size() - 1;
      String rest = indent + (last ? "   " : "│  ");
      wrap(
          indent + (last ? "└─ " : "├─ "),
          rest + (child.from().isEmpty() ? "  " : "│ "),
          words(child));
      below(rest, child);
    }
  }

  private static String words(ProofNode node) {
    String note = node.note().isEmpty() ? "" : " [" + node.note() + "]";
    return switch (node.kind()) {
      case "rule" -> node.text() + note + (node.isTold() ? ", as above" : "");
      case "absent" -> "not there: " + node.text();
      default -> node.text() + note;
    };
  }

  String text() {
    return text.toString();
  }

  private void wrap(String first, String next, String content) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : InertText.of(content).split(" ")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        text.append(line).append('\n');
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(line).append('\n');
  }
}
