package xinglin.jobs.exchange.lead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.jobs.exchange.send.OutgoingPackages;
import xinglin.jobs.exchange.send.Shipment;
import xinglin.schemas.value.Period;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lead.LeadChoice;
import xinglin.warehouse.lead.LeadReceiver;

/**
 * Sends what the registers ask of a region and answer to it: in the night after the register came,
 * and nothing if nothing is new. One caller at a time, under the lock of the home.
 */
public final class LeadSending {
  private static final Logger LOG = LoggerFactory.getLogger(LeadSending.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Home home;
  private final OutgoingPackages outgoing;
  private final LeadBook book;
  private final LeadChoice choice;

  public LeadSending(Home home, OutgoingPackages outgoing, LeadBook book, LeadChoice choice) {
    this.home = home;
    this.outgoing = outgoing;
    this.book = book;
    this.choice = choice;
  }

  /**
   * Makes a package of what is new for a region; without a key it waits for the next night.
   *
   * @param published file that was published last
   * @return whether there was anything
   */
  public boolean send(
      String partner, LeadReceiver receiver, Identities identities, Path published, Instant now) {
    try {
      outgoing.takeUp(partner, receiver.region(), LeadBook.PROFILE, now);
      return make(partner, receiver, identities, published, now);
    } catch (SealingException e) {
      LOG.error("Leads for {} wait for the next night", partner, e);
      return false;
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot make a package of leads for " + partner, DeliveryException.Retry.SAFE, e);
    }
  }

  private boolean make(
      String partner, LeadReceiver receiver, Identities identities, Path published, Instant now)
      throws SealingException, IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(home.temporary()), "leads");
    Path data = folder.resolve(LeadBook.DATA);
    try {
      Optional<Period> period =
          choice.write(
              published,
              receiver,
              book.parts(receiver.region()),
              LocalDate.ofInstant(now, ZONE),
              data);
      if (period.isEmpty()) {
        return false;
      }
      outgoing.make(
          new Shipment(
              partner,
              receiver.region(),
              LeadBook.PROFILE,
              identities,
              period.get().start(),
              period.get().end(),
              Optional.empty(),
              data,
              Optional.empty(),
              Map.of(LeadBook.DATA, data)),
          now);
      return true;
    } finally {
      Files.deleteIfExists(data);
      Files.deleteIfExists(folder);
    }
  }
}
