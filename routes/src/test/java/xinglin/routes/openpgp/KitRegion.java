package xinglin.routes.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.agreement.Reception;
import xinglin.jobs.exchange.answer.PackageAnswers;
import xinglin.jobs.exchange.desk.PackageContents;
import xinglin.jobs.exchange.desk.PackageDesk;
import xinglin.jobs.exchange.desk.PackageOpener;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.pack.PackageLimits;
import xinglin.jobs.unpack.Unpacked;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;
import xinglin.warehouse.raw.RawStore;

/** The receiver of the conformance kit, 320000, without the judging of rows. */
final class KitRegion {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private final Home home;
  private final RawStore raw;
  private final Ledger deliveries;
  private final PackageLedger ledger;
  private final PackageDesk desk;
  private final PackageContents contents;
  private final PackageAnswers answers;
  private int nights;

  KitRegion(Path folder) throws IOException {
    home = Home.openOrCreate(folder.resolve("home"));
    raw = new RawStore(home);
    StateDatabase database = StateDatabase.open(home);
    deliveries = new Ledger(database);
    ledger = new PackageLedger(database);
    Path keys = Files.createDirectories(folder.resolve("keys"));
    OpenPgpSealing sealing =
        TestKeys.sealing(
            keys,
            List.of(new TestKeys(keys).own("320000-2024", "2024-01-01", "")),
            TestKeys.partner("310000", "310000-2024", "2024-01-01", "2025-02-28"),
            TestKeys.partner("310000", "310000-2025", "2025-01-15", ""),
            TestKeys.partner("330000", "330000-2024", "2024-01-01", ""));
    Agreements agreements =
        new Agreements(
            Optional.of("320000"),
            List.of(
                agreement("310000", Identities.Form.values()),
                agreement("330000", Identities.Form.NONE)));
    desk =
        new PackageDesk(
            home,
            raw,
            ledger,
            new PackageOpener(sealing, agreements, Profiles.load(), PackageLimits.standard()));
    contents = new PackageContents(ledger);
    answers =
        new PackageAnswers(
            home,
            raw,
            deliveries,
            ledger,
            sealing,
            agreements,
            (dataId, sink) -> {},
            Optional.empty(),
            DEFINITIONS.checks()::finding);
  }

  private static Agreement agreement(String region, Identities.Form... forms) {
    Reception reception = new Reception(EnumSet.copyOf(List.of(forms)), true, false);
    return new Agreement(region, region, Map.of("yrd-pen-1", reception, "yrd-lead-1", reception));
  }

  /** A file arrives from a partner. */
  Envelope arrive(String partner, String name, byte[] bytes, OffsetDateTime at) {
    try (RawGroup group = raw.begin()) {
      Envelope envelope =
          group.add(
              Arrival.ofFile(partner, "inbox", name, at.toInstant()),
              new ByteArrayInputStream(bytes));
      group.commit();
      deliveries.receive(List.of(envelope));
      return envelope;
    }
  }

  /** What a night does with packages. */
  void night(List<Envelope> arrived) {
    String runId = "night-" + ++nights;
    desk.decide(runId, arrived);
    desk.decide(runId, arrived);
    for (Envelope envelope : arrived) {
      List<Envelope> inside = new ArrayList<>();
      for (Unpacked one : contents.apply(envelope).orElseThrow()) {
        if (!one.envelope().equals(envelope)) {
          inside.add(one.envelope());
        }
      }
      deliveries.receiveInside(runId, inside);
    }
    answers.write(runId);
    answers.write(runId);
  }

  Path outbox() {
    return home.outbox();
  }
}
