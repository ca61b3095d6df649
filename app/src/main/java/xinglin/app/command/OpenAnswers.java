package xinglin.app.command;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.ChannelWords;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.OpenParcels;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.StateDatabase;

/** Answers that were not sent, why, and what to do: a line for each channel and reason. */
final class OpenAnswers {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);
  private static final int MOST = 50;
  private final Texts texts;
  private final ParcelLedger ledger;
  private final List<OpenParcels> open;

  OpenAnswers(StateDatabase database, Texts texts) {
    this.texts = texts;
    this.ledger = new ParcelLedger(database);
    this.open = ledger.open(MOST);
  }

  /** Whether a line says already what is wrong with a channel. */
  boolean tells(ChannelUse use) {
    return open.stream()
        .anyMatch(
            parcels ->
                parcels.channelId().equals(use.channelId())
                    && parcels.problem().equals(use.problem()));
  }

  /** Number of answers by state; what is not prepared yet waits. */
  Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>(ledger.count());
    long loose = ledger.countLoose();
    if (loose > 0) {
      states.merge("waiting", loose, Long::sum);
    }
    return states;
  }

  long waiting() {
    return states().getOrDefault("waiting", 0L);
  }

  /** For people. */
  List<String> lines() {
    return open.stream().map(this::line).toList();
  }

  private String line(OpenParcels parcels) {
    String since = TIME.format(parcels.since());
    if (parcels.state() == Parcel.State.KEPT) {
      return texts.say("open.kept", parcels.count(), since, reason(parcels));
    }
    String next =
        parcels
            .nextAt()
            .map(at -> texts.say("open.next", TIME.format(at)))
            .orElseGet(() -> texts.say("open.no.next"));
    return parcels.state() == Parcel.State.STUCK
        ? texts.say(
            "open.stuck", parcels.count(), parcels.channelId(), since, next, reason(parcels))
        : texts.say(
            "open.waiting", parcels.count(), parcels.channelId(), since, next, reason(parcels));
  }

  private String reason(OpenParcels parcels) {
    if (parcels.problem().isEmpty()) {
      return texts.say("open.not.tried");
    }
    if (parcels.state() == Parcel.State.KEPT) {
      return texts.say("kept." + parcels.problem().get());
    }
    return ChannelWords.of(parcels.partnerId(), parcels.problem().get(), parcels.details(), texts);
  }

  /** For programs. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    for (OpenParcels parcels : open) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("state", parcels.state().name().toLowerCase(Locale.ROOT));
      row.put("channel", parcels.channelId());
      row.put("count", parcels.count());
      row.put("since", time(parcels.since()));
      row.put("next_at", parcels.nextAt().map(OpenAnswers::time).orElse(null));
      row.put("problem", parcels.problem().orElse(null));
      row.put("message", reason(parcels));
      row.put("parcel", parcels.parcelId());
      rows.add(row);
    }
    return rows;
  }

  private static String time(java.time.Instant instant) {
    return instant.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
