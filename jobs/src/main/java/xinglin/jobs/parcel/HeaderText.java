package xinglin.jobs.parcel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Text in the header of a mail, as every program reads it. */
final class HeaderText {
  /** Bytes of text in one encoded word: with its frame below the 75 characters allowed. */
  private static final int WORD_BYTES = 42;

  private static final String PLAIN = "[ -~&&[^\"\\\\]]*";

  private HeaderText() {}

  /**
   * Unstructured text (RFC 2047): plain if it can be, else encoded words, cut between characters,
   * one a line.
   */
  static String encode(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
    if (clean.matches(PLAIN) && !clean.contains("=?") && clean.length() < 60) {
      return clean;
    }
    List<String> words = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int bytes = 0;
    for (int point : clean.codePoints().toArray()) {
      int more = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > WORD_BYTES) {
        words.add(word(piece.toString()));
        piece.setLength(0);
        bytes = 0;
      }
      piece.appendCodePoint(point);
      bytes += more;
    }
    words.add(word(piece.toString()));
    return String.join("\r\n ", words);
  }

  private static String word(String text) {
    return "=?UTF-8?B?"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }

  /** An address with the name before it, if there is one. */
  static String address(String name, String address) {
    if (name.isBlank()) {
      return address;
    }
    String shown = encode(name);
    boolean plain = shown.equals(name) && !name.startsWith("=?");
    return (plain ? "\"" + shown + "\"" : shown) + "\r\n <" + address + ">";
  }

  /**
   * Both ways in which programs look for the name of an attachment: RFC 2231 behind the
   * disposition, RFC 2047 behind the type, where old ones look.
   */
  static String attachment(String type, String name) {
    return "Content-Type: "
        + type
        + ";\r\n name=\""
        + encode(name)
        + "\"\r\nContent-Disposition: attachment;\r\n filename*=UTF-8''"
        + percent(name)
        + "\r\n";
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      if ((letter < 128 && Character.isLetterOrDigit(letter)) || "-._".indexOf(letter) >= 0) {
        out.append(letter);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
      }
    }
    return out.toString();
  }
}
