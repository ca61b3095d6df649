package xinglin.app.settings;

import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads sizes. */
final class SizeEntry {
  private SizeEntry() {}

  /** A whole number, or one with a unit: {@code 64 MiB}. */
  static long read(Entry entry, String key, long otherwise) {
    Optional<String> text = entry.findText(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    String[] parts = text.get().trim().split(" ");
    long factor =
        switch (parts.length == 1 ? "" : parts[1]) {
          case "" -> 1;
          case "KiB" -> 1L << 10;
          case "MiB" -> 1L << 20;
          case "GiB" -> 1L << 30;
          default -> 0;
        };
    if (factor > 0 && parts.length <= 2 && parts[0].matches("[1-9][0-9]{0,11}")) {
      return Long.parseLong(parts[0]) * factor;
    }
    entry.problem(
        key,
        Mistake.of(
            "\"{0}\" must be a number, or one with KiB, MiB or GiB, not \"{1}\"", key, text.get()));
    return otherwise;
  }
}
