package xinglin.jobs.exchange.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import xinglin.jobs.exchange.IssueJson;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.pack.OpenedPackage;
import xinglin.jobs.exchange.pack.PackageName;
import xinglin.jobs.exchange.stream.Arrived;
import xinglin.jobs.exchange.stream.Placed;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.raw.Envelope;

/** Packages as the ledger keeps them, at each stage. */
final class PackageEntries {
  private PackageEntries() {}

  static PackageEntry entry(String runId, Envelope envelope, PackageOpener.Opened opened) {
    OpenedPackage content = opened.content();
    Manifest manifest = content.manifest();
    return new PackageEntry(
        envelope.deliveryId(),
        Direction.IN,
        opened.partner(),
        PackageName.of(manifest).text(),
        envelope.sha256(),
        envelope.bytes(),
        envelope.arrival().receivedAt(),
        State.WAITING,
        Optional.of(
            new Content(
                manifest.sender(),
                manifest.receiver(),
                manifest.profile(),
                manifest.sequence(),
                content.digest(),
                manifest.previous(),
                new String(ManifestJson.write(manifest), StandardCharsets.UTF_8))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(runId));
  }

  static PackageEntry refused(String runId, Envelope envelope, Issue issue) {
    Instant received = envelope.arrival().receivedAt();
    return new PackageEntry(
        envelope.deliveryId(),
        Direction.IN,
        envelope.arrival().partner(),
        nameOf(envelope.arrival().fileName()),
        envelope.sha256(),
        envelope.bytes(),
        received,
        State.REFUSED,
        Optional.empty(),
        Optional.of(issue.code()),
        Optional.of(IssueJson.write(issue)),
        Optional.of(received),
        Optional.empty(),
        Optional.empty(),
        Optional.of(runId));
  }

  /** What a file of unproven content is called in answers: never a path. */
  private static String nameOf(String fileName) {
    String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), 0)).replace("/", "");
    String plain = last.replaceFirst("(?i)(\\.zip)?(\\.gpg|\\.pgp|\\.asc)?$", "");
    String safe = plain.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "_");
    return safe.isEmpty() ? "package" : safe.substring(0, Math.min(safe.length(), 100));
  }

  static PackageEntry further(
      PackageEntry entry,
      String runId,
      State state,
      Placed placed,
      Optional<Issue> issue,
      Optional<String> dataId) {
    return new PackageEntry(
        entry.packageId(),
        entry.direction(),
        entry.partnerId(),
        entry.name(),
        entry.fileSha256(),
        entry.bytes(),
        entry.receivedAt(),
        state,
        entry.content(),
        issue.map(Issue::code),
        issue.map(IssueJson::write),
        state == State.WAITING ? Optional.empty() : Optional.of(placed.at()),
        placed.sameAs(),
        dataId,
        Optional.of(runId));
  }

  static Arrived arrived(PackageEntry entry) {
    Content content = entry.content().orElseThrow();
    return new Arrived(
        entry.packageId(),
        content.sequence(),
        content.previous(),
        content.digest(),
        entry.receivedAt());
  }
}
