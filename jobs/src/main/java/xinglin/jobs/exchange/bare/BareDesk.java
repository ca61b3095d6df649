package xinglin.jobs.exchange.bare;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.pack.PackageName;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.penalty.BareSheets;
import xinglin.warehouse.penalty.BareSheets.Sheet;
import xinglin.warehouse.raw.Envelope;

/**
 * Gives numbers to files of penalty records that come without a manifest from partners with whom
 * that is agreed: section 8 of the specification. The next number of the stream, in the order of
 * receipt; once given it stays, whatever is loaded again.
 */
public final class BareDesk {
  private final Ledger deliveries;
  private final PackageLedger packages;
  private final Agreements agreements;
  private final Decider decider;
  private final BareSheets sheets;
  private final Profiles profiles = Profiles.load();

  public BareDesk(
      Ledger deliveries,
      PackageLedger packages,
      Agreements agreements,
      Decider decider,
      BareSheets sheets) {
    this.deliveries = deliveries;
    this.packages = packages;
    this.agreements = agreements;
    this.decider = decider;
    this.sheets = sheets;
  }

  /**
   * Books what a run has judged; returns how many files got a number. Done again it does nothing.
   */
  public long number(String runId) {
    List<Agreement> bare =
        agreements.all().stream().filter(one -> profile(one).isPresent()).toList();
    if (bare.isEmpty()) {
      return 0;
    }
    List<Envelope> files = new ArrayList<>();
    decider.judged(
        runId,
        delivery -> {
          if (delivery.submissions().stream()
              .anyMatch(one -> one.formId().equals(Optional.of(PenaltyLayouts.FORM)))) {
            file(delivery).ifPresent(files::add);
          }
        });
    files.sort(Envelope.BY_RECEIPT);
    long numbered = 0;
    for (Envelope file : files) {
      Agreement agreement = agreements.findByPartner(file.arrival().partner()).orElseThrow();
      numbered += number(runId, file, agreement, profile(agreement).orElseThrow());
    }
    return numbered;
  }

  private static Optional<String> profile(Agreement agreement) {
    return agreement.receives().entrySet().stream()
        .filter(entry -> entry.getValue().bare())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What came by itself or in a message, is no part of a package, and has no number yet. */
  private Optional<Envelope> file(JudgedDelivery delivery) {
    return deliveries
        .findDelivery(delivery.deliveryId())
        .map(Delivery::envelope)
        .filter(file -> packages.find(file.deliveryId()).isEmpty())
        .filter(file -> file.arrival().parentDeliveryId().flatMap(packages::find).isEmpty())
        .filter(
            file ->
                agreements
                    .findByPartner(file.arrival().partner())
                    .flatMap(BareDesk::profile)
                    .isPresent());
  }

  private long number(String runId, Envelope file, Agreement agreement, String profileId) {
    Profile profile = profiles.get(profileId);
    String own = agreements.own().orElseThrow();
    List<PackageEntry> known =
        packages.stream(Direction.IN, agreement.region(), own, profile.id()).stream()
            .filter(entry -> entry.state().isUnderstood())
            .toList();
    Optional<PackageEntry> same =
        known.stream().filter(entry -> entry.fileSha256().equals(file.sha256())).findFirst();
    if (same.isPresent()) {
      packages.put(List.of(repeated(runId, file, same.get())));
      return 0;
    }
    Optional<Content> last =
        known.stream()
            .map(entry -> entry.content().orElseThrow())
            .max(Comparator.comparingInt(Content::sequence));
    List<Sheet> found = sheets.of(file.deliveryId());
    Manifest manifest =
        BareManifest.of(
            profile,
            agreement.region(),
            own,
            last.map(Content::sequence).orElse(0) + 1,
            last.map(Content::digest),
            file,
            found);
    Instant turn =
        known.stream()
            .flatMap(entry -> entry.turnAt().stream())
            .filter(file.arrival().receivedAt()::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(file.arrival().receivedAt());
    packages.put(List.of(entry(runId, file, manifest, turn)));
    return 1;
  }

  private static PackageEntry entry(String runId, Envelope file, Manifest manifest, Instant turn) {
    byte[] text = ManifestJson.write(manifest);
    return new PackageEntry(
        file.deliveryId(),
        Direction.IN,
        file.arrival().partner(),
        PackageName.of(manifest).text(),
        file.sha256(),
        file.bytes(),
        file.arrival().receivedAt(),
        State.UNDERSTOOD,
        Optional.of(
            new Content(
                manifest.sender(),
                manifest.receiver(),
                manifest.profile(),
                manifest.sequence(),
                Digests.of(text),
                manifest.previous(),
                new String(text, StandardCharsets.UTF_8))),
        Optional.empty(),
        Optional.empty(),
        Optional.of(turn),
        Optional.empty(),
        Optional.of(file.deliveryId()),
        Optional.of(runId));
  }

  private static PackageEntry repeated(String runId, Envelope file, PackageEntry first) {
    return new PackageEntry(
        file.deliveryId(),
        Direction.IN,
        first.partnerId(),
        first.name(),
        file.sha256(),
        file.bytes(),
        file.arrival().receivedAt(),
        State.REPEATED,
        first.content(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(file.arrival().receivedAt()),
        Optional.of(first.packageId()),
        Optional.of(file.deliveryId()),
        Optional.of(runId));
  }

  /** Whether a package has no manifest but ours: it is its own data part. */
  public static boolean isBare(PackageEntry entry) {
    return entry.dataId().equals(Optional.of(entry.packageId()));
  }
}
