package xinglin.jobs.load;

import java.util.List;
import java.util.function.LongConsumer;
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

  PartitionReader(Ledger ledger, RawStore raw, Lake lake, LoadSettings settings) {
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
        for (Delivery delivery : page) {
          Envelope envelope = delivery.envelope();
          if (settings.isRegistered(envelope.arrival().partner())) {
            rows.write(writer, envelope, reader.read(envelope));
          }
          each.accept(stretch.total());
        }
      }
      writer.finish();
    }
  }
}
