package xinglin.jobs.waive;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.jobs.parcel.LetterParcels;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.query.QueryException;
import xinglin.warehouse.raw.Envelope;

/**
 * Tells senders that what was sent back to them counts after all, and when it no longer does: the
 * answer they have is no longer true. It goes the way that answer went, one letter a submission,
 * once a publication says so; each decision is told once, known by its identity in the ledger of
 * parcels, and none that is older than two weeks. Of a submission that was replaced nothing is
 * said.
 */
public final class WaiverLetters {
  private static final Logger LOG = LoggerFactory.getLogger(WaiverLetters.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration NEWS = Duration.ofDays(14);
  private final Home home;
  private final Ledger ledger;
  private final ParcelLedger parcels;
  private final AnswerWay.Chooser ways;
  private final Instant now;
  private final LetterParcels letters;

  public WaiverLetters(
      Home home, Ledger ledger, ParcelLedger parcels, AnswerWay.Chooser ways, Clock clock) {
    this.home = home;
    this.ledger = ledger;
    this.parcels = parcels;
    this.ways = ways;
    this.now = clock.instant();
    this.letters = new LetterParcels(home.root(), home.outbox().resolve("waivers"));
  }

  /**
   * Makes what is due; returns how many. Without a publication that this version can read, letters
   * wait for the next one.
   */
  public long prepare() {
    Map<String, List<Waiver>> bySubmission =
        new Waivers(ledger)
            .list().stream()
                .collect(
                    Collectors.groupingBy(
                        Waiver::submissionId, LinkedHashMap::new, Collectors.toList()));
    if (bySubmission.isEmpty()) {
      return 0;
    }
    Optional<PublishedWaivers> published = published();
    if (published.isEmpty()) {
      return 0;
    }
    List<Parcel> ready = new ArrayList<>();
    try {
      for (List<Waiver> waivers : bySubmission.values()) {
        Optional<WaiverNews> news =
            WaiverNews.of(
                waivers,
                published.get(),
                id -> parcels.find(id).map(Parcel::createdAt),
                now.minus(NEWS));
        if (news.isPresent()) {
          letter(news.get()).ifPresent(ready::add);
        }
      }
      if (!ready.isEmpty()) {
        letters.force();
        parcels.add(ready);
      }
      return ready.size();
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot write letters on waivers into the outbox: " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  private Optional<PublishedWaivers> published() {
    try {
      return Optional.of(PublishedWaivers.of(home.published()));
    } catch (QueryException | IllegalStateException e) {
      LOG.warn("Letters on waivers wait for the next publication: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Parcel> letter(WaiverNews news) throws IOException {
    String delivery = news.latest().submissionId().replaceFirst("-[0-9]+$", "");
    Optional<Delivery> sent = ledger.findDelivery(delivery);
    Optional<Envelope> root = root(sent);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    AnswerWay way = ways.of(root.get());
    if (way.way() == Parcel.Way.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        letters.make(
            news.id(),
            root.get().arrival().partner(),
            way,
            new WaiverLetter(
                    news,
                    sent.orElseThrow().envelope().arrival(),
                    way,
                    LocalDate.ofInstant(now, ZONE))
                .write(),
            List.of(),
            now));
  }

  /** What came in: a file, or the message it was in. */
  private Optional<Envelope> root(Optional<Delivery> sent) {
    Optional<Envelope> at = sent.map(Delivery::envelope);
    while (at.flatMap(one -> one.arrival().parentDeliveryId()).isPresent()) {
      at =
          at.flatMap(one -> one.arrival().parentDeliveryId())
              .flatMap(ledger::findDelivery)
              .map(Delivery::envelope);
    }
    return at;
  }
}
