package xinglin.jobs.parcel;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.letter.ReceiptFile;
import xinglin.jobs.letter.Told;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.failure.Frames;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Makes a parcel of the answers to each delivery that has none yet: the bytes first, durable, then
 * the ledger, many together. A parcel that is booked is never made again, whatever changes.
 */
public final class ParcelMaker {
  private static final int PAGE = 200;
  private static final Logger LOG = LoggerFactory.getLogger(ParcelMaker.class);
  private final Path home;
  private final RawStore raw;
  private final Ledger ledger;
  private final ParcelLedger parcels;
  private final AnswerWay.Chooser ways;
  private final Clock clock;
  private final PreparedFiles files;

  public ParcelMaker(
      Home home,
      RawStore raw,
      Ledger ledger,
      ParcelLedger parcels,
      AnswerWay.Chooser ways,
      Clock clock) {
    this.home = home.root();
    this.raw = raw;
    this.ledger = ledger;
    this.parcels = parcels;
    this.ways = ways;
    this.clock = clock;
    this.files = new PreparedFiles(this.home);
  }

  /** How far a page of parcels has come. */
  public enum Stage {
    WRITTEN,
    BOOKED
  }

  /**
   * Makes all parcels; returns how many were made, kept ones included.
   *
   * @param watch told after each stage of each page
   */
  public long prepare(Progress progress, Consumer<Stage> watch) {
    long made = 0;
    for (List<String> page = parcels.loose(PAGE); !page.isEmpty(); page = parcels.loose(PAGE)) {
      Instant now = clock.instant();
      List<Parcel> ready = new ArrayList<>();
      for (String deliveryId : page) {
        ready.add(make(deliveryId, now));
      }
      force(ready);
      watch.accept(Stage.WRITTEN);
      parcels.add(ready);
      watch.accept(Stage.BOOKED);
      made += ready.size();
      progress.at("prepare", made, 0);
    }
    return made + packages();
  }

  /** Answers to packages travel by themselves: there are several, on different nights. */
  private long packages() {
    long made = 0;
    for (List<Answer> page = parcels.loosePackages(PAGE);
        !page.isEmpty();
        page = parcels.loosePackages(PAGE)) {
      Instant now = clock.instant();
      PackageParcels maker = new PackageParcels(home, ledger, ways, files);
      List<Parcel> ready = page.stream().map(answer -> maker.make(answer, now)).toList();
      force(ready);
      parcels.add(ready);
      made += ready.size();
    }
    return made;
  }

  /** One that cannot be made holds up no other. */
  private Parcel make(String deliveryId, Instant now) {
    Optional<Envelope> known = ledger.findDelivery(deliveryId).map(Delivery::envelope);
    String partner = known.map(envelope -> envelope.arrival().partner()).orElse("");
    if (known.isEmpty()) {
      return kept(deliveryId, partner, "NOT_PREPARED", now);
    }
    AnswerWay way = ways.of(known.get());
    if (way.way() == Parcel.Way.NONE) {
      return kept(deliveryId, partner, way.reason(), now);
    }
    try {
      List<Answer> answers = parcels.contents(deliveryId);
      Path receipt = home.resolve(answers.get(0).path());
      Told told = ReceiptFile.read(receipt);
      return new AnswerParcel(
              known.get(), way, told, receipt, Copies.of(told, answers, home, way.language()), now)
          .prepare(files, raw.path(known.get().sha256()));
    } catch (NoSuchFileException | RuntimeException e) {
      LOG.error("Cannot prepare the answer to delivery {}: {}", deliveryId, Frames.of(e));
      return kept(deliveryId, partner, "NOT_PREPARED", now);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static DeliveryException broken(IOException e) {
    return new DeliveryException(
        "Cannot write the outbox: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
  }

  private static Parcel kept(String deliveryId, String partner, String reason, Instant now) {
    return Parcel.kept(AnswerParcel.id(deliveryId), deliveryId, partner, reason, now);
  }

  private void force(List<Parcel> ready) {
    Set<Path> folders = new LinkedHashSet<>();
    ready.stream()
        .filter(parcel -> parcel.state() == Parcel.State.WAITING)
        .forEach(parcel -> folders.add(home.resolve(parcel.path()).resolveSibling("")));
    try {
      for (Path folder : folders) {
        DurableFiles.force(folder);
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }
}
