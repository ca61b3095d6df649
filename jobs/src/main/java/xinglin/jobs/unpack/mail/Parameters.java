package xinglin.jobs.unpack.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.unpack.text.SentText;

/**
 * A header field of a value and parameters, read as leniently as can be: quotes and escapes wrong
 * or missing, 8-bit text, encoded words where they do not belong, RFC 2231 with pieces that end
 * anywhere.
 *
 * @param value in lower case, without parameters
 */
record Parameters(String value, Map<String, String> sent) {
  private static final String PERCENT = "(?:[A-Za-z0-9._-]*%[0-9A-Fa-f]{2}){2}.*";

  /**
   * @param latin the bytes as sent, one character each
   */
  static Parameters of(String latin) {
    String line = latin.replaceAll("\\r?\\n[ \\t]*", " ");
    int at = line.indexOf(';');
    String value = (at < 0 ? line : line.substring(0, at)).strip().toLowerCase(Locale.ROOT);
    Map<String, String> sent = new LinkedHashMap<>();
    Scan scan = new Scan(line, at < 0 ? line.length() : at + 1);
    while (scan.hasMore()) {
      String name = scan.name();
      String text = scan.value();
      if (!name.isEmpty()) {
        sent.putIfAbsent(name, text);
      }
    }
    return new Parameters(value, sent);
  }

  /** A parameter decoded, whichever way it was written. */
  Optional<String> find(String name) {
    boolean inPieces = sent.containsKey(name + "*0*") || sent.containsKey(name + "*0");
    return Optional.ofNullable(sent.get(name + "*"))
        .map(Parameters::extended)
        .or(() -> inPieces ? Optional.of(pieces(name)) : Optional.empty())
        .or(() -> Optional.ofNullable(sent.get(name)).map(Parameters::plain));
  }

  private static String plain(String latin) {
    if (latin.matches(PERCENT)) {
      String decoded = SentText.guess(Percent.decode(latin, '%'));
      if (decoded.indexOf('\ufffd') < 0) {
        return decoded;
      }
    }
    return EncodedWords.decode(latin);
  }

  private static String extended(String latin) {
    String[] parts = latin.split("'", 3);
    return parts.length == 3
        ? SentText.stated(Percent.decode(parts[2], '%'), parts[0])
        : SentText.guess(Percent.decode(latin, '%'));
  }

  /** Put together before anything is decoded: programs cut inside characters and triplets. */
  private String pieces(String name) {
    StringBuilder latin = new StringBuilder();
    boolean encoded = false;
    for (int number = 0; ; number++) {
      String key = name + "*" + number;
      Optional<String> marked = Optional.ofNullable(sent.get(key + "*"));
      Optional<String> piece = marked.or(() -> Optional.ofNullable(sent.get(key)));
      if (piece.isEmpty()) {
        break;
      }
      encoded |= marked.isPresent();
      latin.append(piece.get());
    }
    return encoded ? extended(latin.toString()) : plain(latin.toString());
  }

  /** One pass over the parameters. */
  private static final class Scan {
    private final String line;
    private int at;

    Scan(String line, int at) {
      this.line = line;
      this.at = at;
    }

    boolean hasMore() {
      return at < line.length();
    }

    String name() {
      int start = at;
      while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ';') {
        at++;
      }
      return line.substring(start, at).strip().toLowerCase(Locale.ROOT);
    }

    /** Ends behind the next semicolon. */
    String value() {
      if (at >= line.length() || line.charAt(at++) == ';') {
        return "";
      }
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '"') {
        at++;
        return quoted();
      }
      int end = line.indexOf(';', at);
      String text = line.substring(at, end < 0 ? line.length() : end).strip();
      at = end < 0 ? line.length() : end + 1;
      return text;
    }

    private String quoted() {
      StringBuilder text = new StringBuilder();
      while (at < line.length() && line.charAt(at) != '"') {
        boolean escape =
            line.charAt(at) == '\\'
                && at + 1 < line.length()
                && (line.charAt(at + 1) == '"' || line.charAt(at + 1) == '\\');
        at += escape ? 1 : 0;
        text.append(line.charAt(at++));
      }
      int end = line.indexOf(';', at);
      at = end < 0 ? line.length() : end + 1;
      return text.toString();
    }
  }
}
