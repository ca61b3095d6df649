package xinglin.jobs.exchange.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xinglin.jobs.exchange.IssueJson;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.bare.BareDesk;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.pack.Part;
import xinglin.jobs.open.Refused;
import xinglin.jobs.unpack.Unpacked;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/** What the desk decided about a delivery, as unpacking hands it on. Thread safe. */
public final class PackageContents implements Function<Envelope, Optional<List<Unpacked>>> {
  private static final Set<String> UNSAFE =
      Set.of(Refusal.ENTRY_REFUSED.name(), Refusal.LIMIT_EXCEEDED.name());
  private static final String LEADS = "yrd-lead-1";
  private final PackageLedger ledger;

  public PackageContents(PackageLedger ledger) {
    this.ledger = ledger;
  }

  /** The package and what counts of it; empty for what is none, or a bare file to be read. */
  @Override
  public Optional<List<Unpacked>> apply(Envelope envelope) {
    return ledger
        .find(envelope.deliveryId())
        .filter(entry -> !BareDesk.isBare(entry))
        .map(entry -> contents(envelope, entry));
  }

  private static List<Unpacked> contents(Envelope envelope, PackageEntry entry) {
    return switch (entry.state()) {
      case WAITING -> List.of(new Unpacked.Waiting(envelope));
      case REPEATED -> List.of(new Unpacked.Container(envelope, "duplicate", List.of()));
      case REFUSED -> List.of(new Unpacked.NotOpened(envelope, refusal(entry)));
      case UNDERSTOOD, JUDGED, PUBLISHED, SEALED, SENT ->
          List.of(
              new Unpacked.Container(envelope, "loaded", List.of()),
              part(data(envelope, entry), entry.content().orElseThrow()));
    };
  }

  private static Unpacked part(Envelope data, PackageEntry.Content content) {
    return content.profile().equals(LEADS)
        ? new Unpacked.LeadPart(data, content.sender(), content.receiver())
        : new Unpacked.PlainFile(data, false);
  }

  private static Refused refusal(PackageEntry entry) {
    Issue issue = IssueJson.read(entry.issue().orElseThrow());
    Verdict verdict = UNSAFE.contains(issue.code()) ? Verdict.UNSAFE : Verdict.UNRECOGNISED;
    return new Refused(verdict, List.of(issue));
  }

  /** The delivery that the data part became. */
  static Envelope data(Envelope outer, PackageEntry entry) {
    try {
      String text = entry.content().orElseThrow().manifest();
      Part part = ManifestJson.read(text.getBytes(StandardCharsets.UTF_8)).data();
      return Envelope.of(
          inside(outer, entry.partnerId(), part.name()),
          part.digest().substring(part.digest().indexOf(':') + 1),
          part.bytes());
    } catch (RefusedException e) {
      throw new IllegalStateException("Cannot read manifest of " + entry.packageId(), e);
    }
  }

  static Arrival inside(Envelope outer, String partner, String name) {
    Arrival arrival = outer.arrival();
    return new Arrival(
        Optional.of(outer.deliveryId()),
        0,
        partner,
        arrival.channel(),
        arrival.sender(),
        arrival.subject(),
        name,
        arrival.receivedAt());
  }
}
