package xinglin.app.assembly;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.collect.Collected;
import xinglin.routes.folder.FolderChannels;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.round.ChannelRound;
import xinglin.routes.sftp.SftpChannels;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.raw.RawStore;

/**
 * The channels of all partners of a home. How each did is booked, so that {@code status} can tell;
 * one that fails does not fail the night.
 */
public final class PartnerChannels {
  private final Workplace place;
  private final ChannelBook book;

  public PartnerChannels(Workplace place) {
    this.place = place;
    this.book = new ChannelBook(place);
  }

  /** Ids of all channels from which deliveries are fetched, for example {@code 320303/sftp}. */
  public List<String> ids() {
    return Stream.of(
            place.directory().sftp().stream().map(PartnerChannels::id),
            place.directory().folders().stream().map(PartnerChannels::id),
            new Mailboxes(place).list().stream().map(ImapChannel::id))
        .flatMap(ids -> ids)
        .toList();
  }

  private static String id(SftpChannel channel) {
    return channel.partner() + "/sftp";
  }

  private static String id(FolderChannel channel) {
    return channel.partner() + "/folder";
  }

  /**
   * Fetches once from every channel that is asked for; several calls for different channels may run
   * at the same time.
   *
   * @param which channel ids
   */
  public Collected collectOnce(RawStore raw, Progress progress, Predicate<String> which) {
    Allowances allowances = place.allowances();
    Collected mail = new Mailboxes(place).collectOnce(raw, progress, which, allowances);
    Collected folders = collectFolders(raw, progress, which, allowances);
    return collectSftp(raw, progress, which, allowances).with(folders).with(mail);
  }

  private Collected collectSftp(
      RawStore raw, Progress progress, Predicate<String> which, Allowances allowances) {
    List<SftpChannel> channels =
        place.directory().sftp().stream()
            .filter(channel -> which.test(id(channel)))
            .sorted(Comparator.comparing(PartnerChannels::id, inTurn()))
            .toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    ChannelRound.Outcome round =
        new SftpChannels(
                channels,
                place.knownHosts(),
                raw,
                place.ledger(),
                place.clock(),
                place.home().inbox(),
                place.home().temporary(),
                allowances,
                Moments.unwatched())
            .collectOnce(progress);
    for (SftpChannel channel : channels) {
      book.used(
          id(channel),
          Optional.ofNullable(round.failures().get(channel.partner())),
          Optional.ofNullable(round.warnings().get(channel.partner())));
    }
    return new Collected(round.deliveries(), round.leftBehind());
  }

  private Collected collectFolders(
      RawStore raw, Progress progress, Predicate<String> which, Allowances allowances) {
    List<FolderChannel> channels =
        place.directory().folders().stream().filter(channel -> which.test(id(channel))).toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    ChannelRound.Outcome round =
        new FolderChannels(
                channels, raw, place.ledger(), place.clock(), place.home().inbox(), allowances)
            .collectOnce(progress);
    for (FolderChannel channel : channels) {
      book.used(
          id(channel),
          Optional.ofNullable(round.failures().get(channel.partner())),
          Optional.ofNullable(round.warnings().get(channel.partner())));
    }
    return new Collected(round.deliveries(), round.leftBehind());
  }

  /** Whoever waits longest comes first, servers that did not work the last time come last. */
  private Comparator<String> inTurn() {
    Map<String, ChannelUse> uses =
        new ChannelLedger(place.database())
            .list().stream().collect(Collectors.toMap(ChannelUse::channelId, use -> use));
    Comparator<String> works =
        Comparator.comparing(
            id ->
                Optional.ofNullable(uses.get(id))
                    .filter(use -> !use.workedAt().equals(Optional.of(use.checkedAt())))
                    .isPresent());
    return works.thenComparing(
        id ->
            Optional.ofNullable(uses.get(id)).flatMap(ChannelUse::workedAt).orElse(Instant.EPOCH));
  }
}
