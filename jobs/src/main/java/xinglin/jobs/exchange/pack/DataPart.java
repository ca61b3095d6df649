package xinglin.jobs.exchange.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.exchange.profile.Profile;

/**
 * Counts and adds up the data part of a package in one pass; memory does not grow with it. Its rows
 * are judged elsewhere.
 */
public final class DataPart {
  private static final int DECIMALS = 6;
  private static final int WHOLE = 12;
  private static final int BUFFER = 1 << 16;
  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(DECIMALS);

  private DataPart() {}

  /**
   * @throws RefusedException {@code HEADER_WRONG} if it is no CSV of this profile, {@code
   *     LIMIT_EXCEEDED} if it has too many records
   */
  public static Tally count(Path file, Profile profile) throws RefusedException, IOException {
    try (Reader text =
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()),
                BUFFER);
        CsvReader<CsvRecord> csv =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw Refusal.HEADER_WRONG.because("文件是空的", "it is empty");
      }
      header(records.next(), profile);
      return count(records, profile);
    } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
      throw unreadable(e);
    }
  }

  private static RefusedException unreadable(Exception e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return Refusal.HEADER_WRONG.because("不是 UTF-8 编码", "it is no UTF-8");
      }
      if (cause instanceof IOException disk) {
        throw disk;
      }
    }
    return Refusal.HEADER_WRONG.because("不是合规的 CSV", "it is no valid CSV");
  }

  private static void header(CsvRecord first, Profile profile) throws RefusedException {
    List<String> wanted = profile.header();
    List<String> found = first.getFields();
    if (found.get(0).startsWith("\uFEFF")) {
      throw Refusal.HEADER_WRONG.because("文件带有字节顺序标记", "it begins with a byte order mark");
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= found.size() || !found.get(i).equals(wanted.get(i))) {
        throw Refusal.HEADER_WRONG.because(
            "第 " + (i + 1) + " 列应为 " + wanted.get(i),
            "column " + (i + 1) + " must be " + wanted.get(i));
      }
    }
    if (found.size() > wanted.size()) {
      throw Refusal.HEADER_WRONG.because(
          "多出第 " + (wanted.size() + 1) + " 列", "column " + (wanted.size() + 1) + " is too much");
    }
  }

  private static Tally count(Iterator<CsvRecord> records, Profile profile) throws RefusedException {
    List<String> header = profile.header();
    int stateColumn = header.indexOf(Profile.STATE);
    int[] sumColumns = profile.amounts().stream().mapToInt(header::indexOf).toArray();
    BigDecimal[] sums = new BigDecimal[sumColumns.length];
    java.util.Arrays.fill(sums, ZERO);
    Map<String, Integer> states = new LinkedHashMap<>();
    Profile.STATES.forEach(state -> states.put(state, 0));
    int rows = 0;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      if (++rows > profile.mostRows()) {
        throw limit(profile.mostRows());
      }
      states.computeIfPresent(cell(record, stateColumn), (state, count) -> count + 1);
      for (int i = 0; i < sums.length; i++) {
        String cell = cell(record, sumColumns[i]);
        if (isAmount(cell)) {
          sums[i] = sums[i].add(new BigDecimal(cell));
        }
      }
    }
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    for (int i = 0; i < sums.length; i++) {
      amounts.put(profile.amounts().get(i), sums[i]);
    }
    return new Tally(rows, states, amounts);
  }

  private static String cell(CsvRecord record, int column) {
    return column < record.getFieldCount() ? record.getField(column) : "";
  }

  /** A cell of type amount: up to twelve digits, then up to six decimals. */
  static boolean isAmount(String cell) {
    int point = cell.indexOf('.');
    int whole = point < 0 ? cell.length() : point;
    int decimals = point < 0 ? 0 : cell.length() - point - 1;
    if (whole < 1 || whole > WHOLE || decimals > DECIMALS || (point >= 0 && decimals < 1)) {
      return false;
    }
    for (int i = 0; i < cell.length(); i++) {
      char character = cell.charAt(i);
      if (i != point && (character < '0' || character > '9')) {
        return false;
      }
    }
    return true;
  }

  private static RefusedException limit(int rows) {
    return new RefusedException(
        Refusal.LIMIT_EXCEEDED
            .issue()
            .with("what", "行数")
            .with("what_en", "records")
            .with("limit", String.valueOf(rows)));
  }
}
