package xinglin.jobs.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import xinglin.jobs.load.Admission.Admitted;
import xinglin.jobs.unpack.Unpacked;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.schemas.finding.Finding;
import xinglin.warehouse.decide.ReadingRows;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Reads the deliveries of one partition into uncommitted files. Thread safe: each call has its own
 * reader and writer.
 */
final class PartitionReader {
  private static final long PAGE = 200;
  private final Ledger ledger;
  private final RawStore raw;
  private final Lake lake;
  private final LoadSettings settings;
  private final Admission admission;

  PartitionReader(
      Ledger ledger, RawStore raw, Lake lake, LoadSettings settings, Admission admission) {
    this.admission = admission;
    this.ledger = ledger;
    this.raw = raw;
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Reads a stretch; done before, it does nothing.
   *
   * @param each told after each delivery, with the total of the run
   */
  void read(String runId, Stretch stretch, LongConsumer each) {
    if (lake.isFinished(runId, stretch.name())) {
      return;
    }
    ReadingRows rows =
        new ReadingRows(
            runId, settings.clock().instant(), settings.definitions(), settings.accumulation());
    try (DeliveryReader reader =
            new DeliveryReader(raw, settings.limits(), settings.reader(), settings.findings());
        PartitionWriter writer = lake.writer(runId, stretch.name())) {
      for (long from = stretch.from(); from < stretch.to(); from += PAGE) {
        List<Delivery> page = ledger.ofRun(runId, from, Math.min(PAGE, stretch.to() - from));
        List<Envelope> inside = new ArrayList<>();
        for (Delivery delivery : page) {
          inside.addAll(read(delivery.envelope(), reader, rows, writer));
          each.accept(stretch.total());
        }
        ledger.receiveInside(runId, inside);
      }
      writer.finish();
    }
  }

  /** Reads one arrival with everything inside it; returns what was inside. */
  private List<Envelope> read(
      Envelope arrived, DeliveryReader reader, ReadingRows rows, PartitionWriter writer) {
    Optional<Letterhead> letterhead = reader.letterhead(arrived);
    Admitted admitted = admission.admit(arrived, letterhead);
    Envelope envelope = admitted.envelope();
    if (!envelope.equals(arrived)) {
      ledger.identify(envelope);
    }
    letterhead.ifPresent(
        known ->
            ledger.checkedSender(
                envelope.deliveryId(), text(admitted.check().code()), text(admitted.heldCodes())));
    if (admitted.quarantined()) {
      rows.write(writer, envelope, "quarantined", List.of());
      return List.of();
    }
    List<Envelope> inside = new ArrayList<>();
    for (Unpacked one : reader.unpack(envelope)) {
      if (one instanceof Unpacked.Container container) {
        List<Finding> findings = container.issues().stream().map(settings.findings()).toList();
        rows.write(writer, one.envelope(), container.outcome(), findings);
      } else {
        rows.write(writer, one.envelope(), reader.read(one));
      }
      if (!one.envelope().deliveryId().equals(envelope.deliveryId())) {
        inside.add(one.envelope());
      }
    }
    return inside;
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(known -> !known.isEmpty());
  }
}
