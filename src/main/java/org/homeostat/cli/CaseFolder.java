package org.homeostat.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The case files below a folder. Hidden files and folders are left out. A link to a file counts as
 * the file; a link to a folder is not followed, so that no walk goes round in circles.
 */
final class CaseFolder implements FileVisitor<Path> {

  private final Path named;
  private final Path root;

  // by relative path with '/': the order is the same whatever the system's own
  private final SortedMap<String, CaseInput> found = new TreeMap<>();

  private CaseFolder(Path named, Path root) {
    this.named = named;
    this.root = root;
  }

  /** The inputs that a folder stands for, at least one: what cannot be read is among them. */
  static List<CaseInput> inputs(Path named) {
    try {
      CaseFolder folder = new CaseFolder(named, named.toRealPath());
      Files.walkFileTree(folder.root, folder);
      return folder.found.isEmpty()
          ? List.of(
              CaseInput.unusable(
                  named.toString(), "is a folder without any case; case files end in .json"))
          : List.copyOf(folder.found.values());
    } catch (IOException e) {
      return List.of(CaseInput.unusable(named.toString(), unreadable(e)));
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean isFile =
        attributes.isRegularFile() || attributes.isSymbolicLink() && !Files.isDirectory(file);
    if (isFile && !isHidden(file) && file.toString().endsWith(".json")) {
      add(file, new CaseInput(shown(file), () -> Files.newInputStream(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!isHidden(file)) {
      add(file, CaseInput.unusable(shown(file), unreadable(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    if (e != null) {
      add(folder, CaseInput.unusable(shown(folder), unreadable(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Path file, CaseInput input) {
    found.put(root.relativize(file).toString().replace('\\', '/'), input);
  }

  private String shown(Path file) {
    return named.resolve(root.relativize(file)).toString();
  }

  /** By the name alone: what counts as hidden differs between systems. */
  private boolean isHidden(Path file) {
    return !file.equals(root) && file.getFileName().toString().startsWith(".");
  }

  private static String unreadable(IOException e) {
    return "cannot be read: " + FileFault.reason(e);
  }
}
