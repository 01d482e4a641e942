package org.homeostat.rulebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule files and tables below a folder. Hidden files and folders are left out. A link counts as
 * the file it leads to, as long as that lies in the folder.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final long LARGEST = 1_000_000;

  private final Path root;
  private final SortedMap<String, String> files = new TreeMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private FolderWalk(Path root) {
    this.root = root;
  }

  /**
   * Reads the files, by relative path, with LF line ends.
   *
   * @throws RuleBookException with every file that cannot be taken
   */
  static SortedMap<String, String> files(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder.toRealPath());
    Files.walkFileTree(walk.root, walk);
    if (!walk.found.isEmpty()) {
      throw new RuleBookException("rules cannot be read", walk.found);
    }
    return walk.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = name(file);
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      refuse(name, "it is a link to a folder, which is not followed", "copy the folder here");
    } else if (isOurs(name) && fits(file, name, attributes)) {
      read(file, name);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!isHidden(file)) {
      refuse(name(file), "it cannot be read", "ask for the right to it, or take it away");
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path file) {
    return !file.equals(root) && file.getFileName().toString().startsWith(".");
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Whether it looks like a rule file or a table, also to somebody who spells loosely. */
  private static boolean isOurs(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".drl") || small.endsWith(".yaml") || small.endsWith(".yml");
  }

  private boolean fits(Path file, String name, BasicFileAttributes attributes) throws IOException {
    if (!name.endsWith(".drl") && !name.endsWith(".yaml")) {
      refuse(name, "its name ends in neither .drl nor .yaml", "rename it, in small letters");
      return false;
    }
    if (attributes.isSymbolicLink()
        && !(Files.exists(file) && file.toRealPath().startsWith(root))) {
      refuse(name, "it is a link that leads out of the folder", "copy the file here");
      return false;
    }
    if (!Files.isRegularFile(file)) {
      refuse(name, "it is no file that can be read", "take it away");
      return false;
    }
    if (Files.size(file) > LARGEST) {
      refuse(name, "it is larger than " + LARGEST + " bytes", "divide it by topic");
      return false;
    }
    return true;
  }

  private void read(Path file, String name) {
    try {
      files.put(name, Files.readString(file).replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      refuse(name, "it is no UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      refuse(name, "it cannot be read", "ask for the right to it, or take it away");
    }
  }

  private void refuse(String name, String message, String remedy) {
    found.add(new Diagnostic(Check.FILE_CONTENT, name, 0, "", message, remedy));
  }
}
