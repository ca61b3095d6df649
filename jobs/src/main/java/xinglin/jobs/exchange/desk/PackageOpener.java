package xinglin.jobs.exchange.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import xinglin.jobs.exchange.Refusal;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.AgreementCheck;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.agreement.Reception;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestCheck;
import xinglin.jobs.exchange.pack.OpenedPackage;
import xinglin.jobs.exchange.pack.PackageLimits;
import xinglin.jobs.exchange.pack.PackageReader;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.Signer;
import xinglin.schemas.exchange.profile.Profiles;

/** Opens a package and checks everything that needs no other package. */
public final class PackageOpener {
  private static final int ZIP = 0x504b0304;
  private static final int HEAD = 4096;
  private final Sealing sealing;
  private final Agreements agreements;
  private final PackageLimits limits;
  private final PackageReader reader;
  private final String own;

  /**
   * @param agreements of a region that has an id
   */
  public PackageOpener(
      Sealing sealing, Agreements agreements, Profiles profiles, PackageLimits limits) {
    this.sealing = sealing;
    this.agreements = agreements;
    this.limits = limits;
    this.reader = new PackageReader(profiles, limits);
    this.own =
        agreements
            .own()
            .orElseThrow(() -> new IllegalArgumentException("Cannot open packages without an id"));
  }

  /**
   * A package that is good.
   *
   * @param partner it is from
   */
  public record Opened(String partner, OpenedPackage content) {}

  /** Whether a file claims to be a package, sealed or not; tells it by its bytes. */
  public boolean isPackage(Path file) throws IOException {
    return sealing.isSealed(file) || isBare(file);
  }

  /** A zip whose manifest speaks of this protocol. */
  private static boolean isBare(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Integer.BYTES);
      if (head.length < Integer.BYTES || java.nio.ByteBuffer.wrap(head).getInt() != ZIP) {
        return false;
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
      ZipEntry manifest = zip.getEntry(Manifest.ENTRY);
      if (manifest == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(manifest)) {
        return new String(in.readNBytes(HEAD), java.nio.charset.StandardCharsets.UTF_8)
            .contains("\"yrd-pkg-");
      }
    } catch (java.util.zip.ZipException e) {
      return false;
    }
  }

  /**
   * Opens a package.
   *
   * @param partner whose channel it came by; may be nobody known
   * @param folder for its contents, which the caller deletes
   * @throws RefusedException for the first thing that is wrong
   */
  public Opened open(Path file, String partner, Instant received, Path folder)
      throws RefusedException, IOException {
    Path data = folder.resolve("data.csv");
    Optional<Agreement> channel = agreements.findByPartner(partner);
    if (Files.size(file) > limits.sealedBytes()) {
      throw PackageLimits.bytes("文件大小", "bytes", limits.sealedBytes());
    }
    if (!sealing.isSealed(file)) {
      if (channel.stream()
          .flatMap(one -> one.receives().values().stream())
          .allMatch(Reception::sealed)) {
        throw Refusal.SEAL_MISSING.plain();
      }
      ManifestCheck check =
          new AgreementCheck(own, channel, Optional.empty(), Optional.empty(), received);
      return new Opened(partner, reader.read(file, data, bare(channel, check)));
    }
    Path plain = folder.resolve("package.zip");
    Signer signer = sealing.open(file, plain, received, limits.unpackedBytes());
    ManifestCheck check =
        new AgreementCheck(
            own,
            agreements.findByPartner(signer.partner()),
            channel.map(Agreement::region),
            Optional.of(signer.signedAt()),
            received);
    try {
      return new Opened(signer.partner(), reader.read(plain, data, check));
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static ManifestCheck bare(Optional<Agreement> channel, ManifestCheck check) {
    return manifest -> {
      check.check(manifest);
      if (channel
          .flatMap(one -> Optional.ofNullable(one.receives().get(manifest.profile())))
          .filter(Reception::sealed)
          .isPresent()) {
        throw Refusal.SEAL_MISSING.plain();
      }
    };
  }
}
