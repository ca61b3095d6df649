package xinglin.schemas.definition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a definition file, which must be UTF-8. A file that Notepad saved in another encoding
 * is refused with the way to save it anew, and read all the same so that its other mistakes are
 * told too.
 */
final class TextFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String MARK = "\uFEFF";

  private TextFile() {}

  static String decode(String shown, byte[] bytes, Problems problems) {
    if (isUtf16(bytes)) {
      problems.add(
          shown, 1, Mistake.of("the file is saved as UTF-16 (\"Unicode\"); save it as UTF-8"));
      return withoutMark(new String(bytes, StandardCharsets.UTF_16));
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    Optional<String> text = strict(StandardCharsets.UTF_8, rest);
    if (text.isPresent()) {
      return withoutMark(text.get());
    }
    int line = lines(bytes, rest.position());
    Optional<String> chinese = strict(GB18030, ByteBuffer.wrap(bytes));
    problems.add(
        shown,
        line,
        chinese.isPresent()
            ? Mistake.of("the file is saved as GBK (\"ANSI\"); save it as UTF-8")
            : Mistake.of("the file is no text in UTF-8"));
    return chinese.orElse("");
  }

  /** Leaves the buffer at the first byte that is none of the charset. */
  private static Optional<String> strict(Charset charset, ByteBuffer bytes) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static int lines(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static String withoutMark(String text) {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }
}
