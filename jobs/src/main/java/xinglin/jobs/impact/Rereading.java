package xinglin.jobs.impact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.failure.Frames;
import xinglin.warehouse.impact.World;
import xinglin.warehouse.lake.RowSink;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Opens stored files once more and has each read by both sets of definitions. A file that cannot be
 * opened, that holds exchanged records, or that a reader fails over stays as it is stored.
 */
final class Rereading {
  private static final String STEP = "rereadForms";
  private static final int PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
  private final RawStore raw;
  private final Ledger ledger;
  private final Limits limits;
  private final PenaltyLayouts layouts;
  private final Target before;
  private final Target after;
  private final List<String> read = new ArrayList<>();

  Rereading(
      RawStore raw,
      Ledger ledger,
      Limits limits,
      PenaltyLayouts layouts,
      Target before,
      Target after) {
    this.raw = raw;
    this.ledger = ledger;
    this.limits = limits;
    this.layouts = layouts;
    this.before = before;
    this.after = after;
  }

  /** Where what one side reads goes. */
  record Target(World world, Side side, RowSink rows) {
    void write(Envelope envelope, FileReading reading) {
      side.rows().write(rows, envelope, reading);
    }
  }

  /** Reads deliveries on several threads; returns the ids of those that both sides have read. */
  List<String> read(List<String> deliveries, int threads, Progress progress) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        working.add(
            workers.submit(
                () -> {
                  for (int from = next.getAndAdd(PAGE);
                      from < deliveries.size();
                      from = next.getAndAdd(PAGE)) {
                    int to = Math.min(from + PAGE, deliveries.size());
                    for (Delivery delivery : ledger.deliveries(deliveries.subList(from, to))) {
                      read(delivery.envelope());
                      progress.at(STEP, done.incrementAndGet(), deliveries.size());
                    }
                  }
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
      return List.copyOf(read);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("Cannot read stored files again", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(
          "Cannot read stored files again: interrupted", DeliveryException.Retry.SAFE, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private void read(Envelope envelope) {
    Optional<Document> document = open(envelope);
    if (document.isEmpty() || !layouts.find(document.get()).isEmpty()) {
      return;
    }
    try {
      FileReading now = before.side().read(document.get(), envelope);
      FileReading then = after.side().read(document.get(), envelope);
      keep(envelope, now, then);
    } catch (DeliveryException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Delivery {} made a reader fail: {}", envelope.deliveryId(), Frames.of(e));
    }
  }

  /** Both or none; one thread at a time. */
  private synchronized void keep(Envelope envelope, FileReading now, FileReading then) {
    before.write(envelope, now);
    after.write(envelope, then);
    read.add(envelope.deliveryId());
  }

  private Optional<Document> open(Envelope envelope) {
    try {
      Opened opened =
          FileOpener.open(raw.path(envelope.sha256()), envelope.arrival().fileName(), limits);
      return opened instanceof OpenedDocument read
          ? Optional.of(read.document())
          : Optional.empty();
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot read delivery " + envelope.deliveryId(), DeliveryException.Retry.SAFE, e);
    }
  }
}
