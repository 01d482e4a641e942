package org.homeostat.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a rule folder: DRL files and YAML tables by their relative path, with LF line ends.
 *
 * @param files path such as {@code tier/high.drl}, and text, in the order of paths
 */
record RuleFiles(SortedMap<String, String> files) {

  static final String TABLES = "tables/";

  /** Reads a folder. */
  static RuleFiles read(Path root) {
    if (!Files.isDirectory(root)) {
      throw new RuleBookException(
          root + " is no folder; name the folder that holds tables/ and the DRL files");
    }
    try {
      return new RuleFiles(FolderWalk.files(root));
    } catch (IOException e) {
      throw new RuleBookException("cannot read " + root + ": " + e.getMessage());
    }
  }

  /** The DRL files. */
  SortedMap<String, String> rules() {
    SortedMap<String, String> rules = new TreeMap<>(files);
    rules.keySet().removeIf(name -> !name.endsWith(".drl"));
    return rules;
  }

  /**
   * The tables as one JSON object, one member a file: {@code core-tests.yaml} is {@code coreTests}.
   */
  ObjectNode tables() {
    YAMLMapper yaml = new YAMLMapper(new YAMLFactory());
    ObjectNode tables = JsonNodeFactory.instance.objectNode();
    files.forEach(
        (name, text) -> {
          if (name.startsWith(TABLES) && name.endsWith(".yaml")) {
            tables.set(
                memberName(name.substring(TABLES.length(), name.length() - ".yaml".length())),
                parse(yaml, name, text));
          }
        });
    return tables;
  }

  private static JsonNode parse(YAMLMapper yaml, String name, String text) {
    try {
      return yaml.readTree(text);
    } catch (IOException e) {
      throw new RuleBookException(name + ": " + e.getMessage());
    }
  }

  static String memberName(String fileName) {
    StringBuilder name = new StringBuilder();
    for (String word : fileName.split("-")) {
      name.append(
          name.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** SHA-256 over sorted relative paths and LF-normalised text, in hexadecimal. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
