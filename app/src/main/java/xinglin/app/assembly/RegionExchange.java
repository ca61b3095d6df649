package xinglin.app.assembly;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import xinglin.app.assembly.send.RegionSends;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.answer.BareJudgements;
import xinglin.jobs.exchange.answer.PackageAnswers;
import xinglin.jobs.exchange.answer.PenaltyJudgements;
import xinglin.jobs.exchange.answer.RowJudgements;
import xinglin.jobs.exchange.bare.BareDesk;
import xinglin.jobs.exchange.desk.Exchange;
import xinglin.jobs.exchange.desk.ExchangeOnly;
import xinglin.jobs.exchange.desk.PackageContents;
import xinglin.jobs.exchange.desk.PackageDesk;
import xinglin.jobs.exchange.desk.PackageOpener;
import xinglin.jobs.exchange.pack.PackageLimits;
import xinglin.jobs.exchange.returned.Correspondence;
import xinglin.jobs.exchange.returned.ResendRequests;
import xinglin.jobs.exchange.returned.Resending;
import xinglin.jobs.exchange.returned.Resends;
import xinglin.jobs.exchange.returned.ReturnDesk;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.exchange.send.OutgoingPackages;
import xinglin.routes.openpgp.OpenPgpSealing;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.ReturnLedger;
import xinglin.warehouse.penalty.BareSheets;
import xinglin.warehouse.penalty.RowVerdicts;
import xinglin.warehouse.raw.RawStore;

/** Puts together what a home needs to exchange packages; nothing if its settings name no id. */
final class RegionExchange {
  private RegionExchange() {}

  /** Makes packages for partner regions and puts them on their way. */
  static Optional<OutgoingPackages> outgoing(Workplace place) {
    return place
        .agreements()
        .own()
        .map(
            own ->
                new OutgoingPackages(
                    own,
                    place.home(),
                    new PackageLedger(place.database()),
                    place.ledger(),
                    new OpenPgpSealing(place.keys()),
                    stage -> {}));
  }

  static Optional<Exchange> of(Workplace place, Lake lake) {
    Agreements agreements = place.agreements();
    if (agreements.own().isEmpty()) {
      return Optional.empty();
    }
    RawStore raw = new RawStore(place.home());
    PackageLedger ledger = new PackageLedger(place.database());
    Sealing sealing = new OpenPgpSealing(place.keys());
    PackageOpener opener =
        new PackageOpener(sealing, agreements, Profiles.load(), PackageLimits.standard());
    Profiles profiles = Profiles.load();
    RowJudgements judgements =
        judgements(place, lake, "penalty_source", profiles.get("yrd-pen-1"))
            .and(judgements(place, lake, "lead_record", profiles.get("yrd-lead-1")));
    BareSheets sheets = new BareSheets(place.home(), lake);
    PackageAnswers answers =
        new PackageAnswers(
            place.home(),
            raw,
            place.ledger(),
            ledger,
            sealing,
            agreements,
            judgements,
            Optional.of(
                new BareJudgements(
                    new RowVerdicts(place.home(), lake, "penalty_source"),
                    sheets,
                    code -> place.definitions().checks().get(code).title())),
            place.definitions().checks()::finding);
    ReturnLedger returns = new ReturnLedger(place.database());
    return Optional.of(
        new Exchange(
            new PackageDesk(place.home(), raw, ledger, opener),
            new PackageContents(ledger),
            answers,
            new ReturnDesk(raw, ledger, returns, sealing, agreements),
            new BareDesk(
                place.ledger(),
                ledger,
                agreements,
                new Decider(place.home(), lake, place.judging()),
                sheets),
            new Correspondence(
                new Resends(ledger, returns, resending(place)),
                new ResendRequests(
                    place.home(), place.ledger(), ledger, returns, sealing, agreements)),
            new ExchangeOnly(ledger, returns, agreements)));
  }

  /** Makes the packages of a night; returns how many. What fails is told by {@code status}. */
  static long send(Workplace place, Lake lake, Path published, Instant now) {
    Optional<OutgoingPackages> outgoing = outgoing(place);
    if (outgoing.isEmpty()) {
      return 0;
    }
    RegionSends.Result result = new RegionSends(place, lake, outgoing.get()).make(published, now);
    ChannelBook book = new ChannelBook(place);
    result.failures().forEach((channel, failure) -> book.used(channel, failure, Optional.empty()));
    return result.made();
  }

  private static Resending resending(Workplace place) {
    return (entry, at) -> outgoing(place).orElseThrow().reseal(entry, at);
  }

  private static RowJudgements judgements(
      Workplace place, Lake lake, String table, Profile profile) {
    return new PenaltyJudgements(
        new RowVerdicts(place.home(), lake, table),
        profile,
        code -> place.definitions().checks().get(code).title());
  }
}
