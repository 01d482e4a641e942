package org.homeostat.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Changes of case files and of the files that make rules, as the system reports them. */
final class FileChanges implements Watch.Changes, AutoCloseable {

  /** A save comes as several events; what follows within this time belongs to it. */
  private static final long QUIET_MILLIS = 50;

  private final WatchService service = FileSystems.getDefault().newWatchService();
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Set<Path> caseFiles = new HashSet<>();
  private final Set<Path> caseFolders = new HashSet<>();
  private final Set<Path> ruleFolders = new HashSet<>();

  /**
   * Begins to watch.
   *
   * @param cases case files, and folders of them
   * @param rules folders of DRL files and tables
   */
  FileChanges(List<Path> cases, List<Path> rules) throws IOException {
    for (Path path : cases) {
      if (Files.isDirectory(path)) {
        Path folder = path.toRealPath();
        caseFolders.add(folder);
        watchBelow(folder, new TreeSet<>());
      } else {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(folder)) {
          folder = folder.toRealPath();
          caseFiles.add(folder.resolve(path.getFileName()));
          watch(folder);
        }
      }
    }
    for (Path path : rules) {
      if (Files.isDirectory(path)) {
        ruleFolders.add(path.toRealPath());
        watchBelow(path.toRealPath(), new TreeSet<>());
      }
    }
  }

  @Override
  public Set<Path> await() throws IOException, InterruptedException {
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty() && !watched.isEmpty()) {
      collect(service.take(), changed);
    }
    WatchKey more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    while (more != null) {
      collect(more, changed);
      more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    return changed;
  }

  private void collect(WatchKey key, Set<Path> changed) throws IOException {
    Path folder = watched.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        // something changed here; what it was is lost
        changed.add(folder);
        continue;
      }
      Path path = folder.resolve((Path) event.context());
      if (counts(path)) {
        changed.add(path);
      } else if (event.kind() == ENTRY_CREATE
          && !path.getFileName().toString().startsWith(".")
          && Files.isDirectory(path)
          && isBelow(path, caseFolders, ruleFolders)) {
        watchBelow(path, changed);
      }
    }
    if (!key.reset()) {
      watched.remove(key);
    }
  }

  private boolean counts(Path path) {
    String name = path.getFileName().toString();
    return caseFiles.contains(path)
        || !name.startsWith(".")
            && (name.endsWith(".json") && isBelow(path, caseFolders)
                || (name.endsWith(".drl") || name.endsWith(".yaml")) && isBelow(path, ruleFolders));
  }

  @SafeVarargs
  private static boolean isBelow(Path path, Set<Path>... folders) {
    for (Set<Path> some : folders) {
      if (some.stream().anyMatch(path::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** Watches a folder with those below it, save hidden ones; adds the files that count. */
  private void watchBelow(Path root, Set<Path> found) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            watch(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (counts(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // the run itself says what it cannot read
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void watch(Path folder) throws IOException {
    watched.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
