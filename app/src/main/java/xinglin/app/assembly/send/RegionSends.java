package xinglin.app.assembly.send;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.app.assembly.Workplace;
import xinglin.app.settings.PartnerExchange.Agreed;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.jobs.exchange.lead.LeadBook;
import xinglin.jobs.exchange.lead.LeadSending;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.jobs.exchange.send.OutgoingPackages;
import xinglin.jobs.exchange.send.PenaltySending;
import xinglin.jobs.load.Partner;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lead.LeadChoice;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.send.HeldLedger;

/** Makes the packages of a night, partner by partner: one that fails holds up no other. */
public final class RegionSends {
  /** Behind the partner's id: what packages are booked under among the channels. */
  private static final String CHANNEL = "/packages";

  private static final Logger LOG = LoggerFactory.getLogger(RegionSends.class);
  private final List<Agreed> agreed;
  private final PenaltySending penalties;
  private final LeadSending leads;

  public RegionSends(Workplace place, Lake lake, OutgoingPackages outgoing) {
    this.agreed =
        place.directory().exchanges().stream().flatMap(one -> one.sends().stream()).toList();
    this.penalties =
        new PenaltySending(
            place.home(),
            lake,
            outgoing,
            new HeldLedger(place.database()),
            new PenaltySending.Known(
                place.directory().exchanges().stream()
                    .map(one -> one.agreement().partner())
                    .collect(Collectors.toSet()),
                agreed.stream().map(Agreed::sending).toList(),
                this::key,
                place.definitions().matching().names().compoundSurnames()));
    this.leads =
        new LeadSending(
            place.home(),
            outgoing,
            new LeadBook(place.home(), new PackageLedger(place.database())),
            new LeadChoice(place.home(), lake, Profiles.load().get(LeadBook.PROFILE)),
            new LeadSending.Known(
                place.agreements().own().orElse(""),
                partner -> place.partners().findById(partner).flatMap(Partner::division),
                this::key,
                place.definitions().matching().names().compoundSurnames()));
  }

  /**
   * What became of the packages.
   *
   * @param made how many
   * @param failures by channel id; empty where all went well
   */
  public record Result(long made, Map<String, Optional<DeliveryException>> failures) {
    public Result {
      failures = Map.copyOf(failures);
    }
  }

  /**
   * Makes what is due.
   *
   * @param published the published file of this night
   * @param now start of the night
   */
  public Result make(Path published, Instant now) {
    long made = 0;
    Map<String, Optional<DeliveryException>> failures = new LinkedHashMap<>();
    for (Sending sending : agreed.stream().map(Agreed::sending).toList()) {
      String channel = sending.partner() + CHANNEL;
      try {
        made +=
            sending.profile().equals(LeadBook.PROFILE)
                ? leads.send(sending, published, now).size()
                : penalties.send(sending, published, now).size();
        failures.putIfAbsent(channel, Optional.empty());
      } catch (DeliveryException e) {
        LOG.error("Packages for {} wait for the next night", sending.partner(), e);
        failures.put(channel, Optional.of(told(e)));
      }
    }
    return new Result(made, failures);
  }

  /** Of what an operator can do something about, what that is. */
  private static DeliveryException told(DeliveryException failure) {
    if (!(failure instanceof SealingException sealing)) {
      return failure;
    }
    return switch (sealing.problem()) {
      case OWN_KEY_MISSING -> new ChannelException(Problem.OWN_KEY_MISSING);
      case PARTNER_KEY_MISSING -> new ChannelException(Problem.PARTNER_KEY_MISSING);
      case KEY_UNREADABLE, PASSPHRASE_WRONG ->
          new ChannelException(Problem.KEY_UNUSABLE, String.valueOf(sealing.getMessage()));
    };
  }

  private PartyKey key(Sending sending) {
    String text =
        agreed.stream()
            .filter(one -> one.sending().equals(sending))
            .flatMap(one -> one.key().stream())
            .findFirst()
            .map(secret -> secret.read(System.getenv()))
            .orElse("");
    try {
      return PartyKey.shared(
          HexFormat.of().parseHex(text.strip().toLowerCase(java.util.Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new ChannelException(
          Problem.SHARED_KEY_UNUSABLE, sending.identities().key().orElse(""));
    }
  }
}
