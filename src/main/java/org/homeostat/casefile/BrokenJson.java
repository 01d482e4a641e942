package org.homeostat.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** What to say of a text that is no JSON: in our words, for the parser's name its own classes. */
final class BrokenJson {

  private static final int NEAR = 12;

  private BrokenJson() {}

  /** The message for what the parser threw. */
  static String message(String text, JsonProcessingException e) {
    int offset = (int) Math.min(e.getLocation().getCharOffset(), text.length());
    if (e instanceof JsonEOFException || offset == text.length()) {
      return "is no JSON: it breaks off at "
          + place(text, text.length())
          + "; close every quotation mark and bracket";
    }
    // of a control character between two tokens the parser names the place after it
    if (offset > 0 && isControl(text.charAt(offset - 1))) {
      offset--;
    }
    char fault = text.charAt(offset);
    if (fault == '\n' || fault == '\r') {
      return "is no JSON at "
          + place(text, offset)
          + ": a text goes past the end of its line; close its quotation mark, or write \\n";
    }
    if (isControl(fault) || fault == '\t') {
      return "is no JSON at "
          + place(text, offset)
          + ": a bare control character; leave it out, or write it as "
          + String.format("\\u%04x", (int) fault);
    }
    return "is no JSON at "
        + place(text, offset)
        + ", near '"
        + near(text, offset)
        + "'; "
        + wayOut(offset > 0 && text.charAt(offset - 1) == '\\' ? '\\' : fault);
  }

  private static String wayOut(char fault) {
    return switch (fault) {
      case '\\' -> "write a backslash in a text as \\\\";
      case '\'' -> "write double quotation marks";
      case '/', '#' -> "leave comments out";
      case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          "write numbers such as 40, 0.5 or -2";
      default ->
          Character.isLetter(fault)
              ? "set text in quotation marks; bare words are true and false"
              : "look for a missing or needless comma, colon, quotation mark or bracket";
    };
  }

  private static String near(String text, int offset) {
    String before = text.substring(Math.max(0, offset - NEAR), offset);
    String after = text.substring(offset, Math.min(text.length(), offset + NEAR));
    return before.substring(before.lastIndexOf('\n') + 1).stripLeading()
        + after.lines().findFirst().orElse("").stripTrailing();
  }

  private static String place(String text, int offset) {
    return TextPlace.after(text.substring(0, offset));
  }

  private static boolean isControl(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }
}
