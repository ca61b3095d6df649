package xinglin.jobs.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.exchange.desk.Exchange;
import xinglin.jobs.load.Admission.Admitted;
import xinglin.jobs.unpack.Unpacked;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/** Finds the packages among what a run has to judge, those inside messages and archives too. */
final class PackageArrivals {
  private static final long PAGE = 500;
  private static final int BLOCK = 1 << 16;
  private static final int OVERLAP = 32;
  private final Ledger ledger;
  private final RawStore raw;
  private final LoadSettings settings;
  private final Admission admission;
  private final Exchange exchange;

  PackageArrivals(
      Ledger ledger, RawStore raw, LoadSettings settings, Admission admission, Exchange exchange) {
    this.ledger = ledger;
    this.raw = raw;
    this.settings = settings;
    this.admission = admission;
    this.exchange = exchange;
  }

  /** Puts them in order; returns how many were understood. */
  long decide(String runId) {
    List<Envelope> packages = new ArrayList<>();
    List<Envelope> returns = new ArrayList<>();
    long total = ledger.countArrivalsOfRun(runId);
    try (DeliveryReader reader =
        new DeliveryReader(
            raw,
            settings.limits(),
            settings.reader(),
            settings.findings(),
            settings.penalties().layouts(),
            envelope -> Optional.empty())) {
      for (long from = 0; from < total; from += PAGE) {
        for (Delivery delivery : ledger.ofRun(runId, from, PAGE)) {
          find(delivery.envelope(), reader, packages, returns);
        }
      }
    }
    exchange.returns().decide(runId, returns);
    return packages.isEmpty() ? 0 : exchange.desk().decide(runId, packages);
  }

  private void find(
      Envelope arrived, DeliveryReader reader, List<Envelope> packages, List<Envelope> returns) {
    if (exchange.isExchanged(arrived)) {
      Admitted admitted = admission.admit(arrived, Optional.empty());
      if (!admitted.quarantined()) {
        sort(admitted.envelope(), packages, returns);
      }
    } else if (mayHoldPackages(raw.path(arrived.sha256()))) {
      Admitted admitted = admission.admit(arrived, reader.letterhead(arrived));
      if (!admitted.quarantined()) {
        inside(reader.unpack(admitted.envelope()), packages, returns);
      }
    }
  }

  /** What a message holds; what is in a package or bundle is nothing by itself. */
  private void inside(List<Unpacked> unpacked, List<Envelope> packages, List<Envelope> returns) {
    Set<String> taken = new HashSet<>();
    for (Unpacked one : unpacked) {
      Envelope envelope = one.envelope();
      boolean damaged = one instanceof Unpacked.PlainFile file && file.damaged();
      boolean within = envelope.arrival().parentDeliveryId().filter(taken::contains).isPresent();
      if (within || (!damaged && exchange.isExchanged(envelope))) {
        taken.add(envelope.deliveryId());
        if (!within) {
          sort(envelope, packages, returns);
        }
      }
    }
  }

  private void sort(Envelope envelope, List<Envelope> packages, List<Envelope> returns) {
    (exchange.desk().isPackage(envelope) ? packages : returns).add(envelope);
  }

  /**
   * Messages and archives name what they hold in plain letters; most hold no package and are not
   * taken apart twice.
   */
  private static boolean mayHoldPackages(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK];
      int kept = 0;
      for (int read = in.read(block, kept, BLOCK - kept);
          read >= 0;
          read = in.read(block, kept, BLOCK - kept)) {
        int length = kept + read;
        String text =
            new String(block, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.contains("-yrd-")
            || text.contains(".zip.gpg")
            || text.contains("begin pgp message")) {
          return true;
        }
        kept = Math.min(OVERLAP, length);
        System.arraycopy(block, length - kept, block, 0, kept);
      }
      return false;
    } catch (IOException e) {
      throw new DeliveryException("Cannot read " + file, DeliveryException.Retry.SAFE, e);
    }
  }
}
