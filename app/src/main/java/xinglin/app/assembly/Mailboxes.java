package xinglin.app.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.load.Partner;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.collect.Collected;
import xinglin.routes.imap.ImapChannels;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.warehouse.raw.RawStore;

/** The mailboxes of the office and of partners; how each did is booked. */
final class Mailboxes {
  private static final String NOBODY = "local";
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

  /** Who may be meant by a sender; all that nobody registered are one. */
  private String partner(Optional<String> sender) {
    return sender.flatMap(place.partners()::findByAddress).map(Partner::id).orElse(NOBODY);
  }

  /** Fetches once from every mailbox that is asked for. */
  Collected collectOnce(
      RawStore raw, Progress progress, Predicate<String> which, Allowances allowances) {
    List<ImapChannel> channels =
        list().stream().filter(channel -> which.test(channel.id())).toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    ChannelRound.Outcome round =
        new ImapChannels(
                channels,
                raw,
                place.ledger(),
                place.settings().limits().bytes(),
                place.home().inbox(),
                sender -> allowances.of(partner(sender)),
                Moments.unwatched())
            .collectOnce(progress, System.getenv());
    ChannelBook book = new ChannelBook(place);
    for (ImapChannel channel : channels) {
      book.used(
          channel.id(),
          Optional.ofNullable(round.failures().get(channel.id())),
          Optional.ofNullable(round.warnings().get(channel.id())));
    }
    return new Collected(round.deliveries(), round.leftBehind());
  }
}
