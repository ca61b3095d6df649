package xinglin.app.night.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is looked for, in every way in which a program may write it down: in the charsets that are
 * used here, escaped as JSON, XML, URLs and mails do, and in base64 at each of its three offsets.
 */
final class Needles {
  private static final Charset GB = Charset.forName("GB18030");

  /** Shorter ones are found by chance in what is compressed. */
  private static final int LEAST_BYTES = 5;

  private static final int HEAD = 4;
  private final Map<Integer, List<Needle>> byHead = new HashMap<>();
  private final java.util.BitSet heads = new java.util.BitSet(1 << 24);
  private final Set<String> values = new TreeSet<>();

  private record Needle(byte[] bytes, String value) {}

  void add(String value) {
    if (!values.add(value)) {
      return;
    }
    Set<String> seen = new TreeSet<>();
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    for (byte[] plain :
        List.of(
            utf8,
            value.getBytes(GB),
            value.getBytes(StandardCharsets.UTF_16LE),
            value.getBytes(StandardCharsets.UTF_16BE))) {
      put(seen, plain, value);
      for (int offset = 0; offset < 3; offset++) {
        put(seen, ascii(base64(plain, offset)), value);
      }
    }
    for (byte[] plain : List.of(utf8, value.getBytes(GB))) {
      for (boolean upper : new boolean[] {true, false}) {
        put(seen, ascii(each(plain, "%%%02x", upper)), value);
        put(seen, ascii(each(plain, "=%02x", upper)), value);
      }
    }
    for (boolean upper : new boolean[] {true, false}) {
      put(seen, ascii(units(value, "\\u%04x", upper)), value);
      put(seen, ascii(units(value, "&#x%x;", upper)), value);
    }
    put(seen, ascii(units(value, "&#%d;", false)), value);
  }

  Set<String> values() {
    return values;
  }

  private void put(Set<String> seen, byte[] bytes, String value) {
    if (bytes.length >= LEAST_BYTES && seen.add(Arrays.toString(bytes))) {
      int head = head(bytes, 0);
      byHead.computeIfAbsent(head, key -> new ArrayList<>(1)).add(new Needle(bytes, value));
      heads.set(head >>> 8);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Without the characters at the ends that depend on what stands beside. */
  private static String base64(byte[] plain, int offset) {
    byte[] shifted = new byte[plain.length + offset];
    System.arraycopy(plain, 0, shifted, offset, plain.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (offset * 8 + 5) / 6;
    return encoded.substring(from, shifted.length * 8 / 6);
  }

  private static String each(byte[] plain, String format, boolean upper) {
    StringBuilder text = new StringBuilder();
    for (byte one : plain) {
      String hex = String.format(Locale.ROOT, format, one & 0xff);
      text.append(upper ? hex.toUpperCase(Locale.ROOT) : hex);
    }
    return text.toString();
  }

  /** What is ASCII stays as it is, as all of these ways do it. */
  private static String units(String value, String format, boolean upper) {
    StringBuilder text = new StringBuilder();
    for (char unit : value.toCharArray()) {
      String hex = String.format(Locale.ROOT, format, (int) unit);
      String escaped =
          upper
              ? hex.substring(0, format.indexOf('%'))
                  + hex.substring(format.indexOf('%')).toUpperCase(Locale.ROOT)
              : hex;
      text.append(unit < 128 ? String.valueOf(unit) : escaped);
    }
    return text.toString();
  }

  /** Which of them stand in these bytes, as such or in lines that were broken. */
  Set<String> in(byte[] bytes) {
    Set<String> found = new TreeSet<>();
    search(bytes, found);
    byte[] joined = joined(bytes);
    if (joined.length < bytes.length) {
      search(joined, found);
    }
    return found;
  }

  private void search(byte[] bytes, Set<String> found) {
    for (int at = 0; at + LEAST_BYTES <= bytes.length; at++) {
      if (heads.get(
          (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff)) {
        for (Needle needle : byHead.getOrDefault(head(bytes, at), List.of())) {
          int end = at + needle.bytes().length;
          if (end <= bytes.length
              && Arrays.equals(bytes, at, end, needle.bytes(), 0, needle.bytes().length)) {
            found.add(needle.value());
          }
        }
      }
    }
  }

  private static int head(byte[] bytes, int at) {
    int head = 0;
    for (int i = 0; i < HEAD; i++) {
      head = head << 8 | bytes[at + i] & 0xff;
    }
    return head;
  }

  /** Base64 and quoted-printable are broken into lines. */
  private static byte[] joined(byte[] bytes) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      boolean isSoft = bytes[at] == '=' && at + 1 < bytes.length && bytes[at + 1] < 32;
      if (bytes[at] != '\r' && bytes[at] != '\n' && !isSoft) {
        joined.write(bytes[at]);
      }
    }
    return joined.toByteArray();
  }
}
