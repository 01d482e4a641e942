package org.homeostat.rulebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * On which line each row and member of a YAML text begins.
 *
 * @param lines from 1, by JSON Pointer
 */
record YamlLines(Map<String, Integer> lines) {

  /**
   * Reads a text.
   *
   * @throws IOException when it is no YAML
   */
  static YamlLines of(String text) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonPointer at = parser.getParsingContext().pathAsPointer();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          at = parser.getParsingContext().getParent().pathAsPointer();
        }
        lines.putIfAbsent(at.toString(), parser.currentTokenLocation().getLineNr());
      }
    }
    return new YamlLines(Map.copyOf(lines));
  }

  /** The line of the place, or of the nearest one that it is part of; 0 where there is none. */
  int of(JsonPointer pointer) {
    for (JsonPointer at = pointer; at != null; at = at.head()) {
      Integer line = lines.get(at.toString());
      if (line != null && !at.toString().isEmpty()) {
        return line;
      }
    }
    return 0;
  }
}
