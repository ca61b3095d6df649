package xinglin.jobs.unpack.mail;

import java.io.ByteArrayOutputStream;

/**
 * Bytes written as a mark and two hex digits each: {@code %E6} in parameters, {@code =E6} in words.
 */
final class Percent {
  private Percent() {}

  /** What is no such triplet stays as it is. */
  static byte[] decode(String latin, char mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      char here = latin.charAt(i);
      int high =
          here == mark && i + 2 <= latin.length() - 1
              ? Character.digit(latin.charAt(i + 1), 16)
              : -1;
      int low = high >= 0 ? Character.digit(latin.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(here);
      }
    }
    return bytes.toByteArray();
  }
}
