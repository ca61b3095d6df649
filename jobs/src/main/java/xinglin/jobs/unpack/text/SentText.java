package xinglin.jobs.unpack.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Bytes that are text in an encoding stated wrongly or not at all, as Chinese programs send it. */
public final class SentText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private SentText() {}

  /** Without any statement: UTF-8 if it can be, else GB18030. */
  public static String guess(byte[] bytes) {
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      // Two-byte UTF-8 is Latin, Greek or Cyrillic; in a Chinese name it is rather one GBK
      // character.
      boolean foreign = utf8.get().chars().anyMatch(c -> c >= 0x80 && c < 0x800);
      return foreign ? strict(bytes, GB18030).orElse(utf8.get()) : utf8.get();
    }
    return strict(bytes, GB18030).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** In the encoding that the sender states, unless the bytes contradict it. */
  public static String stated(byte[] bytes, String label) {
    return charset(label).flatMap(charset -> strict(bytes, charset)).orElseGet(() -> guess(bytes));
  }

  /** GB2312 and GBK are read as their superset: many programs state the one and write the other. */
  private static Optional<Charset> charset(String label) {
    String name = label.trim().toLowerCase(Locale.ROOT);
    if (name.matches(
        "(x-)?(gb[-_]?2312(-80)?|gbk|gb[-_]?18030|cp936|ms936|windows-936|euc-cn|chinese)")) {
      return Optional.of(GB18030);
    }
    if (name.matches("(unicode-1-1-)?utf-?8") || name.equals("us-ascii")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
