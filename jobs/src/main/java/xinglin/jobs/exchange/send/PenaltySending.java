package xinglin.jobs.exchange.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.agreement.Rhythm;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.send.HeldLedger;
import xinglin.warehouse.send.PenaltyChoice;
import xinglin.warehouse.send.SendTerms;

/**
 * Makes the packages of penalties that are due: a package when the day of the agreed rhythm has
 * come, and one with nothing but changes in any night that knows of changes to what was sent.
 * Withdrawn decisions may be shown for three days at most (Administrative Penalty Law, article 48),
 * so they do not wait for a month to end.
 */
public final class PenaltySending {
  /** The profile of penalties. */
  public static final String PROFILE = "yrd-pen-1";

  /** Beside each package: what its receiver was told. */
  private static final String TOLD = "told.parquet";

  private static final String HELD = "held.csv";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Home home;
  private final Lake lake;
  private final OutgoingPackages outgoing;
  private final HeldLedger held;
  private final Known known;

  /**
   * What is known of regions.
   *
   * @param regions ids of all partners that are regions
   * @param sendings all agreements, of which those about penalties are used
   * @param keys the key shared with a partner, for agreements that key identities
   * @param compoundSurnames surnames of two characters
   */
  public record Known(
      Set<String> regions,
      List<Sending> sendings,
      Function<Sending, PartyKey> keys,
      List<String> compoundSurnames) {
    public Known {
      regions = Set.copyOf(regions);
      sendings = sendings.stream().filter(one -> one.profile().equals(PROFILE)).toList();
      compoundSurnames = List.copyOf(compoundSurnames);
    }
  }

  public PenaltySending(
      Home home, Lake lake, OutgoingPackages outgoing, HeldLedger held, Known known) {
    this.home = home;
    this.lake = lake;
    this.outgoing = outgoing;
    this.held = held;
    this.known = known;
  }

  /**
   * Makes what is due for one partner.
   *
   * @param published the published file of this night
   * @param now when packages are made
   * @return packages made
   * @throws DeliveryException if a key is missing or the disk fails; done again it goes on
   */
  public List<PackageEntry> send(Sending sending, Path published, Instant now) {
    List<PackageEntry> made =
        new ArrayList<>(
            outgoing.takeUp(sending.partner(), sending.region(), sending.profile(), now));
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    List<PackageEntry> former = outgoing.sent(sending.region(), sending.profile());
    LocalDate day = sending.rhythm().latest(today);
    boolean isDue =
        !today.isBefore(sending.since())
            && scheduled(former).filter(last -> !last.isBefore(day)).isEmpty();
    for (boolean goesOn = true; goesOn; ) {
      try (Drafts drafts = new Drafts();
          PenaltyChoice choice = choose(sending, published, isDue)) {
        boolean isEmptyDue = isDue && sending.rhythm().every() != Rhythm.Every.NIGHT;
        List<Path> told = new ArrayList<>(told(sending));
        goesOn = choice.isCut();
        if (choice.records() > 0 || (isEmptyDue && made.isEmpty())) {
          choice.write(drafts.data(), drafts.copy(), drafts.told(), purpose(sending));
          made.add(outgoing.make(shipment(sending, choice, former, isDue, day, drafts), now));
          told.add(drafts.told());
        }
        hold(sending, choice, told, now);
      }
    }
    return made;
  }

  private static Optional<LocalDate> scheduled(List<PackageEntry> former) {
    return former.stream()
        .flatMap(entry -> entry.turnAt().stream())
        .map(at -> LocalDate.ofInstant(at, ZONE))
        .max(LocalDate::compareTo);
  }

  private List<Path> told(Sending sending) {
    return outgoing.beside(sending.partner(), sending.region(), sending.profile(), TOLD);
  }

  private PenaltyChoice choose(Sending sending, Path published, boolean isDue) {
    return PenaltyChoice.of(
        home,
        lake,
        terms(sending),
        published,
        told(sending),
        known.sendings().stream().flatMap(one -> told(one).stream()).toList(),
        isDue);
  }

  private SendTerms terms(Sending sending) {
    boolean isKeyed = sending.identities().form() == Identities.Form.KEYED;
    return new SendTerms(
        Profiles.load().get(sending.profile()),
        known.regions(),
        sending.divisions(),
        sending.practiceTypes(),
        sending.unlicensedOnly(),
        sending.since(),
        sending.until(),
        sending.leaveOut(),
        sending.identities().form().code(),
        isKeyed ? Optional.of(known.keys().apply(sending)) : Optional.empty(),
        known.compoundSurnames());
  }

  private static String purpose(Sending sending) {
    String what = "package for " + sending.partner() + ", " + sending.identities().form().code();
    return sending.purpose().isEmpty() ? what : what + ": " + sending.purpose();
  }

  private Shipment shipment(
      Sending sending,
      PenaltyChoice choice,
      List<PackageEntry> former,
      boolean isDue,
      LocalDate day,
      Drafts drafts) {
    LocalDate from =
        former.stream()
            .filter(entry -> entry.turnAt().isPresent())
            .map(entry -> manifest(entry).to().plusDays(1))
            .max(LocalDate::compareTo)
            .orElse(sending.since());
    LocalDate to = day.minusDays(1);
    LocalDate first = isDue ? from : choice.firstDay().orElse(from);
    LocalDate last = isDue ? to : choice.lastDay().orElse(to);
    return new Shipment(
        sending.partner(),
        sending.region(),
        sending.profile(),
        sending.identities(),
        first,
        last.isBefore(first) ? first : last,
        isDue ? Optional.of(day) : Optional.empty(),
        drafts.data(),
        Optional.of(drafts.copy()),
        Map.of(TOLD, drafts.told()));
  }

  private static Manifest manifest(PackageEntry entry) {
    try {
      return ManifestJson.read(
          entry.content().orElseThrow().manifest().getBytes(StandardCharsets.UTF_8));
    } catch (RefusedException e) {
      throw new IllegalStateException("Cannot read the manifest of " + entry.packageId(), e);
    }
  }

  /** The log of what was held back stays in this home; its counts are for {@code status}. */
  private void hold(Sending sending, PenaltyChoice choice, List<Path> told, Instant now) {
    Path stream = outgoing.folder(sending.partner(), sending.profile());
    Path draft = stream.resolve("." + HELD + ".part");
    try {
      KeptPackages.createClosed(stream);
      Map<String, Long> counts = new LinkedHashMap<>(choice.writeHeld(draft, told));
      Files.move(draft, stream.resolve(HELD), StandardCopyOption.REPLACE_EXISTING);
      held.put(sending.partner(), sending.profile(), counts, now);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write what was held back: " + stream, e);
    }
  }

  /** Files of a package before it is one; only their owner may read them, and they go with it. */
  private final class Drafts implements AutoCloseable {
    private final Path folder;

    Drafts() {
      try {
        folder =
            Files.createTempDirectory(
                Files.createDirectories(home.temporary()),
                "package",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot use scratch space in " + home.temporary(), e);
      }
    }

    Path data() {
      return folder.resolve("data.csv");
    }

    Path copy() {
      return folder.resolve("copy.parquet");
    }

    Path told() {
      return folder.resolve(TOLD);
    }

    @Override
    public void close() {
      try (Stream<Path> inside = Files.list(folder)) {
        for (Path file : inside.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete " + folder, e);
      }
    }
  }
}
