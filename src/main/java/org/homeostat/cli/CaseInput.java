package org.homeostat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * One case that was asked for, not yet read.
 *
 * @param name what messages call it
 */
record CaseInput(String name, Opening opening) {

  private static final int LARGEST = 16 * 1024 * 1024;

  /** How to get at the text. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** What cannot be read, for a reason that is known before. */
  static CaseInput unusable(String name, String reason) {
    return new CaseInput(
        name,
        () -> {
          throw new InputException(reason);
        });
  }

  /**
   * The whole text; of what is too large, no more than shows it.
   *
   * @throws InputException when it cannot be read
   */
  byte[] read() {
    try (InputStream in = opening.open()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InputException("is larger than 16 MiB; a case is a few kilobytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new InputException("does not exist");
    } catch (IOException e) {
      throw new InputException("cannot be read: " + FileFault.reason(e));
    }
  }
}
