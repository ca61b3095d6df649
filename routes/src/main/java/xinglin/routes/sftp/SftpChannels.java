package xinglin.routes.sftp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.routes.round.GroupCollector;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * The SFTP channels of all partners, known by their partners. They are fetched from side by side;
 * one that fails or hangs holds up nobody.
 *
 * @param notes folder where arrival times are noted while files are taken
 * @param temporary folder for what was fetched of large files
 * @param allowances what partners may still deliver today
 * @param moments told how far it is; for tests
 */
public record SftpChannels(
    List<SftpChannel> channels,
    KnownHosts known,
    RawStore raw,
    Ledger ledger,
    Clock clock,
    Path notes,
    Path temporary,
    Allowances allowances,
    Moments moments)
    implements ChannelRound.Kind<SftpChannel> {
  private static final int AT_ONCE = 16;

  public SftpChannels {
    channels = List.copyOf(channels);
  }

  /** Fetches once from every channel. */
  public ChannelRound.Outcome collectOnce(Progress progress) {
    return collectOnce(progress, ChannelRound.LONGEST);
  }

  ChannelRound.Outcome collectOnce(Progress progress, Duration longest) {
    return new ChannelRound("collect.sftp", AT_ONCE, SftpCollector.GROUPS, longest)
        .collectOnce(channels, this, progress);
  }

  @Override
  public String key(SftpChannel channel) {
    return channel.partner();
  }

  @Override
  public String place(SftpChannel channel) {
    return channel.server();
  }

  @Override
  public GroupCollector<?, ?> open(SftpChannel channel) {
    return new SftpCollector(
        channel,
        known,
        raw,
        ledger,
        clock,
        notes.resolve("." + channel.partner() + ".arrivals.json"),
        temporary.resolve("sftp").resolve(channel.partner()),
        allowances.of(channel.partner()),
        moments);
  }
}
