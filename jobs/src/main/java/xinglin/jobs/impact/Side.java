package xinglin.jobs.impact;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import xinglin.jobs.load.DocumentReader;
import xinglin.jobs.open.LargeFile;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.decide.ReadingRows;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.penalty.PenaltyContext;
import xinglin.warehouse.penalty.PenaltyJudge;
import xinglin.warehouse.penalty.PenaltyRecords;
import xinglin.warehouse.raw.Envelope;

/**
 * One set of definitions at work.
 *
 * @param accumulation period, cumulative or snapshot, by form id
 * @param penalties reads sheets of penalty records
 * @param senderDivision division that the sender of a delivery is registered for
 */
public record Side(
    DocumentReader reader,
    JudgingRules judging,
    Function<String, String> accumulation,
    PenaltyJudge penalties,
    Function<Envelope, Optional<String>> senderDivision) {
  private static final String RUN = "impact";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Rows of a sheet that hold its title and header, if it has any. */
  private static final int TOP = 60;

  /**
   * A file as this side reads it.
   *
   * @param sheets of penalty records, as submissions
   */
  record Reading(FileReading forms, List<FormReading> sheets) {
    void write(ReadingRows rows, RowSink sink, Envelope envelope) {
      if (sheets.isEmpty()) {
        rows.write(sink, envelope, forms);
      } else {
        rows.write(sink, envelope, sheets, forms.forms());
      }
    }
  }

  /** Sheets of a file that is too large to be held as a document. */
  List<PenaltySheet> large(Path file) throws IOException {
    return LargeFile.find(file, penalties.layouts());
  }

  Reading read(Document document, Envelope envelope) {
    List<PenaltySheet> sheets = penalties.layouts().find(document);
    Set<String> taken =
        sheets.stream().map(PenaltySheet::sheet).collect(Collectors.toUnmodifiableSet());
    if (sheets.isEmpty() || !reader.read(document.top(taken, TOP), envelope).forms().isEmpty()) {
      return new Reading(reader.read(document, envelope), List.of());
    }
    Document rest = document.without(taken);
    FileReading beside = rest.blocks().isEmpty() ? nothing() : reader.read(rest, envelope);
    return records(sheets, beside, envelope);
  }

  Reading records(List<PenaltySheet> sheets, Envelope envelope) {
    return records(sheets, nothing(), envelope);
  }

  private Reading records(List<PenaltySheet> sheets, FileReading beside, Envelope envelope) {
    LocalDate receivedOn = LocalDate.ofInstant(envelope.arrival().receivedAt(), CHINA);
    List<FormReading> judged = new ArrayList<>();
    for (PenaltySheet sheet : sheets) {
      PenaltyContext context =
          new PenaltyContext(judged.size(), senderDivision.apply(envelope), receivedOn);
      try (PenaltyRecords records = penalties.judge(sheet, context)) {
        judged.add(records.reading());
      }
    }
    List<FormReading> behind =
        beside.forms().stream().map(form -> form.numbered(judged.size() + form.ordinal())).toList();
    return new Reading(new FileReading(beside.verdict(), behind, beside.findings()), judged);
  }

  private static FileReading nothing() {
    return new FileReading(Verdict.UNRECOGNISED, List.of(), List.of());
  }

  ReadingRows rows() {
    return new ReadingRows(RUN, Instant.EPOCH, "", accumulation);
  }
}
