package xinglin.jobs.publish;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.jobs.exchange.lead.LeadBook;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.publish.Dimension;

/** Table {@code lead_sent}: what was sent of leads, nothing personal among it. */
final class PublishedLeads {
  private final LeadBook book;

  PublishedLeads(LeadBook book) {
    this.book = book;
  }

  Dimension table() {
    List<Map<String, String>> rows = new ArrayList<>();
    book.each((entry, record) -> rows.add(row(entry, record)));
    return new Dimension("lead_sent", rows);
  }

  private static Map<String, String> row(PackageEntry entry, NamedCsvRecord record) {
    return Map.of(
        "region", entry.content().orElseThrow().receiver(),
        "asker", record.getField("YRD_ASKER"),
        "lead_id", record.getField("YRD_LEAD_ID"),
        "kind", record.getField("YRD_KIND"),
        "version", record.getField("YRD_VERSION"),
        "status", record.getField("YRD_STATE"),
        "package_id", entry.packageId(),
        "sent_at", entry.receivedAt().toString());
  }
}
