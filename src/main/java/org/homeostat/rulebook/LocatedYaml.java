package org.homeostat.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A YAML text with the line of every row and member.
 *
 * @param tree what it says; missing for a text of comments only
 * @param lines line from 1, by JSON Pointer
 */
record LocatedYaml(JsonNode tree, Map<String, Integer> lines) {

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * Reads a text.
   *
   * @throws YamlFault naming the line of what cannot be read
   */
  static LocatedYaml read(String text) throws YamlFault {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      JsonNode tree = MAPPER.readTree(text);
      Map<String, Integer> lines = new HashMap<>();
      if (parser.nextToken() != null) {
        locate(parser, "", lines);
      }
      return new LocatedYaml(tree == null ? MissingNode.getInstance() : tree, lines);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new YamlFault(line, e.getOriginalMessage().lines().findFirst().orElse("no YAML"));
    } catch (IOException e) {
      throw new YamlFault(1, String.valueOf(e.getMessage()));
    }
  }

  private static void locate(YAMLParser parser, String pointer, Map<String, Integer> lines)
      throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    lines.putIfAbsent(pointer, line);
    if (parser.isCurrentAlias()) {
      throw new IOException("line " + line + " refers to an anchor; write the value out");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String member = pointer + "/" + parser.currentName();
        lines.put(member, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        locate(parser, member, lines);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        locate(parser, pointer + "/" + i, lines);
      }
    }
  }

  /** The line of a row or member; of what holds it where it is not in the text. */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  /** A text that is no YAML. */
  static final class YamlFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    YamlFault(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
