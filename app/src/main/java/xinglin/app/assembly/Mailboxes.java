package xinglin.app.assembly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.Collected;
import xinglin.routes.imap.ImapChannels;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ImapChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.raw.RawStore;

/** The mailboxes of the office and of partners; how each did is booked. */
final class Mailboxes {
  private final Workplace place;

  Mailboxes(Workplace place) {
    this.place = place;
  }

  /** The office's first. */
  List<ImapChannel> list() {
    List<ImapChannel> channels = new ArrayList<>();
    place.settings().mail().imap().ifPresent(channels::add);
    channels.addAll(place.directory().imap());
    return channels;
  }

  /** Fetches once from every mailbox that is asked for. */
  Collected collectOnce(RawStore raw, Progress progress, Predicate<String> which) {
    List<ImapChannel> channels =
        list().stream().filter(channel -> which.test(channel.id())).toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    ImapChannels.Round round =
        new ImapChannels(
                channels,
                raw,
                place.ledger(),
                place.settings().limits().bytes(),
                place.home().inbox(),
                Moments.unwatched())
            .collectOnce(progress, System.getenv());
    ChannelLedger ledger = new ChannelLedger(place.database());
    Instant now = place.clock().instant();
    for (ImapChannel channel : channels) {
      Optional<DeliveryException> failure = Optional.ofNullable(round.failures().get(channel.id()));
      Optional<DeliveryException> problem =
          failure.or(() -> Optional.ofNullable(round.warnings().get(channel.id())));
      ledger.book(
          new ChannelUse(
              channel.id(),
              channel.partner(),
              now,
              failure.isPresent() ? Optional.empty() : Optional.of(now),
              problem.map(PartnerChannels::code),
              PartnerChannels.details(problem)));
    }
    return new Collected(round.deliveries(), round.leftBehind());
  }
}
