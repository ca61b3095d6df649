package xinglin.jobs.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.mark.MarkedCopy;
import xinglin.jobs.mark.page.Summary;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.LargeFile;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.decide.JudgedSubmission;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.failure.Frames;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Puts the answers of a run into {@code outbox/<partner>/}: {@code <delivery_id>.json} for
 * everything that arrived, a message with all that was inside it in one, and {@code
 * <delivery_id>-marked.<extension>} where something in a file is to be looked at. Their names are
 * their identity: made again they replace themselves.
 */
public final class Answers {
  private static final int PAGE = 500;
  private static final int QUEUE = 64;
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private final RawStore raw;
  private final Ledger ledger;
  private final Decider decider;
  private final AnswerSettings settings;
  private final OutboxFiles outbox;
  private final Receipt receipt;
  private final Predicate<List<Envelope>> unanswered;

  /**
   * @param unanswered whether a delivery, with all that was inside it, gets no receipt
   */
  public Answers(
      Home home,
      RawStore raw,
      Ledger ledger,
      Decider decider,
      AnswerSettings settings,
      Predicate<List<Envelope>> unanswered) {
    this.unanswered = unanswered;
    this.raw = raw;
    this.ledger = ledger;
    this.decider = decider;
    this.settings = settings;
    this.outbox = new OutboxFiles(home);
    this.receipt = new Receipt(settings.formTitle(), settings.dueOn());
  }

  /**
   * Writes all answers of a run and books them; returns how many files. Done again it writes the
   * same files.
   */
  public long write(String runId, Progress progress) {
    Instant now = settings.clock().instant();
    long total = ledger.countOfRun(runId);
    AtomicLong done = new AtomicLong();
    AtomicLong files = new AtomicLong();
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Booking booking = new Booking(files);
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            new ThreadPoolExecutor.CallerRunsPolicy());
    try {
      Arrivals arrivals =
          new Arrivals(
              arrived ->
                  workers.execute(
                      () -> {
                        try {
                          booking.add(answer(arrived, now));
                          progress.at("answer", done.addAndGet(arrived.size()), total);
                        } catch (RuntimeException e) {
                          failure.compareAndSet(null, e);
                        }
                      }));
      decider.judged(runId, arrivals);
      arrivals.end();
      workers.shutdown();
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.info("Still writing answers: {} of {}", done, total);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(
          "Cannot write answers: interrupted", DeliveryException.Retry.SAFE, e);
    } finally {
      workers.shutdownNow();
    }
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    booking.flush();
    return files.get();
  }

  /**
   * Nobody is answered whom nobody knows, nor programs that answer mails themselves.
   *
   * @param arrived a delivery, then what was inside it
   */
  private List<Answer> answer(List<JudgedDelivery> arrived, Instant now) {
    JudgedDelivery root = arrived.get(0);
    List<Judged> all =
        arrived.stream()
            .flatMap(
                judged ->
                    ledger
                        .findDelivery(judged.deliveryId())
                        .map(known -> new Judged(known.envelope(), judged))
                        .stream())
            .toList();
    if (all.isEmpty()
        || root.outcome().equals("quarantined")
        || isAutomatic(root)
        || unanswered.test(all.stream().map(Judged::envelope).toList())) {
      return List.of();
    }
    String id = root.deliveryId();
    String partner = all.get(0).envelope().arrival().partner();
    List<Answer> answers = new ArrayList<>();
    byte[] json = receipt.of(all);
    String path = outbox.write(partner, id + ".json", file -> Files.write(file, json));
    answers.add(new Answer(id + ".json", id, "receipt", path, now));
    for (Judged one : all) {
      List<Finding> findings = findings(one.judged());
      if (findings.stream().anyMatch(Answers::isInTheFile)) {
        mark(one.envelope(), one.judged(), findings)
            .ifPresent(
                marked ->
                    answers.add(new Answer(fileName(marked), id, "marked_copy", marked, now)));
      }
    }
    return answers;
  }

  private static List<Finding> findings(JudgedDelivery judged) {
    return judged.submissions().stream().flatMap(one -> one.findings().stream()).toList();
  }

  private static boolean isAutomatic(JudgedDelivery judged) {
    return findings(judged).stream().anyMatch(one -> one.code().equals("AUTOMATIC_MESSAGE"));
  }

  /** A report that is only late has nothing to be marked. */
  private static boolean isInTheFile(Finding finding) {
    return finding.severity() == Severity.ERROR
        || (finding.severity() == Severity.WARNING && !finding.cell().isEmpty());
  }

  /** The marked copy is a kindness: if it cannot be made, the receipt still says everything. */
  private Optional<String> mark(Envelope envelope, JudgedDelivery judged, List<Finding> findings) {
    try {
      Path original = raw.path(envelope.sha256());
      Optional<Document> readable = document(original, envelope, judged);
      if (readable.isEmpty()) {
        return Optional.empty();
      }
      Document document = readable.get();
      String name = envelope.deliveryId() + "-marked" + MarkedCopy.extension(document.format());
      Summary summary = summary(envelope, judged);
      return Optional.of(
          outbox.write(
              envelope.arrival().partner(),
              name,
              file -> MarkedCopy.write(original, document, summary, findings, file)));
    } catch (DeliveryException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.error("No marked copy for delivery {}: {}", envelope.deliveryId(), Frames.of(e));
      return Optional.empty();
    }
  }

  private Optional<Document> document(Path original, Envelope envelope, JudgedDelivery judged)
      throws IOException {
    boolean isRecords =
        judged.submissions().stream()
            .anyMatch(one -> one.formId().equals(Optional.of(PenaltyLayouts.FORM)));
    Optional<Document> outline = isRecords ? LargeFile.outline(original) : Optional.empty();
    if (outline.isPresent()) {
      return outline;
    }
    return FileOpener.open(original, envelope.arrival().fileName(), settings.limits())
            instanceof OpenedDocument opened
        ? Optional.of(opened.document())
        : Optional.empty();
  }

  private Summary summary(Envelope envelope, JudgedDelivery judged) {
    Optional<JudgedSubmission> first =
        judged.submissions().stream().filter(one -> one.formId().isPresent()).findFirst();
    return new Summary(
        envelope.arrival().fileName(),
        Verdicts.of(List.of(judged)),
        first.map(settings.formTitle()).orElse(""),
        first.flatMap(JudgedSubmission::reporterName).orElse(""),
        first.flatMap(JudgedSubmission::period),
        first.flatMap(settings.dueOn()),
        LocalDate.ofInstant(envelope.arrival().receivedAt(), settings.clock().getZone()),
        Language.ZH);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Ledger rows in batches. */
  private final class Booking {
    private final List<Answer> waiting = new ArrayList<>();
    private final AtomicLong files;

    Booking(AtomicLong files) {
      this.files = files;
    }

    synchronized void add(List<Answer> answers) {
      waiting.addAll(answers);
      files.addAndGet(answers.size());
      if (waiting.size() >= PAGE) {
        flush();
      }
    }

    synchronized void flush() {
      ledger.answer(List.copyOf(waiting));
      waiting.clear();
    }
  }
}
