package xinglin.jobs.open.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.finding.Issue;

/**
 * Inflates every stream of a PDF once, counting, before PDFBox sees it: PDFBox inflates into memory
 * and asks nobody. Streams packed in ways that cannot be counted here pass only while they are
 * small.
 */
final class PdfGuard {
  private static final long MIB = 1L << 20;

  /** A page scanned in colour at 600 points an inch. */
  private static final long MOST_OF_A_PICTURE = 128 * MIB;

  private static final long MOST_OF_A_STREAM = 32 * MIB;
  private static final long MOST_OF_ALL = 256 * MIB;
  private static final int SMALL = 1 << 12;
  private static final int LONGEST_DICTIONARY = 1 << 15;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FLATE = Pattern.compile("/(FlateDecode|Fl)\\b");
  private static final Pattern OTHER =
      Pattern.compile(
          "/(LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\\b");
  private static final Pattern FILTER_ELSEWHERE =
      Pattern.compile("/(Filter|F)\\s*\\[?[^/\\]>]*\\d+\\s+\\d+\\s+R");
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");

  private final byte[] file;
  private final Budget budget;
  private final byte[] block = new byte[1 << 16];
  private long all;

  private PdfGuard(byte[] file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  static void inspect(Path file, Budget budget) throws IOException, RefusalException {
    new PdfGuard(Files.readAllBytes(file), budget).inspect();
  }

  private void inspect() throws RefusalException {
    int at = find(STREAM, 0);
    while (at >= 0) {
      boolean end = at >= 3 && file[at - 1] == 'd' && file[at - 2] == 'n' && file[at - 3] == 'e';
      if (!end) {
        stream(at);
        budget.time();
      }
      at = find(STREAM, at + STREAM.length);
    }
  }

  private void stream(int keyword) throws RefusalException {
    String dictionary = dictionary(keyword);
    int from = keyword + STREAM.length;
    while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
      from++;
    }
    long flates = FLATE.matcher(dictionary).results().count();
    boolean countable =
        flates <= 1
            && !OTHER.matcher(dictionary).find()
            && !FILTER_ELSEWHERE.matcher(dictionary).find();
    if (countable) {
      if (flates == 1) {
        inflate(from, PICTURE.matcher(dictionary).find());
      }
      return;
    }
    int end = find(END, from);
    if (flates > 1 || (end < 0 ? file.length : end) - from > SMALL) {
      throw bomb(MOST_OF_A_STREAM);
    }
  }

  /** What stands between the start of the object and its stream, names as they are meant. */
  private String dictionary(int keyword) {
    int from = Math.max(0, keyword - LONGEST_DICTIONARY);
    String text = new String(file, from, keyword - from, StandardCharsets.ISO_8859_1);
    int start = text.lastIndexOf(" obj");
    return ESCAPED
        .matcher(text.substring(Math.max(0, start)))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private void inflate(int from, boolean picture) throws RefusalException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, from, file.length - from);
      long size = 0;
      int read = inflater.inflate(block);
      while (read > 0) {
        size += read;
        all += picture ? 0 : read;
        if (size > (picture ? MOST_OF_A_PICTURE : MOST_OF_A_STREAM)) {
          throw bomb(picture ? MOST_OF_A_PICTURE : MOST_OF_A_STREAM);
        }
        if (all > MOST_OF_ALL) {
          throw bomb(MOST_OF_ALL);
        }
        budget.time();
        read = inflater.inflate(block);
      }
    } catch (DataFormatException e) {
      // Damaged, or no stream at all: PDFBox says what it can make of it.
    } finally {
      inflater.end();
    }
  }

  private int find(byte[] word, int from) {
    for (int i = from; i <= file.length - word.length; i++) {
      if (file[i] == word[0] && matches(word, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] word, int at) {
    for (int i = 1; i < word.length; i++) {
      if (file[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static RefusalException bomb(long limit) {
    return RefusalException.unsafe(
        Issue.of("ZIP_BOMB").sent("PDF").with("limit", limit / MIB + " MB"));
  }
}
