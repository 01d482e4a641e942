package org.homeostat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.homeostat.ruletest.TestInput;

/**
 * One case that was asked for, not yet read.
 *
 * @param name what messages call it
 */
record CaseInput(String name, Opening opening) {

  private static final int LARGEST = 16;

  /** How to get at the text. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** A file. */
  static CaseInput file(Path path) {
    return new CaseInput(path.toString(), () -> Files.newInputStream(path));
  }

  /** What cannot be read, for a reason that is known before. */
  static CaseInput unusable(String name, String reason) {
    return new CaseInput(
        name,
        () -> {
          throw new InputException(reason);
        });
  }

  /** The same for a run of tests. */
  TestInput asTest() {
    return new TestInput(
        name,
        () -> {
          try {
            return read();
          } catch (InputException e) {
            throw new IOException(e.getMessage(), e);
          }
        });
  }

  /**
   * The whole text; of what is too large, no more than shows it.
   *
   * @throws InputException when it cannot be read
   */
  byte[] read() {
    return read(LARGEST, "a case is a few kilobytes");
  }

  /**
   * The whole text of a file that is no case.
   *
   * @param mebibytes how large it may be
   * @param usual how large such files are
   * @throws InputException when it cannot be read
   */
  byte[] read(int mebibytes, String usual) {
    int largest = mebibytes * 1024 * 1024;
    try (InputStream in = opening.open()) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new InputException("is larger than " + mebibytes + " MiB; " + usual);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new InputException("does not exist");
    } catch (IOException e) {
      throw new InputException("cannot be read: " + FileFault.reason(e));
    }
  }
}
