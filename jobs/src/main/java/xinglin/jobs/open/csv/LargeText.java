package xinglin.jobs.open.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.Signature;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.exchange.RowsUnreadableException;
import xinglin.schemas.exchange.SentFile;
import xinglin.schemas.exchange.SentRows;

/**
 * Separated text of penalty records that is too large to be held as a document: recognised by its
 * first lines, its rows are gone through where they are needed.
 */
public final class LargeText {
  /** As YRD-PKG 1 has it. */
  private static final long MOST_BYTES = 4L << 30;

  private static final int SAMPLE = 1 << 18;
  private static final int HEADER_WITHIN = 20;
  private static final char[] SEPARATORS = {',', '\t', ';'};

  private LargeText() {}

  /**
   * The one sheet of a file; empty if it is small, no text, or no penalty records.
   *
   * @param least bytes of a file that is not small
   */
  public static Optional<PenaltySheet> find(Path file, PenaltyLayouts layouts, long least)
      throws IOException {
    long size = Files.size(file);
    if (size < least || size > MOST_BYTES) {
      return Optional.empty();
    }
    byte[] head = head(file);
    Signature signature = new Signature(head);
    if (signature.isZip() || signature.isOle2() || signature.isPdf()) {
      return Optional.empty();
    }
    boolean utf8 = isUtf8(head);
    String sample = utf8 ? decoded(head) : foreign(file, head);
    String lines = sample.substring(0, Math.max(sample.lastIndexOf('\n'), 0));
    for (char separator : SEPARATORS) {
      Optional<PenaltySheet> sheet = sheet(file, lines, separator, utf8, layouts);
      if (sheet.isPresent()) {
        return sheet;
      }
    }
    return Optional.empty();
  }

  private static Optional<PenaltySheet> sheet(
      Path file, String lines, char separator, boolean utf8, PenaltyLayouts layouts)
      throws IOException {
    try (de.siegmar.fastcsv.reader.CsvReader<CsvRecord> records =
        reader(separator).ofCsvRecord(lines)) {
      int row = 0;
      for (CsvRecord record : records) {
        row++;
        Optional<FoundLayout> found = layouts.find(record.getFields());
        if (found.isPresent()) {
          SentRows rows = new TextRows(file, separator, row);
          SentRows fastest = utf8 ? new SentFile(file, separator, row, rows) : rows;
          return Optional.of(new PenaltySheet(found.get(), "", row, fastest));
        }
        if (row == HEADER_WITHIN) {
          break;
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static CsvReaderBuilder reader(char separator) {
    return de.siegmar.fastcsv.reader.CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false);
  }

  /** Whether the sample is UTF-8; its last character may be cut. */
  private static boolean isUtf8(byte[] head) {
    return !StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
        .isError();
  }

  private static String decoded(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String foreign(Path file, byte[] head) throws IOException {
    try (Reader reader = TextEncoding.of(file, head).reader(file)) {
      char[] block = new char[SAMPLE / 2];
      int filled = 0;
      for (int read = reader.read(block);
          read > 0;
          read = reader.read(block, filled, block.length - filled)) {
        filled += read;
      }
      return new String(block, 0, filled);
    } catch (RefusalException e) {
      return "";
    }
  }

  /** Rows read one by one, in whatever encoding. */
  private record TextRows(Path file, char separator, int headerRow) implements SentRows {

    @Override
    public boolean areMany() {
      return true;
    }

    @Override
    public void each(Sink sink) throws IOException {
      try (Reader text = TextEncoding.of(file, head(file)).reader(file);
          de.siegmar.fastcsv.reader.CsvReader<CsvRecord> records =
              reader(separator).ofCsvRecord(text)) {
        int row = 0;
        for (CsvRecord record : records) {
          row++;
          List<String> fields = record.getFields();
          if (row > headerRow && !fields.stream().allMatch(String::isBlank)) {
            sink.row(row, fields);
          }
        }
      } catch (RefusalException | CsvParseException e) {
        throw new RowsUnreadableException("Cannot read the rows of a text", e);
      }
    }
  }
}
