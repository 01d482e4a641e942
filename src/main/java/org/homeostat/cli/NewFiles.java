package org.homeostat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are written together or not at all. Only a file that was named so is replaced. */
final class NewFiles {

  private final Map<Path, String> texts = new LinkedHashMap<>();
  private final Deque<Path> written = new ArrayDeque<>();
  private Path replaced;

  /** Adds a file that must not be there yet. */
  NewFiles add(Path file, String text) {
    texts.put(file, text);
    return this;
  }

  /**
   * Adds the one file that takes the place of an older one, if there is one. It is written last.
   */
  NewFiles replace(Path file, String text) {
    replaced = file;
    return add(file, text);
  }

  /**
   * Writes all.
   *
   * @throws InputException naming what is in the way; then nothing has changed
   */
  void write() {
    List<String> inTheWay = new ArrayList<>();
    for (Path file : texts.keySet()) {
      if (!file.equals(replaced) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        inTheWay.add(file + " is there already; choose another name, or take it away first");
      }
    }
    if (!inTheWay.isEmpty()) {
      throw new InputException(String.join("\n", inTheWay));
    }
    for (Path file : texts.keySet()) {
      if (!file.equals(replaced)) {
        write(file);
      }
    }
    if (replaced != null) {
      write(replaced);
    }
  }

  private void write(Path file) {
    try {
      createFolder(file.toAbsolutePath().getParent());
      if (file.equals(replaced) && Files.exists(file)) {
        exchange(file.toRealPath(), texts.get(file));
      } else {
        Files.createFile(file);
        written.push(file);
        Files.writeString(file, texts.get(file), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      String reason =
          e instanceof FileAlreadyExistsException there && !there.getFile().equals("" + file)
              ? there.getFile() + " is no folder"
              : FileFault.reason(e);
      throw new InputException("cannot write " + file + ": " + reason + undo());
    }
  }

  private void createFolder(Path folder) throws IOException {
    Deque<Path> absent = new ArrayDeque<>();
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      absent.push(at);
    }
    for (Path at : absent) {
      Files.createDirectory(at);
      written.push(at);
    }
    if (!Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException("" + folder);
    }
  }

  /** Beside the old file first, so that a full disk leaves it whole. */
  private static void exchange(Path file, String text) throws IOException {
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException("" + file);
    }
    Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
    try {
      Files.copy(
          file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Takes back what was written; gives what is to be said where that fails. */
  private String undo() {
    List<Path> left = new ArrayList<>();
    while (!written.isEmpty()) {
      Path file = written.pop();
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        left.add(file);
      }
    }
    return left.isEmpty() ? "; nothing was written" : "; left behind: " + left;
  }
}
