package xinglin.jobs.impact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.exchange.PenaltySheet;
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
 * opened, or that a reader fails over, stays as it is stored.
 */
final class Rereading {
  private static final String STEP = "rereadForms";
  private static final int PAGE = 20;

  /** Pages that are read or wait to be written, by thread. */
  private static final int AHEAD = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
  private final RawStore raw;
  private final Ledger ledger;
  private final Limits limits;
  private final Target before;
  private final Target after;

  Rereading(RawStore raw, Ledger ledger, Limits limits, Target before, Target after) {
    this.raw = raw;
    this.ledger = ledger;
    this.limits = limits;
    this.before = before;
    this.after = after;
  }

  /** Where what one side reads goes. */
  record Target(World world, Side side, RowSink rows) {
    void write(Envelope envelope, Side.Reading reading) {
      reading.write(side.rows(), rows, envelope);
    }
  }

  /** What one file is by both sets of definitions. */
  private record Twice(Envelope envelope, Side.Reading now, Side.Reading then) {}

  /**
   * Reads deliveries on several threads; returns the ids of those that both sides have read. Only
   * the caller's thread writes, and no more than a few pages wait for it.
   */
  List<String> read(List<String> deliveries, int threads, Progress progress) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Deque<Future<List<Twice>>> working = new ArrayDeque<>();
    List<String> read = new ArrayList<>();
    try {
      int next = 0;
      int done = 0;
      while (next < deliveries.size() || !working.isEmpty()) {
        while (next < deliveries.size() && working.size() < AHEAD * threads) {
          int to = Math.min(next + PAGE, deliveries.size());
          List<String> page = deliveries.subList(next, to);
          working.add(workers.submit(() -> page(page)));
          next = to;
        }
        for (Twice one : working.remove().get()) {
          before.write(one.envelope(), one.now());
          after.write(one.envelope(), one.then());
          read.add(one.envelope().deliveryId());
        }
        done = Math.min(done + PAGE, deliveries.size());
        progress.at(STEP, done, deliveries.size());
      }
      return read;
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

  private List<Twice> page(List<String> deliveries) {
    return ledger.deliveries(deliveries).stream()
        .map(Delivery::envelope)
        .flatMap(envelope -> read(envelope).stream())
        .toList();
  }

  private Optional<Twice> read(Envelope envelope) {
    try {
      Path file = raw.path(envelope.sha256());
      List<PenaltySheet> many = before.side().large(file);
      if (!many.isEmpty()) {
        return Optional.of(
            new Twice(
                envelope,
                before.side().records(many, envelope),
                after.side().records(after.side().large(file), envelope)));
      }
      return open(envelope, file)
          .map(
              document ->
                  new Twice(
                      envelope,
                      before.side().read(document, envelope),
                      after.side().read(document, envelope)));
    } catch (DeliveryException e) {
      throw e;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot read delivery " + envelope.deliveryId(), DeliveryException.Retry.SAFE, e);
    } catch (RuntimeException e) {
      LOG.error("Delivery {} made a reader fail: {}", envelope.deliveryId(), Frames.of(e));
      return Optional.empty();
    }
  }

  private Optional<Document> open(Envelope envelope, Path file) throws IOException {
    Opened opened = FileOpener.open(file, envelope.arrival().fileName(), limits);
    return opened instanceof OpenedDocument read ? Optional.of(read.document()) : Optional.empty();
  }
}
