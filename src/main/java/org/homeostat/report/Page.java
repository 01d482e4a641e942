package org.homeostat.report;

/** Plain text in lines of at most 100 characters, indented, and free of control characters. */
final class Page {

  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

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

  String text() {
    return text.toString();
  }

  private void wrap(String first, String next, String content) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : InertText.of(content).split(" ")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
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
