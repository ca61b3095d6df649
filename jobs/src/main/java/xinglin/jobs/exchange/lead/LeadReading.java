package xinglin.jobs.exchange.lead;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.unpack.Unpacked;
import xinglin.schemas.exchange.SentRows;
import xinglin.warehouse.lead.LeadContext;
import xinglin.warehouse.lead.LeadJudge;
import xinglin.warehouse.lead.LeadRecords;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.RawStore;

/** Reads and judges the data parts of packages of leads. Thread safe. */
public final class LeadReading {
  private final RawStore raw;
  private final LeadJudge judge;
  private final Function<String, Optional<String>> divisions;
  private final SentLeads sent;

  /**
   * @param divisions of partners by id
   * @param sent what we asked
   */
  public LeadReading(
      RawStore raw, LeadJudge judge, Function<String, Optional<String>> divisions, SentLeads sent) {
    this.raw = raw;
    this.judge = judge;
    this.divisions = divisions;
    this.sent = sent;
  }

  /** Judges all records; the answer must be closed. */
  public LeadRecords judge(Unpacked.LeadPart part) {
    Arrival arrival = part.envelope().arrival();
    LeadContext context =
        new LeadContext(
            part.sender(),
            part.receiver(),
            divisions.apply(arrival.partner()),
            sent.until(part.sender(), arrival.receivedAt()));
    return judge.judge(rows(raw.path(part.envelope().sha256())), context);
  }

  private static SentRows rows(Path file) {
    return sink -> {
      try (CsvReader<CsvRecord> csv =
          CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(file)) {
        Iterator<CsvRecord> records = csv.iterator();
        records.next();
        for (int row = 2; records.hasNext(); row++) {
          sink.row(row, records.next().getFields());
        }
      }
    };
  }
}
