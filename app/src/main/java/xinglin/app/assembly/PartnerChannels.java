package xinglin.app.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.Collected;
import xinglin.routes.folder.FolderChannels;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpChannels;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.raw.RawStore;

/**
 * The channels of all partners of a home. How each did is booked, so that {@code status} can tell;
 * one that fails does not fail the night.
 */
public final class PartnerChannels {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Workplace place;

  public PartnerChannels(Workplace place) {
    this.place = place;
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
    Collected mail = new Mailboxes(place).collectOnce(raw, progress, which);
    Collected folders = collectFolders(raw, progress, which);
    return collectSftp(raw, progress, which).with(folders).with(mail);
  }

  private Collected collectSftp(RawStore raw, Progress progress, Predicate<String> which) {
    List<SftpChannel> channels =
        place.directory().sftp().stream()
            .filter(channel -> which.test(id(channel)))
            .sorted(Comparator.comparing(PartnerChannels::id, inTurn()))
            .toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    SftpChannels.Round round =
        new SftpChannels(
                channels,
                place.knownHosts(),
                raw,
                place.ledger(),
                place.clock(),
                place.home().inbox(),
                place.allowances(),
                Moments.unwatched())
            .collectOnce(progress);
    for (SftpChannel channel : channels) {
      book(id(channel), channel.partner(), round.failures(), round.warnings());
    }
    return new Collected(round.deliveries(), round.leftBehind());
  }

  private Collected collectFolders(RawStore raw, Progress progress, Predicate<String> which) {
    List<FolderChannel> channels =
        place.directory().folders().stream().filter(channel -> which.test(id(channel))).toList();
    if (channels.isEmpty()) {
      return new Collected(0, List.of());
    }
    FolderChannels.Round round =
        new FolderChannels(
                channels,
                raw,
                place.ledger(),
                place.clock(),
                place.home().inbox(),
                place.allowances())
            .collectOnce(progress);
    for (FolderChannel channel : channels) {
      book(id(channel), channel.partner(), round.failures(), round.warnings());
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

  /** What went wrong comes before what has to be said. */
  private void book(
      String channelId,
      String partner,
      Map<String, DeliveryException> failures,
      Map<String, ChannelException> warnings) {
    Instant now = place.clock().instant();
    Optional<DeliveryException> failure = Optional.ofNullable(failures.get(partner));
    Optional<DeliveryException> problem =
        failure.or(() -> Optional.ofNullable(warnings.get(partner)));
    new ChannelLedger(place.database())
        .book(
            new ChannelUse(
                channelId,
                partner,
                now,
                failure.isPresent() ? Optional.empty() : Optional.of(now),
                problem.map(PartnerChannels::code),
                details(problem)));
  }

  static String code(DeliveryException failure) {
    return failure instanceof ChannelException known ? known.problem().name() : "BROKEN_OFF";
  }

  static String details(Optional<DeliveryException> failure) {
    List<String> values =
        failure
            .map(
                one ->
                    one instanceof ChannelException known
                        ? known.values()
                        : List.of("", String.valueOf(one.getMessage())))
            .orElse(List.of());
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write what is wrong with a channel", e);
    }
  }
}
