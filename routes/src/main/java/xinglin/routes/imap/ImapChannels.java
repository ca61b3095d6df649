package xinglin.routes.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.routes.round.GroupCollector;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * All mailboxes, known by their channel ids. They are fetched from side by side; one that fails or
 * hangs holds up nobody.
 *
 * @param mostBytes of a message
 * @param allowances what a sender may still deliver today
 * @param notes folder for what a mailbox has to remember
 */
public record ImapChannels(
    List<ImapChannel> channels,
    RawStore raw,
    Ledger ledger,
    long mostBytes,
    Path notes,
    Function<Optional<String>, Allowance> allowances,
    Moments moments) {

  public ImapChannels {
    channels = List.copyOf(channels);
  }

  /** Fetches once from every mailbox. */
  public ChannelRound.Outcome collectOnce(Progress progress, Map<String, String> environment) {
    return collectOnce(progress, environment, ChannelRound.LONGEST);
  }

  ChannelRound.Outcome collectOnce(
      Progress progress, Map<String, String> environment, Duration longest) {
    return new ChannelRound("collect.imap", 8, 1, longest)
        .collectOnce(channels, new Mailboxes(environment), progress);
  }

  private final class Mailboxes implements ChannelRound.Kind<ImapChannel> {
    private final Map<String, String> environment;

    Mailboxes(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public String key(ImapChannel channel) {
      return channel.id();
    }

    @Override
    public String place(ImapChannel channel) {
      return channel.server().address();
    }

    @Override
    public GroupCollector<?, ?> open(ImapChannel channel) {
      Path noted = notes.resolve("." + channel.partner() + ".unmoved.json");
      return new ImapCollector(
          channel, raw, ledger, mostBytes, noted, allowances, moments, environment);
    }
  }
}
