package org.homeostat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;

/** Does work again whenever something changes that it rests on. */
final class Watch {

  /** Where changes come from. */
  interface Changes {
    /** Waits for files to change and names them; none when there is nothing more to wait for. */
    Set<Path> await() throws IOException, InterruptedException;
  }

  /** The work. */
  interface Round {
    /**
     * Does it once.
     *
     * @param changed the files that changed since the last time; none the first time
     * @return exit code
     */
    int run(Set<Path> changed) throws InterruptedException;
  }

  private Watch() {}

  /** Works until the changes end or the thread is interrupted; gives the last exit code. */
  static int run(Round round, Changes changes, PrintWriter talk) throws IOException {
    int code = Homeostat.DONE;
    try {
      Set<Path> changed = Set.of();
      do {
        code = once(round, changed, talk);
        changed = changes.await();
      } while (!changed.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return code;
  }

  /** A slip in a file that is being edited ends the round, not the watch. */
  private static int once(Round round, Set<Path> changed, PrintWriter talk)
      throws InterruptedException {
    try {
      return round.run(changed);
    } catch (RuntimeException e) {
      int code = Homeostat.report(e, talk);
      talk.flush();
      return code;
    }
  }
}
