package org.homeostat.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Why a file could not be read or written, in words that name no class. */
final class FileFault {

  private FileFault() {}

  /** The reason, as it follows a colon. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied; ask for the right to it";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way; name a folder";
    }
    // the system's own words, without the path, which the message names already
    String words = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return words == null ? "the system gives no reason" : words;
  }
}
