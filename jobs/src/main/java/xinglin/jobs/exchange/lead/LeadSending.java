package xinglin.jobs.exchange.lead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.send.OutgoingPackages;
import xinglin.jobs.exchange.send.Shipment;
import xinglin.schemas.value.Period;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lead.LeadChoice;
import xinglin.warehouse.lead.LeadReceiver;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.seal.PartyKey;

/**
 * Sends what the registers ask of a region and answer to it: in the night after the register came,
 * whatever the rhythm of other packages, and nothing if nothing is new. One caller at a time, under
 * the lock of the home.
 */
public final class LeadSending {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Home home;
  private final OutgoingPackages outgoing;
  private final LeadBook book;
  private final LeadChoice choice;
  private final Known known;

  /**
   * What is known of regions.
   *
   * @param own id of this region in packages
   * @param divisions of partners by id: where leads for them happen unless the agreement says so
   * @param keys the key shared with a partner, for agreements that key identities
   * @param compoundSurnames surnames of two characters
   */
  public record Known(
      String own,
      Function<String, Optional<String>> divisions,
      Function<Sending, PartyKey> keys,
      List<String> compoundSurnames) {
    public Known {
      compoundSurnames = List.copyOf(compoundSurnames);
    }
  }

  public LeadSending(
      Home home, OutgoingPackages outgoing, LeadBook book, LeadChoice choice, Known known) {
    this.home = home;
    this.outgoing = outgoing;
    this.book = book;
    this.choice = choice;
    this.known = known;
  }

  /**
   * Makes a package of what is new for one partner.
   *
   * @param published the published file of this night
   * @param now when packages are made
   * @return packages made
   * @throws xinglin.warehouse.failure.DeliveryException if a key is missing or the disk fails; done
   *     again it goes on
   */
  public List<PackageEntry> send(Sending sending, Path published, Instant now) {
    List<PackageEntry> made =
        new ArrayList<>(
            outgoing.takeUp(sending.partner(), sending.region(), sending.profile(), now));
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(home.temporary()),
              "leads",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path data = folder.resolve(LeadBook.DATA);
      try {
        Optional<Period> period =
            choice.write(
                published,
                receiver(sending),
                book.parts(sending.region()),
                LocalDate.ofInstant(now, ZONE),
                data);
        if (period.isPresent()) {
          made.add(outgoing.make(shipment(sending, period.get(), data), now));
        }
      } finally {
        Files.deleteIfExists(data);
        Files.deleteIfExists(folder);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make leads for " + sending.partner(), e);
    }
  }

  private LeadReceiver receiver(Sending sending) {
    boolean isKeyed = sending.identities().form() == Identities.Form.KEYED;
    return new LeadReceiver(
        known.own(),
        sending.region(),
        sending.divisions().isEmpty()
            ? known.divisions().apply(sending.partner()).stream().toList()
            : sending.divisions(),
        sending.practiceTypes(),
        sending.since(),
        sending.until(),
        sending.leaveOut(),
        sending.identities().form().code(),
        isKeyed ? Optional.of(known.keys().apply(sending)) : Optional.empty(),
        known.compoundSurnames());
  }

  private static Shipment shipment(Sending sending, Period period, Path data) {
    return new Shipment(
        sending.partner(),
        sending.region(),
        sending.profile(),
        sending.identities(),
        period.start(),
        period.end(),
        Optional.empty(),
        data,
        Optional.empty(),
        Map.of(LeadBook.DATA, data));
  }
}
