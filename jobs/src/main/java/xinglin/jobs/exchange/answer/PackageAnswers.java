package xinglin.jobs.exchange.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.answer.OutboxFiles;
import xinglin.jobs.exchange.IssueJson;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.bare.BareDesk;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.raw.RawStore;

/**
 * Answers packages: the texts and signatures go to the ledger, once, and stay there even if all is
 * loaded again; what travels, {@code outbox/<partner>/<package>-<kind>.zip}, is made of them.
 * Nobody is answered with whom nothing is agreed.
 */
public final class PackageAnswers {
  private static final String KIND = "package_answer";
  private static final int ALL = 4;
  private static final Logger LOG = LoggerFactory.getLogger(PackageAnswers.class);
  private final Home home;
  private final RawStore raw;
  private final Ledger deliveries;
  private final PackageLedger ledger;
  private final Sealing sealing;
  private final Agreements agreements;
  private final RowJudgements judgements;
  private final Optional<BareJudgements> bare;
  private final Function<Issue, Finding> findings;
  private final OutboxFiles outbox;

  /**
   * @param bare of files without a manifest, where such are taken
   * @param findings the catalogue of checks
   */
  public PackageAnswers(
      Home home,
      RawStore raw,
      Ledger deliveries,
      PackageLedger ledger,
      Sealing sealing,
      Agreements agreements,
      RowJudgements judgements,
      Optional<BareJudgements> bare,
      Function<Issue, Finding> findings) {
    this.home = home;
    this.raw = raw;
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.sealing = sealing;
    this.agreements = agreements;
    this.judgements = judgements;
    this.bare = bare;
    this.findings = findings;
    this.outbox = new OutboxFiles(home);
  }

  /**
   * Answers what a run decided about; returns how many bundles were written. Done again it writes
   * the same answers.
   */
  public long write(String runId) {
    long written = 0;
    for (PackageEntry entry : ledger.ofRun(runId)) {
      Optional<Agreement> agreement = agreements.findByPartner(entry.partnerId());
      if (agreement.isPresent()) {
        answer(entry, agreement.get());
        written++;
      }
    }
    return written;
  }

  /**
   * Answers that the rows of all packages judged so far are published.
   *
   * @param at start of the night
   */
  public long published(String night, Instant at) {
    long written = 0;
    for (PackageEntry entry : ledger.inState(Direction.IN, State.JUDGED)) {
      Optional<Agreement> agreement = agreements.findByPartner(entry.partnerId());
      if (agreement.isPresent()) {
        List<PackageAnswer> answers = new ArrayList<>(ledger.answers(entry.packageId()));
        String text =
            json(agreement.get()).published(entry, answers.get(answers.size() - 1), night, at);
        add(answers, signed(entry, "published", at, text));
        ledger.put(List.of(entry.in(State.PUBLISHED)));
        bundle(entry, entry, answers);
        written++;
      }
    }
    return written;
  }

  private void answer(PackageEntry entry, Agreement agreement) {
    if (entry.state() == State.REPEATED) {
      PackageEntry first =
          ledger
              .find(entry.sameAs().orElseThrow())
              .orElseThrow(() -> new IllegalStateException("Cannot find " + entry.sameAs()));
      bundle(entry, first, ledger.answers(first.packageId()));
      return;
    }
    List<PackageAnswer> answers = new ArrayList<>(ledger.answers(entry.packageId()));
    AnswerJson json = json(agreement);
    if (answers.isEmpty()) {
      add(answers, signed(entry, "stored", entry.receivedAt(), json.stored(entry)));
    }
    if (answers.size() == 1 && entry.state() != State.WAITING) {
      String text =
          json.understood(
              entry,
              answers.get(0),
              entry.issue().map(IssueJson::read).map(findings),
              nameDiffers(entry));
      add(answers, signed(entry, "understood", AnswerJson.turn(entry), text));
    }
    if (answers.size() == 2 && entry.state().isUnderstood()) {
      judge(entry, json, answers);
    }
    if (answers.size() > 2 && entry.state() == State.UNDERSTOOD) {
      ledger.put(List.of(entry.in(answers.size() == ALL ? State.PUBLISHED : State.JUDGED)));
    }
    bundle(entry, entry, answers);
  }

  private void judge(PackageEntry entry, AnswerJson json, List<PackageAnswer> answers) {
    try {
      Path plain = temporary(entry);
      Judgement judgement = judgement(entry, plain);
      Files.deleteIfExists(plain);
      String text = json.judged(entry, answers.get(1), judgement);
      add(answers, signed(entry, "judged", AnswerJson.turn(entry), text));
    } catch (IOException e) {
      throw disk(entry, e);
    }
  }

