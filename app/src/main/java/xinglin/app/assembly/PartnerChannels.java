package xinglin.app.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.Collected;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
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
    return Stream.concat(
            place.directory().sftp().stream().map(PartnerChannels::id),
            new Mailboxes(place).list().stream().map(ImapChannel::id))
        .toList();
  }

  private static String id(SftpChannel channel) {
    return channel.partner() + "/sftp";
  }

  /**
   * Fetches once from every channel that is asked for; several calls for different channels may run
   * at the same time.
   *
   * @param which channel ids
   */
  public Collected collectOnce(RawStore raw, Progress progress, Predicate<String> which) {
    Collected mail = new Mailboxes(place).collectOnce(raw, progress, which);
    return collectSftp(raw, progress, which).with(mail);
  }

  private Collected collectSftp(RawStore raw, Progress progress, Predicate<String> which) {
    List<SftpChannel> channels =
        place.directory().sftp().stream().filter(channel -> which.test(id(channel))).toList();
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
    ChannelLedger ledger = new ChannelLedger(place.database());
    Instant now = place.clock().instant();
    for (SftpChannel channel : channels) {
      Optional<DeliveryException> failure =
          Optional.ofNullable(round.failures().get(channel.partner()));
      Optional<DeliveryException> problem =
          failure.or(() -> Optional.ofNullable(round.warnings().get(channel.partner())));
      ledger.book(
          new ChannelUse(
              id(channel),
              channel.partner(),
              now,
              failure.isPresent() ? Optional.empty() : Optional.of(now),
              problem.map(PartnerChannels::code),
              details(problem)));
    }
    return new Collected(round.deliveries(), round.leftBehind());
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
