package xinglin.jobs.unpack.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import xinglin.jobs.unpack.text.EntryName;
import xinglin.jobs.unpack.text.SentText;

/**
 * Names of zip entries. Windows writes them in its code page without saying so; some programs add
 * the Unicode name in an extra field.
 */
final class ZipNames {
  private static final int UNICODE_NAME = 0x7075;

  private ZipNames() {}

  /**
   * @param entry of an archive opened with ISO 8859-1: names flagged as UTF-8 are decoded already,
   *     all others are one character a byte
   */
  static String of(ZipEntry entry) {
    String name = entry.getName();
    boolean decoded = name.chars().anyMatch(c -> c > 0xff);
    byte[] raw = name.getBytes(StandardCharsets.ISO_8859_1);
    return EntryName.ofEntry(
        decoded ? name : unicode(entry, raw).orElseGet(() -> SentText.guess(raw)));
  }

  /** The Info-ZIP Unicode path, unless it belongs to another name. */
  private static Optional<String> unicode(ZipEntry entry, byte[] raw) {
    byte[] extra = entry.getExtra();
    if (extra == null) {
      return Optional.empty();
    }
    for (int at = 0; at + 4 <= extra.length; ) {
      int id = number(extra, at, 2);
      int size = number(extra, at + 2, 2);
      if (id == UNICODE_NAME && size > 5 && at + 4 + size <= extra.length) {
        CRC32 checksum = new CRC32();
        checksum.update(raw);
        boolean same = (int) checksum.getValue() == number(extra, at + 5, 4);
        return same
            ? Optional.of(new String(extra, at + 9, size - 5, StandardCharsets.UTF_8))
            : Optional.empty();
      }
      at += 4 + size;
    }
    return Optional.empty();
  }

  private static int number(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    return value;
  }
}
