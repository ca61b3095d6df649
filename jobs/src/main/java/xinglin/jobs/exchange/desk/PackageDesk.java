package xinglin.jobs.exchange.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.StreamId;
import xinglin.jobs.exchange.stream.PackageStream;
import xinglin.jobs.exchange.stream.Placed;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/**
 * Opens what arrived for a run, puts it in order with what is known, and makes deliveries of the
 * data parts whose turn has come. One thread, in the order of receipt; done again by the same run
 * it does nothing new.
 */
public final class PackageDesk {
  private final Home home;
  private final RawStore raw;
  private final PackageLedger ledger;
  private final PackageOpener opener;

  public PackageDesk(Home home, RawStore raw, PackageLedger ledger, PackageOpener opener) {
    this.home = home;
    this.raw = raw;
    this.ledger = ledger;
    this.opener = opener;
  }

  /** Whether a delivery claims to be a package. */
  public boolean isPackage(Envelope envelope) {
    try {
      return opener.isPackage(raw.path(envelope.sha256()));
    } catch (IOException e) {
      throw disk(envelope, e);
    }
  }

  /**
   * Decides about packages.
   *
   * @param arrived packages, each with the partner it came from
   * @return how many were understood
   */
  public long decide(String runId, List<Envelope> arrived) {
    List<PackageEntry> fresh = new ArrayList<>();
    List<PackageEntry> candidates = new ArrayList<>();
    for (Envelope envelope : arrived) {
      Optional<PackageEntry> known = ledger.find(envelope.deliveryId());
      if (known.filter(entry -> entry.state() != State.WAITING).isPresent()) {
        continue;
      }
      PackageEntry entry = known.orElseGet(() -> open(runId, envelope));
      (entry.state() == State.REFUSED ? fresh : candidates).add(entry);
    }
    Map<StreamId, List<PackageEntry>> streams =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    PackageDesk::stream, LinkedHashMap::new, Collectors.toList()));
    Map<String, Envelope> envelopes =
        arrived.stream()
            .collect(
                Collectors.toMap(Envelope::deliveryId, Function.identity(), (one, same) -> one));
    streams.forEach((stream, entries) -> fresh.addAll(place(runId, stream, entries, envelopes)));
    ledger.put(fresh);
    return fresh.stream().filter(entry -> entry.state() == State.UNDERSTOOD).count();
  }

  private PackageEntry open(String runId, Envelope envelope) {
    try {
      Opened opened = opened(envelope);
      delete(opened.folder());
      return PackageEntries.entry(runId, envelope, opened.opener());
    } catch (RefusedException e) {
      return PackageEntries.refused(runId, envelope, e.issue());
    }
  }

  private record Opened(PackageOpener.Opened opener, Path folder) {}

  /** The caller deletes the folder. */
  private Opened opened(Envelope envelope) throws RefusedException {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(home.temporary()), "package");
      boolean done = false;
      try {
        PackageOpener.Opened opened =
            opener.open(
                raw.path(envelope.sha256()),
                envelope.arrival().partner(),
                envelope.arrival().receivedAt(),
                folder);
        done = true;
        return new Opened(opened, folder);
      } finally {
        if (!done) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw disk(envelope, e);
    }
  }

  private static StreamId stream(PackageEntry entry) {
    Content content = entry.content().orElseThrow();
    return new StreamId(content.sender(), content.receiver(), content.profile());
  }

  private List<PackageEntry> place(
      String runId,
      StreamId stream,
      List<PackageEntry> candidates,
      Map<String, Envelope> envelopes) {
    Map<String, PackageEntry> byId =
        candidates.stream().collect(Collectors.toMap(PackageEntry::packageId, Function.identity()));
    PackageStream order =
        new PackageStream(
            ledger.stream(Direction.IN, stream.sender(), stream.receiver(), stream.profile())
                .stream()
                .filter(entry -> entry.state().isUnderstood())
                .map(PackageEntries::arrived)
                .toList());
    List<PackageEntry> decided = new ArrayList<>();
    for (Placed placed : order.place(candidates.stream().map(PackageEntries::arrived).toList())) {
      PackageEntry entry = java.util.Objects.requireNonNull(byId.get(placed.id()));
      Envelope envelope = java.util.Objects.requireNonNull(envelopes.get(placed.id()));
      decided.add(decided(runId, entry, placed, envelope));
    }
    return decided;
  }

  private PackageEntry decided(String runId, PackageEntry entry, Placed placed, Envelope envelope) {
    String number = String.valueOf(entry.content().orElseThrow().sequence());
    return switch (placed.place()) {
      case WAITING ->
          PackageEntries.further(
              entry, runId, State.WAITING, placed, Optional.empty(), Optional.empty());
      case REPEATED ->
          PackageEntries.further(
              entry, runId, State.REPEATED, placed, Optional.empty(), Optional.empty());
      case REUSED ->
          PackageEntries.further(
              entry,
              runId,
              State.REFUSED,
              placed,
              Optional.of(Refusal.SEQUENCE_REUSED.issue().sent(number)),
              Optional.empty());
      case BROKEN ->
          PackageEntries.further(
              entry,
              runId,
              State.REFUSED,
              placed,
              Optional.of(Refusal.CHAIN_BROKEN.issue().sent(number)),
              Optional.empty());
      case UNDERSTOOD -> understood(runId, entry, placed, envelope);
    };
  }

  private PackageEntry understood(
      String runId, PackageEntry entry, Placed placed, Envelope envelope) {
    try {
      Opened opened = opened(envelope);
      try {
        Envelope data = store(envelope, opened.opener());
        return PackageEntries.further(
            entry,
            runId,
            State.UNDERSTOOD,
            placed,
            Optional.empty(),
            Optional.of(data.deliveryId()));
      } finally {
        delete(opened.folder());
      }
    } catch (RefusedException e) {
      return PackageEntries.further(
          entry, runId, State.REFUSED, placed, Optional.of(e.issue()), Optional.empty());
    }
  }

  /** The data part as a delivery of its own, durable. */
  private Envelope store(Envelope outer, PackageOpener.Opened opened) {
    try (RawGroup group = raw.begin();
        InputStream in = Files.newInputStream(opened.content().data())) {
      Envelope data =
          group.add(
              PackageContents.inside(
                  outer, opened.partner(), opened.content().manifest().data().name()),
              in);
      group.commit();
      return data;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot store the data of package " + outer.deliveryId(),
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve("data.csv"));
      Files.deleteIfExists(folder.resolve("package.zip"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new DeliveryException("Cannot delete " + folder, DeliveryException.Retry.SAFE, e);
    }
  }

  private static DeliveryException disk(Envelope envelope, IOException e) {
    return new DeliveryException(
        "Cannot open package " + envelope.deliveryId(), DeliveryException.Retry.SAFE, e);
  }
}
