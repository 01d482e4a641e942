package org.homeostat.casefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes as UTF-8 text. Other encodings are refused by name, never guessed and read. */
final class Utf8 {

  private Utf8() {}

  /**
   * The text.
   *
   * @throws CaseException when the bytes are anything but UTF-8 without a byte-order mark
   */
  static String text(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      throw refused("begins with a byte-order mark; save it as UTF-8 without one");
    }
    String other = otherEncoding(bytes);
    if (other != null) {
      throw refused("is " + other + " text; save it as UTF-8");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      throw refused(
          "byte "
              + String.format("0x%02X", bytes[in.position()])
              + " at "
              + TextPlace.after(out.flip().toString())
              + " is no UTF-8; save the file as UTF-8");
    }
    return out.flip().toString();
  }

  /** The zero bytes around an ASCII character, with which all JSON starts, give these away. */
  private static String otherEncoding(byte[] bytes) {
    if (begins(bytes, 0, 0, 0xFE, 0xFF)
        || begins(bytes, 0xFF, 0xFE, 0, 0)
        || bytes.length >= 4 && bytes[1] == 0 && bytes[2] == 0 && (bytes[0] == 0 ^ bytes[3] == 0)) {
      return "UTF-32";
    }
    if (begins(bytes, 0xFE, 0xFF)
        || begins(bytes, 0xFF, 0xFE)
        || bytes.length >= 2 && (bytes[0] == 0 ^ bytes[1] == 0)) {
      return "UTF-16";
    }
    return null;
  }

  private static boolean begins(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static CaseException refused(String message) {
    return new CaseException(List.of(new Problem("", message)), 0);
  }
}
