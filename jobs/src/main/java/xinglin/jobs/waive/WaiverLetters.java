package xinglin.jobs.waive;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.jobs.parcel.LetterParcels;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.raw.Envelope;

/**
 * Tells senders that what was sent back to them counts after all, and when it no longer does: the
 * answer they have is no longer true. It goes the way that answer went; each decision is told once,
 * known by its identity in the ledger of parcels, and none that is older than two weeks.
 */
public final class WaiverLetters {
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

  /** Makes what is due; returns how many. */
  public long prepare() {
    List<Parcel> ready = new ArrayList<>();
    List<Waiver> all = new Waivers(ledger).list();
    try {
      for (Waiver waiver : all) {
        letter(waiver, all).ifPresent(ready::add);
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

  private Optional<Parcel> letter(Waiver waiver, List<Waiver> all) throws IOException {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    boolean holds = waiver.standing(today) == Waiver.Standing.HOLDS;
    String told = "waiver." + waiver.id() + "." + waiver.submissionId();
    boolean isNews =
        holds ? waiver.decidedAt().isAfter(now.minus(NEWS)) : parcels.find(told).isPresent();
    String id = holds ? told : told + ".ended";
    if (!isNews || parcels.find(id).isPresent()) {
      return Optional.empty();
    }
    String delivery = waiver.submissionId().replaceFirst("-[0-9]+$", "");
    Optional<Delivery> sent = ledger.findDelivery(delivery);
    Optional<Envelope> root = root(sent);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    AnswerWay way = ways.of(root.get());
    if (way.way() == Parcel.Way.NONE) {
      return Optional.empty();
    }
    long left =
        WaivableErrors.of(home.published(), waiver.submissionId()).stream()
            .filter(error -> all.stream().noneMatch(other -> other.passes(error, today)))
            .count();
    String kind = holds ? (left == 0 ? "whole" : "partly") : "ended";
    return Optional.of(
        letters.make(
            id,
            root.get().arrival().partner(),
            way,
            new WaiverLetter(waiver, sent.orElseThrow().envelope().arrival(), way, today)
                .write(kind, left),
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
