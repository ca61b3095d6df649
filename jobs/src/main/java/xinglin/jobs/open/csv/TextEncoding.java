package xinglin.jobs.open.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import xinglin.jobs.open.guard.RefusalException;

/**
 * How a text file is encoded, decided by its content alone.
 *
 * @param mark bytes of the byte order mark to leave out
 */
public record TextEncoding(Charset charset, int mark) {
  /** Not GBK, which maps some bytes differently and lacks characters of names such as 䶮. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** The first encoding that the whole file keeps to, strictly. */
  static TextEncoding of(Path file, byte[] head) throws IOException, RefusalException {
    for (TextEncoding candidate : candidates(head)) {
      if (candidate.fits(file)) {
        return candidate;
      }
    }
    throw RefusalException.unrecognised("UNDECODABLE_TEXT");
  }

  private static List<TextEncoding> candidates(byte[] head) {
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (starts(head, 0xff, 0xfe)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(head, 0xfe, 0xff)) {
      return List.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    if (even + odd > 0) {
      // Separators and digits have a zero byte in UTF-16; no other text has any.
      return List.of(
          new TextEncoding(odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0));
    }
    return List.of(new TextEncoding(StandardCharsets.UTF_8, 0), new TextEncoding(GB18030, 0));
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Path file) throws IOException {
    char[] block = new char[1 << 14];
    try (Reader reader = reader(file)) {
      for (int read = reader.read(block); read >= 0; read = reader.read(block)) {
        for (int i = 0; i < read; i++) {
          char here = block[i];
          if (here < ' '
              && here != '\t'
              && here != '\n'
              && here != '\r'
              && here != '\f'
              && here != '\u001a') {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The text behind the mark; wrong bytes are an exception, never a replacement character. */
  Reader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
