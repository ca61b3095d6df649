package xinglin.jobs.mark.part;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML part in the encoding that it names, without its declaration. */
final class XmlReader {
  private static final int HEAD = 200;
  private static final Pattern ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlReader() {}

  static Reader of(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset(head)), 1 << 15);
    reader.mark(2);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    reader.mark(HEAD * 2);
    char[] start = new char[HEAD];
    int length = Math.max(0, reader.read(start));
    String text = new String(start, 0, length);
    reader.reset();
    int end = text.startsWith("<?xml") ? text.indexOf("?>") : -1;
    if (end > 0) {
      reader.skip(end + 2L);
    }
    return reader;
  }

  private static Charset charset(byte[] head) {
    if (head.length > 1 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    if (head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    int end = start.indexOf("?>");
    Matcher named = ENCODING.matcher(end < 0 ? "" : start.substring(0, end));
    return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
  }
}
