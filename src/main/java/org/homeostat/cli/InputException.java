package org.homeostat.cli;

/** Something the user gave that cannot be used; the message says what and the way out. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
