package xinglin.jobs.exchange.answer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.jobs.exchange.pack.Digests;

/**
 * {@code judged.csv}: why, then the record as sent, for every record that was not simply accepted.
 * The data part is read once beside the judgements; memory does not grow with either.
 */
final class DetailsFile {
  private static final int LISTED = 200;
  private static final List<String> WHY =
      List.of("YRD_ROW", "YRD_VERDICT", "YRD_CODE", "YRD_COLUMN", "YRD_MESSAGE");

  private final RowJudgements judgements;

  DetailsFile(RowJudgements judgements) {
    this.judgements = judgements;
  }

  /**
   * @param records how many the data part has
   * @param target written if there is anything to write, else not there
   */
  Judgement write(String dataId, Path data, int records, Path target) throws IOException {
    Map<JudgedRow.Verdict, Integer> counts = new EnumMap<>(JudgedRow.Verdict.class);
    List<JudgedRow> listed = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(data);
        Writer file = new BufferedWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8));
        CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      Cursor cursor = new Cursor(csv.iterator());
      List<String> header = new ArrayList<>(WHY);
      header.addAll(cursor.header());
      out.writeRecord(header);
      judgements.each(
          dataId,
          row -> {
            counts.merge(row.verdict(), 1, Integer::sum);
            if (listed.size() < LISTED) {
              listed.add(row);
            }
            List<String> cells = new ArrayList<>(why(row));
            cells.addAll(cursor.record(row.row()));
            out.writeRecord(cells);
          });
    }
    int odd = counts.values().stream().mapToInt(Integer::intValue).sum();
    Optional<Judgement.Details> details =
        odd == 0
            ? Optional.empty()
            : Optional.of(new Judgement.Details(odd, Digests.of(Files.readAllBytes(target))));
    if (odd == 0) {
      Files.delete(target);
    }
    return new Judgement(
        records - odd,
        counts.getOrDefault(JudgedRow.Verdict.REMARKED, 0),
        counts.getOrDefault(JudgedRow.Verdict.REJECTED, 0),
        counts.getOrDefault(JudgedRow.Verdict.DUPLICATE, 0),
        listed,
        details);
  }

  private static List<String> why(JudgedRow row) {
    return List.of(
        String.valueOf(row.row()),
        row.verdict().code(),
        joined(row, JudgedRow.Reason::code),
        joined(row, JudgedRow.Reason::column),
        joined(row, JudgedRow.Reason::zh));
  }

  private static String joined(
      JudgedRow row, java.util.function.Function<JudgedRow.Reason, String> what) {
    return row.reasons().stream()
        .map(what)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Goes through the records once, forwards. */
  private static final class Cursor {
    private final Iterator<CsvRecord> records;
    private int at;

    Cursor(Iterator<CsvRecord> records) {
      this.records = records;
    }

    List<String> header() {
      return records.next().getFields();
    }

    List<String> record(int row) {
      List<String> fields = List.of();
      while (at < row && records.hasNext()) {
        at++;
        CsvRecord record = records.next();
        fields = at == row ? record.getFields() : fields;
      }
      return fields;
    }
  }
}
