package xinglin.jobs.open.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.ForeignKind;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * Reads text with separated fields, line by line. Rows are counted as a spreadsheet program counts
 * them, blank ones too.
 */
public final class CsvReader {
  private static final char[] SEPARATORS = {',', '\t', ';'};
  private static final int SAMPLE = 1 << 16;
  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?is)\\A(return-path|received|delivered-to|mime-version|from|date|message-id|subject|x-[\\w-]+): .*");

  private CsvReader() {}

  public static Document read(Path file, byte[] head, String sentName, Budget budget)
      throws IOException, RefusalException {
    TextEncoding encoding = TextEncoding.of(file, head);
    String sample = sample(file, encoding);
    boolean sender =
        sample.startsWith("From:") || sample.toLowerCase(Locale.ROOT).contains("\nfrom:");
    if (sender && MAIL_HEADER.matcher(sample).matches()) {
      throw ForeignKind.MAIL.refusal(sentName);
    }
    String declared =
        sample.startsWith("sep=") && sample.length() > 4 ? sample.substring(4, 5) : "";
    char separator = declared.isEmpty() ? separator(sample, sentName) : declared.charAt(0);
    Grid.Builder grid = Grid.named("");
    budget.sheet();
    int row = declared.isEmpty() ? 0 : -1;
    try (Reader text = encoding.reader(file);
        de.siegmar.fastcsv.reader.CsvReader<CsvRecord> records =
            de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (row >= 0) {
          add(grid, row, record, budget);
        }
        row++;
        budget.rows(1);
      }
    }
    return new Document(Document.Format.CSV, List.of(grid.build()), Set.of());
  }

  private static void add(Grid.Builder grid, int row, CsvRecord record, Budget budget)
      throws RefusalException {
    List<String> fields = record.getFields();
    for (int column = 0; column < fields.size(); column++) {
      String field = fields.get(column);
      if (!field.isEmpty() && !field.equals("\u001a")) {
        budget.cells(1);
        budget.characters(field.length());
        grid.add(Cell.ofText(row, column, field));
      }
    }
  }

  private static String sample(Path file, TextEncoding encoding) throws IOException {
    try (BufferedReader reader = new BufferedReader(encoding.reader(file))) {
      char[] block = new char[SAMPLE];
      int filled = 0;
      for (int read = reader.read(block);
          read > 0;
          read = reader.read(block, filled, SAMPLE - filled)) {
        filled += read;
      }
      return new String(block, 0, filled);
    }
  }

  /** The separator that the most lines use, outside quotes. */
  private static char separator(String sample, String sentName) throws RefusalException {
    int[] lines = new int[SEPARATORS.length];
    boolean[] seen = new boolean[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < sample.length(); i++) {
      char here = sample.charAt(i);
      if (here == '"') {
        quoted = !quoted;
      } else if (!quoted && here == '\n') {
        seen = new boolean[SEPARATORS.length];
      } else if (!quoted) {
        for (int s = 0; s < SEPARATORS.length; s++) {
          if (here == SEPARATORS[s] && !seen[s]) {
            seen[s] = true;
            lines[s]++;
          }
        }
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = lines[s] > lines[best] ? s : best;
    }
    if (lines[best] == 0 && !sentName.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw ForeignKind.TEXT.refusal(sentName);
    }
    return SEPARATORS[best];
  }
}
