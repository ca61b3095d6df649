package xinglin.warehouse.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What leaves the outbox, and how far it has come. Each call is one transaction; lists of any
 * length are one transaction too. Times have milliseconds.
 */
public final class ParcelLedger {
  private final LedgerSql sql;

  public ParcelLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  /** Deliveries whose answers no parcel was made of, oldest first. */
  public List<String> loose(int limit) {
    return sql.transaction(work -> work.list("parcel_loose", row -> row.text(1), limit));
  }

  /** Answers to packages of partner regions that no parcel was made of, oldest first. */
  public List<Answer> loosePackages(int limit) {
    return sql.transaction(
        work ->
            work.list(
                "parcel_loose_packages",
                row -> new Answer(row.text(1), row.text(2), row.text(3), row.text(4), row.time(5)),
                limit));
  }

  /** How many deliveries have answers that no parcel was made of. */
  public long countLoose() {
    return sql.transaction(work -> work.number("parcel_loose_count"));
  }

  /** The answers to a delivery, its receipt first. */
  public List<Answer> contents(String deliveryId) {
    return sql.transaction(
        work ->
            work.list(
                "parcel_contents",
                row -> new Answer(row.text(1), row.text(2), row.text(3), row.text(4), row.time(5)),
                deliveryId));
  }

  /** Books parcels; those already known stay as they are. */
  public void add(List<Parcel> parcels) {
    sql.transaction(
        work -> {
          for (Parcel parcel : parcels) {
            work.update(
                "parcel_add",
                parcel.parcelId(),
                parcel.deliveryId(),
                parcel.partnerId(),
                code(parcel.way()),
                parcel.channelId(),
                parcel.target(),
                parcel.messageId(),
                parcel.path(),
                parcel.sha256(),
                parcel.bytes(),
                code(parcel.state()),
                parcel.createdAt().toEpochMilli(),
                parcel.nextAt().map(Instant::toEpochMilli),
                parcel.problem(),
                parcel.details());
            work.update("parcel_claims", parcel.parcelId(), parcel.deliveryId());
          }
          return parcels.size();
        });
  }

  /** How many parcels are due by channel, channels that pause left out. */
  public Map<String, Long> due(Instant now) {
    long at = now.toEpochMilli();
    return sql.transaction(work -> work.counts("parcel_channels_due", at, at));
  }

  /** Parcels of a channel that are due, oldest first. */
  public List<Parcel> due(String channelId, Instant now, int limit) {
    return sql.transaction(
        work -> work.list("parcel_due", ParcelLedger::read, channelId, now.toEpochMilli(), limit));
  }

  public Optional<Parcel> find(String parcelId) {
    return sql.transaction(work -> work.list("parcel_find", ParcelLedger::read, parcelId)).stream()
        .findFirst();
  }

  /** Parcels of some kinds that no receiver has confirmed; a kind is the first word of the id. */
  public List<Parcel> unsent(String... kinds) {
    return sql.transaction(
        work -> {
          List<Parcel> found = new ArrayList<>();
          for (String kind : kinds) {
            found.addAll(work.list("parcel_unsent", ParcelLedger::read, kind + ".*"));
          }
          return found;
        });
  }

  /** Takes back parcels that no receiver has confirmed: they are not sent. */
  public void withdraw(List<Parcel> parcels) {
    if (!parcels.isEmpty()) {
      sql.transaction(
          work -> {
            parcels.forEach(parcel -> work.update("parcel_withdraw", parcel.parcelId()));
            return parcels.size();
          });
    }
  }

  /** Books that a receiver confirmed a parcel: it is never sent again. */
  public void sent(Parcel parcel, Instant now) {
    sql.transaction(
        work -> {
          work.update("parcel_sent", now.toEpochMilli(), parcel.parcelId());
          return work.update("parcel_answers_sent", now.toEpochMilli(), parcel.deliveryId());
        });
  }

  /**
   * Books that a parcel could not be sent.
   *
   * @param nextAt empty if trying again is useless
   * @param details JSON list
   */
  public void failed(
      Parcel parcel, Parcel.State state, Optional<Instant> nextAt, String problem, String details) {
    sql.transaction(
        work ->
            work.update(
                "parcel_failed",
                code(state),
                nextAt.map(Instant::toEpochMilli),
                problem,
                details,
                parcel.parcelId()));
  }

  /** How often a channel has failed in a row. */
  public int failures(String channelId) {
    return sql
        .transaction(work -> work.list("parcel_pause_failures", row -> row.number(1), channelId))
        .stream()
        .findFirst()
        .map(Math::toIntExact)
        .orElse(0);
  }

  /**
   * Books that a channel failed: it pauses, and all that waits on it with it.
   *
   * @param stuckBefore what was prepared before has waited too long
   * @param details JSON list
   */
  public void channelFailed(
      String channelId, Instant nextAt, Instant stuckBefore, String problem, String details) {
    sql.transaction(
        work -> {
          work.update("parcel_pause", channelId, nextAt.toEpochMilli());
          return work.update(
              "parcel_channel_failed",
              stuckBefore.toEpochMilli(),
              nextAt.toEpochMilli(),
              problem,
              details,
              channelId);
        });
  }

  /** Books that a channel works. */
  public void channelWorks(String channelId) {
    sql.transaction(work -> work.update("parcel_resume", channelId));
  }

  /**
   * Whatever waits or is stuck is due now, and what was kept looks for a way again; returns how
   * many parcels are due or look.
   */
  public int retry(Instant now) {
    return sql.transaction(
        work -> {
          work.update("parcel_resume_all");
          work.update("parcel_unkeep_answers");
          return work.update("parcel_unkeep") + work.update("parcel_retry", now.toEpochMilli());
        });
  }

  /** Number of parcels by state. */
  public Map<String, Long> count() {
    return sql.transaction(work -> work.counts("parcel_count"));
  }

  /** What is not sent, by channel and reason. */
  public List<OpenParcels> open(int limit) {
    return sql.transaction(
        work ->
            work.list(
                "parcel_open",
                row ->
                    new OpenParcels(
                        state(row.text(1)),
                        row.text(2),
                        row.findText(3),
                        row.text(4),
                        row.number(5),
                        row.time(6),
                        row.findTime(7),
                        row.text(8),
                        row.text(9),
                        row.text(10)),
                limit));
  }

  private static Parcel read(LedgerSql.Row row) throws SQLException {
    return new Parcel(
        row.text(1),
        row.text(2),
        row.text(3),
        Parcel.Way.valueOf(row.text(4).toUpperCase(Locale.ROOT)),
        row.text(5),
        row.text(6),
        row.findText(7),
        row.text(8),
        row.text(9),
        row.number(10),
        state(row.text(11)),
        Math.toIntExact(row.number(12)),
        row.time(13),
        row.findTime(14),
        row.findText(15),
        row.text(16),
        row.findTime(17));
  }

  private static Parcel.State state(String code) {
    return Parcel.State.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
