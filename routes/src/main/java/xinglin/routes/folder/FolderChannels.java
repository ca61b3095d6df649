package xinglin.routes.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.routes.round.GroupCollector;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * The folders of all partners on this machine, known by their partners. They are taken from side by
 * side; a share that fails or hangs holds up nobody.
 *
 * @param notes folder where arrival times are noted while files are taken
 * @param allowances what partners may still deliver today
 */
public record FolderChannels(
    List<FolderChannel> channels,
    RawStore raw,
    Ledger ledger,
    Clock clock,
    Path notes,
    Allowances allowances)
    implements ChannelRound.Kind<FolderChannel> {
  private static final ChannelRound ROUND =
      new ChannelRound("collect.folder", 4, 1, ChannelRound.LONGEST);

  public FolderChannels {
    channels = List.copyOf(channels);
  }

  /** Takes once from every folder. */
  public ChannelRound.Outcome collectOnce(Progress progress) {
    return ROUND.collectOnce(channels, this, progress);
  }

  @Override
  public String key(FolderChannel channel) {
    return channel.partner();
  }

  @Override
  public String place(FolderChannel channel) {
    return channel.path().toString();
  }

  @Override
  public GroupCollector<?, ?> open(FolderChannel channel) {
    return new FolderCollector(
        channel,
        raw,
        ledger,
        clock,
        notes.resolve("." + channel.partner() + ".folder-arrivals.json"),
        allowances.of(channel.partner()));
  }
}