  private Judgement judgement(PackageEntry entry, Path plain) throws IOException {
    if (BareDesk.isBare(entry)) {
      return bare.orElseThrow().of(entry.packageId());
    }
    String dataId = entry.dataId().orElseThrow();
    Delivery data =
        deliveries
            .findDelivery(dataId)
            .orElseThrow(() -> new IllegalStateException("Cannot find delivery " + dataId));
    Path file = raw.path(data.envelope().sha256());
    return new DetailsFile(judgements).write(dataId, file, records(entry), plain);
  }

  private static int records(PackageEntry entry) {
    String text = entry.content().orElseThrow().manifest();
    try {
      return ManifestJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).rows();
    } catch (RefusedException e) {
      throw new IllegalStateException("Cannot read manifest of " + entry.packageId(), e);
    }
  }

  /**
   * Writes what travels.
   *
   * @param entry that is answered
   * @param first package that the answers are about, the same or the one that it repeats
   */
  private void bundle(PackageEntry entry, PackageEntry first, List<PackageAnswer> answers) {
    String name = AnswerBundle.name(first, answers);
    if (outbox.find(entry.partnerId(), name).isPresent() && first == entry) {
      return;
    }
    try {
      Optional<Path> details = sealedDetails(first, answers);
      String path =
          outbox.write(entry.partnerId(), name, file -> AnswerBundle.write(answers, details, file));
      if (details.isPresent()) {
        Files.delete(details.get());
      }
      Instant at = answers.get(answers.size() - 1).at();
      deliveries.answer(
          List.of(
              new Answer(
                  entry.packageId() + "-" + name,
                  root(entry.packageId()) + "." + name,
                  KIND,
                  path,
                  at)));
    } catch (IOException e) {
      throw disk(entry, e);
    }
  }

  /** Rows that were not simply accepted are for the sender only. */
  private Optional<Path> sealedDetails(PackageEntry entry, List<PackageAnswer> answers)
      throws IOException {
    Optional<PackageAnswer> judged =
        answers.stream().filter(answer -> answer.kind().equals("judged")).findFirst();
    if (judged.isEmpty() || BareDesk.isBare(entry)) {
      return Optional.empty();
    }
    Path plain = temporary(entry);
    if (judgement(entry, plain).details().isEmpty()) {
      return Optional.empty();
    }
    Path sealed = plain.resolveSibling(plain.getFileName() + ".gpg");
    try {
      sealing.seal(plain, Judgement.DETAILS, entry.partnerId(), judged.get().at(), sealed);
      return Optional.of(sealed);
    } catch (SealingException e) {
      Files.deleteIfExists(sealed);
      LOG.warn("Refused rows of {} cannot be sealed for their sender", entry.packageId(), e);
      return Optional.empty();
    } finally {
      Files.delete(plain);
    }
  }

  private Path temporary(PackageEntry entry) throws IOException {
    return Files.createDirectories(home.temporary()).resolve(entry.packageId() + "-judged.csv");
  }

  private List<Finding> nameDiffers(PackageEntry entry) {
    Optional<String> sent =
        deliveries
            .findDelivery(entry.packageId())
            .map(delivery -> delivery.envelope().arrival().fileName());
    boolean fits =
        entry.content().isEmpty()
            || BareDesk.isBare(entry)
            || sent.filter(name -> !name.contains(entry.name())).isEmpty();
    return fits
        ? List.of()
        : List.of(
            findings.apply(
                Issue.of("NAME_DIFFERS").sent(sent.orElse("")).expecting(entry.name() + ".zip")));
  }

  /** The delivery that arrived with it: these answers go the way it came. */
  private String root(String deliveryId) {
    String root = deliveryId;
    Optional<String> parent = parent(root);
    while (parent.isPresent()) {
      root = parent.get();
      parent = parent(root);
    }
    return root;
  }

  private Optional<String> parent(String deliveryId) {
    return deliveries
        .findDelivery(deliveryId)
        .flatMap(delivery -> delivery.envelope().arrival().parentDeliveryId());
  }

  private PackageAnswer signed(PackageEntry entry, String kind, Instant at, String text) {
    byte[] signature = sealing.sign(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), at);
    return new PackageAnswer(
        entry.packageId(),
        kind,
        at,
        text,
        new String(signature, java.nio.charset.StandardCharsets.US_ASCII));
  }

  private void add(List<PackageAnswer> answers, PackageAnswer answer) {
    ledger.answer(List.of(answer));
    answers.add(answer);
  }

  private AnswerJson json(Agreement agreement) {
    return new AnswerJson(agreements.own().orElseThrow(), agreement.region());
  }

  private static DeliveryException disk(PackageEntry entry, IOException e) {
    return new DeliveryException(
        "Cannot answer package " + entry.packageId(), DeliveryException.Retry.SAFE, e);
  }
}
