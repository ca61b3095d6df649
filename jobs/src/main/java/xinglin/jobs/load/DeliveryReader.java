package xinglin.jobs.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.LargeFile;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.jobs.unpack.Unpacked;
import xinglin.jobs.unpack.Unpacker;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.failure.Frames;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
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

  /** Rows of a sheet that hold its title and header, if it has any. */
  private static final int TOP = 60;

  private static final FileReading NOTHING =
      new FileReading(Verdict.UNRECOGNISED, List.of(), List.of());

  private static final Set<Document.Format> PROVEN =
      Set.of(Document.Format.XLSX, Document.Format.DOCX, Document.Format.ODS);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReader.class);
  private final RawStore raw;
  private final Limits limits;
  private final DocumentReader reader;
  private final Function<Issue, Finding> findings;
  private final PenaltyLayouts layouts;
  private final Function<Envelope, Optional<List<Unpacked>>> packages;
  private ExecutorService worker = newWorker();

  /**
   * @param findings the catalogue of checks
   * @param layouts what penalty records are known by
   * @param packages what was decided about packages of the exchange
   */
  public DeliveryReader(
      RawStore raw,
      Limits limits,
      DocumentReader reader,
      Function<Issue, Finding> findings,
      PenaltyLayouts layouts,
      Function<Envelope, Optional<List<Unpacked>>> packages) {
    this.layouts = layouts;
    this.packages = packages;
    this.raw = raw;
    this.limits = limits;
    this.reader = reader;
    this.findings = findings;
  }

  /** The header of a delivery that is a mail message; empty for anything else. */
  public Optional<Letterhead> letterhead(Envelope envelope) {
    return guarded(
        envelope,
        () -> Unpacker.letterhead(raw.path(envelope.sha256())),
        refused -> Optional.empty());
  }

  /**
   * A delivery with everything inside it, durable in the raw store; throws DeliveryException only
   * if the disk fails.
   */
  public List<Unpacked> unpack(Envelope envelope) {
    return guarded(
        envelope,
        () -> {
          try (RawGroup group = raw.begin()) {
            Path file = raw.path(envelope.sha256());
            List<Unpacked> unpacked = new Unpacker(group, limits, packages).unpack(envelope, file);
            group.commit();
            return unpacked;
          }
        },
        refused -> List.of(new Unpacked.NotOpened(envelope, refused)));
  }

  /** Reads what came out of unpacking; throws DeliveryException only if the disk fails. */
  Read read(Unpacked unpacked) {
    if (unpacked instanceof Unpacked.NotOpened known) {
      return reading(known.refused());
    }
    if (unpacked instanceof Unpacked.LeadPart part) {
      return new Read.Leads(part);
    }
    Envelope envelope = unpacked.envelope();
    boolean damaged = unpacked instanceof Unpacked.PlainFile file && file.damaged();
    return guarded(envelope, () -> open(envelope, damaged), this::reading);
  }

  private <T> T guarded(Envelope envelope, Callable<T> work, Function<Refused, T> otherwise) {
    Future<T> reading = worker.submit(work);
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
      return otherwise.apply(new Refused(Verdict.UNSAFE, List.of(tooSlow())));
    } catch (ExecutionException e) {
      return otherwise.apply(afterFailure(envelope, e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(
          "Cannot read deliveries: interrupted", DeliveryException.Retry.SAFE, e);
    }
  }

  /**
   * What came damaged may still prove itself: the parts of an office file have checksums. Nothing
   * else does, and one lost character makes other figures.
   */
  private Read open(Envelope envelope, boolean damaged) throws IOException {
    List<PenaltySheet> many =
        damaged ? List.of() : LargeFile.find(raw.path(envelope.sha256()), layouts);
    if (!many.isEmpty()) {
      return new Read.Penalties(many, NOTHING);
    }
    Opened opened =
        FileOpener.open(raw.path(envelope.sha256()), envelope.arrival().fileName(), limits);
    boolean proven =
        opened instanceof OpenedDocument read && PROVEN.contains(read.document().format());
    if (damaged && !proven) {
      return reading(new Refused(Verdict.UNRECOGNISED, List.of(Issue.of("ATTACHMENT_DAMAGED"))));
    }
    return opened instanceof OpenedDocument read
        ? read(read.document(), envelope)
        : reading((Refused) opened);
  }

  private Read read(Document document, Envelope envelope) {
    List<PenaltySheet> sheets = layouts.find(document);
    if (sheets.isEmpty()) {
      return new Read.Forms(reader.read(document, envelope));
    }
    Set<String> taken =
        sheets.stream().map(PenaltySheet::sheet).collect(Collectors.toUnmodifiableSet());
    if (isForm(document, taken, envelope)) {
      return new Read.Forms(reader.read(document, envelope));
    }
    Document rest = document.without(taken);
    return new Read.Penalties(
        sheets, rest.blocks().isEmpty() ? NOTHING : reader.read(rest, envelope));
  }

  /** Whoever declares a form for such a sheet wants it read as that form: its top tells. */
  private boolean isForm(Document document, Set<String> sheets, Envelope envelope) {
    return !reader.read(document.top(sheets, TOP), envelope).forms().isEmpty();
  }

  /** Of a file that a reader failed over, whatever it was. */
  FileReading failed(Envelope envelope, RuntimeException failure) {
    return reading(afterFailure(envelope, failure)).reading();
  }

  private static Refused afterFailure(Envelope envelope, Throwable failure) {
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
    LOG.error("Delivery {} made a reader fail: {}", envelope.deliveryId(), Frames.of(failure));
    return new Refused(Verdict.UNRECOGNISED, List.of(Issue.of("INTERNAL_ERROR")));
  }

  private Read.Forms reading(Refused refused) {
    return new Read.Forms(
        new FileReading(
            refused.verdict(), List.of(), refused.issues().stream().map(findings).toList()));
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
