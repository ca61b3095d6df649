package xinglin.jobs.exchange.lead;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import xinglin.jobs.answer.OutboxFiles;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageLedger;

/** What was sent of leads: the data parts that are kept beside our packages. */
public final class LeadBook implements SentLeads {
  /** The profile of leads. */
  public static final String PROFILE = "yrd-lead-1";

  /** Name of the data part, and of what is kept of it. */
  static final String DATA = "lead.csv";

  private final Home home;
  private final PackageLedger packages;

  public LeadBook(Home home, PackageLedger packages) {
    this.home = home;
    this.packages = packages;
  }

  @Override
  public Set<String> until(String region, Instant then) {
    Set<String> leads = new HashSet<>();
    records(
        entry ->
            entry.content().orElseThrow().receiver().equals(region)
                && !entry.receivedAt().isAfter(then),
        (entry, record) -> {
          if (record.getField("YRD_KIND").equals("ask")) {
            leads.add(record.getField("YRD_LEAD_ID"));
          }
        });
    return leads;
  }

  /** All records that were ever sent, each with its package. */
  public void each(BiConsumer<PackageEntry, NamedCsvRecord> sink) {
    records(entry -> true, sink);
  }

  /** Data parts of the packages to a region. */
  List<Path> parts(String region) {
    return packages.all().stream()
        .filter(LeadBook::isOurs)
        .filter(entry -> entry.content().orElseThrow().receiver().equals(region))
        .map(this::part)
        .toList();
  }

  private void records(
      Predicate<PackageEntry> which, BiConsumer<PackageEntry, NamedCsvRecord> sink) {
    for (PackageEntry entry : packages.all()) {
      if (isOurs(entry) && which.test(entry) && Files.exists(part(entry))) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(part(entry))) {
          csv.forEach(record -> sink.accept(entry, record));
        } catch (IOException e) {
          throw new DeliveryException(
              "Cannot read what was sent in " + entry.packageId(), DeliveryException.Retry.SAFE, e);
        }
      }
    }
  }

  private static boolean isOurs(PackageEntry entry) {
    return entry.direction() == PackageEntry.Direction.OUT
        && entry.content().filter(content -> content.profile().equals(PROFILE)).isPresent();
  }

  private Path part(PackageEntry entry) {
    return home.sent()
        .resolve(OutboxFiles.folderName(entry.partnerId()))
        .resolve(PROFILE)
        .resolve(entry.packageId())
        .resolve(DATA);
  }
}
