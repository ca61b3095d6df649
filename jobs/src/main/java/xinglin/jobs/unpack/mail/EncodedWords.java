package xinglin.jobs.unpack.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.jobs.unpack.text.SentText;

/**
 * Header text: encoded words (RFC 2047), raw 8-bit text between them. Words that follow each other
 * are decoded together, since many programs cut inside a character; some cut inside a base64
 * quantum.
 */
final class EncodedWords {
  private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([BbQq])\\?([^?]*)\\?=");
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private String charset = "";
  private String base64 = "";

  private EncodedWords() {}

  /**
   * @param latin the bytes as sent, one character each
   */
  static String decode(String latin) {
    String line = latin.replaceAll("\\r?\\n[ \\t]*", " ").strip();
    EncodedWords decoding = new EncodedWords();
    Matcher words = WORD.matcher(line);
    int end = 0;
    while (words.find()) {
      decoding.between(line.substring(end, words.start()));
      decoding.word(words.group(1), words.group(2), words.group(3));
      end = words.end();
    }
    decoding.flush();
    decoding.plain(line.substring(end));
    return decoding.text.toString();
  }

  private void between(String gap) {
    if (!gap.isBlank() || charset.isEmpty()) {
      flush();
      plain(gap);
    }
  }

  private void word(String label, String encoding, String content) {
    String stated = label.replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
    if (!stated.equals(charset)) {
      flush();
      charset = stated;
    }
    if (encoding.equalsIgnoreCase("B")) {
      base64 += content.replaceAll("[^A-Za-z0-9+/=]", "");
      if (base64.endsWith("=") || base64.length() % 4 == 0) {
        quanta();
      }
    } else {
      quanta();
      quoted(content);
    }
  }

  private void quanta() {
    String clean = base64.replace("=", "");
    base64 = "";
    int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
    bytes.writeBytes(Base64.getDecoder().decode(clean.substring(0, whole)));
  }

  private void quoted(String content) {
    bytes.writeBytes(Percent.decode(content.replace('_', ' '), '='));
  }

  private void flush() {
    quanta();
    if (bytes.size() > 0) {
      text.append(SentText.stated(bytes.toByteArray(), charset));
      bytes.reset();
    }
    charset = "";
  }

  private void plain(String latin) {
    text.append(SentText.guess(latin.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
