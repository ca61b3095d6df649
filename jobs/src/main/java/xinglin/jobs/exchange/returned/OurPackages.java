package xinglin.jobs.exchange.returned;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageLedger;

/** The packages that this region sent. */
final class OurPackages {
  private final PackageLedger ledger;
  private final String own;

  OurPackages(PackageLedger ledger, String own) {
    this.ledger = ledger;
    this.own = own;
  }

  /** All of a stream by number. */
  List<PackageEntry> stream(String receiver, String profile) {
    return ledger.stream(Direction.OUT, own, receiver, profile);
  }

  /** The one with a digest. */
  Optional<PackageEntry> findByDigest(String receiver, String digest) {
    return find(receiver, entry -> content(entry).digest().equals(digest)).stream().findFirst();
  }

  /** The one that is this file, or else has this name, which proves nothing. */
  Optional<PackageEntry> findByFile(String receiver, String file, String name) {
    List<PackageEntry> same =
        find(receiver, entry -> Digests.ofHex(entry.fileSha256()).equals(file));
    List<PackageEntry> named = find(receiver, entry -> entry.name().equals(name));
    return same.stream().findFirst().or(() -> named.stream().findFirst());
  }

  /** The number of a stream that has the highest digest known to be sent. */
  Optional<PackageEntry> findBySequence(String receiver, String profile, int sequence) {
    return stream(receiver, profile).stream()
        .filter(entry -> content(entry).sequence() == sequence)
        .reduce((former, later) -> later);
  }

  private List<PackageEntry> find(String receiver, Predicate<PackageEntry> which) {
    return ledger.sent().stream()
        .filter(entry -> content(entry).receiver().equals(receiver))
        .filter(which)
        .toList();
  }

  static Content content(PackageEntry entry) {
    return entry.content().orElseThrow();
  }
}
