package xinglin.jobs.exchange.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import xinglin.jobs.answer.OutboxFiles;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.ManifestJson;
import xinglin.jobs.exchange.pack.PackageName;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Answer;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;

/**
 * Makes packages and puts them on their way. A package gets its number by lying whole in {@code
 * sent/}; what a kill left unbooked there is taken up as it is, so no number ever stands for two
 * contents. One caller at a time, under the lock of the home.
 */
public final class OutgoingPackages {
  /** Of entries in the outbox. */
  private static final String KIND = "package";

  private static final String PRODUCER = "Xinglin 0.1.0";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZONE);
  private final String own;
  private final Home home;
  private final KeptPackages kept;
  private final PackageLedger packages;
  private final Ledger outbox;
  private final Sealing sealing;
  private final Profiles profiles;
  private final Consumer<Stage> watch;

  /** How far a package has come. */
  public enum Stage {
    /** It lies in {@code sent/}. */
    KEPT,
    /** Its sealed file lies in the outbox. */
    SEALED,
    /** The ledger knows it. */
    BOOKED
  }

  /**
   * @param own id of this region in packages
   * @param watch told after each stage of each package
   */
  public OutgoingPackages(
      String own,
      Home home,
      PackageLedger packages,
      Ledger outbox,
      Sealing sealing,
      Consumer<Stage> watch) {
    this.own = own;
    this.home = home;
    this.kept = new KeptPackages(home);
    this.packages = packages;
    this.outbox = outbox;
    this.sealing = sealing;
    this.profiles = Profiles.load();
    this.watch = watch;
  }

  /** What was sent of a profile to a region, by number. */
  public List<PackageEntry> sent(String region, String profile) {
    return packages.stream(Direction.OUT, own, region, profile);
  }

  /**
   * Where packages of a profile for a partner are kept; what else is known of them may lie there.
   */
  Path folder(String partner, String profile) {
    return kept.stream(partner, profile);
  }

  /** Files kept under one name beside all packages sent of a profile to a region. */
  public List<Path> beside(String partner, String region, String profile, String name) {
    return kept.beside(
        partner,
        profile,
        sent(region, profile).stream().map(PackageEntry::packageId).toList(),
        name);
  }

  /**
   * Books packages that a kill left made but unbooked. To be called before it is decided what to
   * send next.
   *
   * @throws SealingException if a key is missing
   */
  public List<PackageEntry> takeUp(String partner, String region, String profile, Instant now) {
    List<PackageEntry> taken = new ArrayList<>();
    try {
      for (Optional<KeptPackages.Kept> next = next(partner, region, profile);
          next.isPresent();
          next = next(partner, region, profile)) {
        taken.add(book(partner, next.get(), now));
      }
    } catch (IOException e) {
      throw disk("take up packages for " + partner, e);
    }
    return taken;
  }

  private Optional<KeptPackages.Kept> next(String partner, String region, String profile)
      throws IOException {
    return kept.find(partner, profile, sent(region, profile).size() + 1);
  }

  /**
   * Makes the next package of a stream, keeps it, seals it and books it: dispatch sends it.
   *
   * @param now when it is made
   * @throws SealingException if a key is missing; the package is kept and taken up later
   * @throws IllegalStateException if the data part is not as the profile says
   */
  public PackageEntry make(Shipment shipment, Instant now) {
    List<PackageEntry> former = sent(shipment.region(), shipment.profile());
    Profile profile = profiles.get(shipment.profile());
    Manifest draft =
        new Manifest(
            shipment.profile(),
            Manifest.SUITE,
            own,
            shipment.region(),
            former.size() + 1,
            former.isEmpty()
                ? Optional.empty()
                : former.get(former.size() - 1).content().map(Content::digest),
            now.atZone(ZONE).toOffsetDateTime().withNano(0),
            shipment.from(),
            shipment.to(),
            shipment.identities(),
            0,
            Map.of(),
            Map.of(),
            List.of(),
            Optional.of(PRODUCER));
    try {
      KeptPackages.Kept made = kept.make(shipment, draft, profile);
      watch.accept(Stage.KEPT);
      return book(shipment.partner(), made, now);
    } catch (RefusedException e) {
      throw new IllegalStateException(
          "Cannot pack data that is not as " + profile.id() + " says: " + e.issue().code(), e);
    } catch (IOException e) {
      throw disk("make a package for " + shipment.partner(), e);
    }
  }

  private PackageEntry book(String partner, KeptPackages.Kept made, Instant now)
      throws IOException {
    Manifest manifest = made.manifest();
    Path sealed = seal(partner, made, now);
    watch.accept(Stage.SEALED);
    PackageEntry entry =
        new PackageEntry(
            made.name(),
            Direction.OUT,
            partner,
            made.name(),
            Digests.hexOf(sealed),
            Files.size(sealed),
            manifest.created().toInstant(),
            State.SEALED,
            Optional.of(
                new Content(
                    manifest.sender(),
                    manifest.receiver(),
                    manifest.profile(),
                    manifest.sequence(),
                    made.digest(),
                    manifest.previous(),
                    new String(ManifestJson.write(manifest), StandardCharsets.UTF_8))),
            Optional.empty(),
            Optional.empty(),
            made.scheduled().map(day -> day.atStartOfDay(ZONE).toInstant()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    packages.made(entry, waiting(entry, sealed, now));
    watch.accept(Stage.BOOKED);
    return entry;
  }

  /**
   * Puts a package on its way again as it is, sealed anew with the keys of the day. One that still
   * waits to be sent is left alone.
   *
   * @return whether it was sealed anew
   * @throws SealingException if a key is missing
   */
  public boolean reseal(PackageEntry entry, Instant at) {
    if (packages.unsent(prefix(entry)) > 0) {
      return false;
    }
    Content content = entry.content().orElseThrow();
    try {
      KeptPackages.Kept made =
          kept.find(entry.partnerId(), content.profile(), content.sequence())
              .filter(known -> known.digest().equals(content.digest()))
              .orElseThrow(() -> new IOException("it is no longer kept"));
      outbox.answer(List.of(waiting(entry, seal(entry.partnerId(), made, at), at)));
      return true;
    } catch (IOException e) {
      throw disk("seal package " + entry.packageId() + " anew", e);
    }
  }

  private Path seal(String partner, KeptPackages.Kept made, Instant at) throws IOException {
    Path folder =
        home.outbox()
            .resolve(OutboxFiles.folderName(partner))
            .resolve("packages")
            .resolve(made.name() + "." + STAMP.format(at));
    KeptPackages.createClosed(folder);
    Path sealed = folder.resolve(made.name() + PackageName.ZIP + PackageName.SEALED);
    Path draft = folder.resolve(".sealing");
    sealing.seal(made.zip(), made.name() + PackageName.ZIP, partner, at, draft);
    DurableFiles.force(draft);
    Files.move(draft, sealed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    DurableFiles.force(folder);
    return sealed;
  }

  private static String prefix(PackageEntry entry) {
    return entry.partnerId() + "/" + entry.packageId() + ".";
  }

  private Answer waiting(PackageEntry entry, Path sealed, Instant at) {
    String id = prefix(entry) + STAMP.format(at);
    return new Answer(id, id, KIND, home.root().relativize(sealed).toString(), at);
  }

  private static DeliveryException disk(String what, IOException e) {
    return new DeliveryException(
        "Cannot " + what + ": " + e.getMessage(), DeliveryException.Retry.SAFE, e);
  }
}
