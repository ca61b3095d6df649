package xinglin.jobs.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Reads one delivery after the other, whatever is in them. A file that makes a reader fail or go on
 * for ever harms only itself: it gets a verdict and a finding, the operator gets the stack trace in
 * the log. Used by one thread; reading happens on a second one that is given up when it takes too
 * long.
 */
public final class DeliveryReader implements AutoCloseable {
  /**
   * Opening a file watches its own clock and says more precisely why it stopped; this is for
   * everything after it.
   */
  private static final int GRACE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReader.class);
  private final RawStore raw;
  private final Limits limits;
  private final DocumentReader reader;
  private final Function<Issue, Finding> findings;
  private ExecutorService worker = newWorker();

  /**
   * @param findings the catalogue of checks
   */
  public DeliveryReader(
      RawStore raw, Limits limits, DocumentReader reader, Function<Issue, Finding> findings) {
    this.raw = raw;
    this.limits = limits;
    this.reader = reader;
    this.findings = findings;
  }

  /** Reads a delivery; throws DeliveryException only if the disk fails. */
  public FileReading read(Envelope envelope) {
    Future<FileReading> reading = worker.submit(() -> open(envelope));
    try {
      return reading.get((long) limits.seconds() * GRACE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
      worker.shutdownNow();
      worker = newWorker();
      LOG.warn(
          "Delivery {} took longer than {} s and was given up",
          envelope.deliveryId(),
          limits.seconds() * GRACE);
      return refused(Verdict.UNSAFE, List.of(tooSlow()));
    } catch (ExecutionException e) {
      return afterFailure(envelope, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(
          "Cannot read deliveries: interrupted", DeliveryException.Retry.SAFE, e);
    }
  }

  private FileReading open(Envelope envelope) throws IOException {
    Opened opened =
        FileOpener.open(raw.path(envelope.sha256()), envelope.arrival().fileName(), limits);
    if (opened instanceof OpenedDocument read) {
      return reader.read(read.document(), envelope);
    }
    Refused refused = (Refused) opened;
    return refused(refused.verdict(), refused.issues());
  }

  private FileReading afterFailure(Envelope envelope, Throwable failure) {
    if (failure instanceof DeliveryException disk) {
      throw disk;
    }
    if (failure instanceof IOException disk) {
      throw new DeliveryException(
          "Cannot read delivery " + envelope.deliveryId(), DeliveryException.Retry.SAFE, disk);
    }
    if (failure instanceof Error error && !(failure instanceof StackOverflowError)) {
      throw error;
    }
    LOG.error("Delivery {} made a reader fail", envelope.deliveryId(), failure);
    return refused(Verdict.UNRECOGNISED, List.of(Issue.of("INTERNAL_ERROR")));
  }

  private FileReading refused(Verdict verdict, List<Issue> issues) {
    return new FileReading(verdict, List.of(), issues.stream().map(findings).toList());
  }

  private Issue tooSlow() {
    int seconds = limits.seconds() * GRACE;
    return Issue.of("OVER_LIMIT")
        .with("what", "读取时间")
        .with("what_en", "seconds to read")
        .with("limit", seconds + " s");
  }

  private static ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "read");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
