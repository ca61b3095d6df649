package xinglin.app.assembly;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.settings.PartnerDirectory;
import xinglin.app.settings.PartnerExchange;
import xinglin.app.settings.PartnerFiles;
import xinglin.app.settings.Settings;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.lead.LeadBook;
import xinglin.jobs.exchange.lead.LeadReading;
import xinglin.jobs.load.DocumentReader;
import xinglin.jobs.load.LoadSettings;
import xinglin.jobs.load.Partner;
import xinglin.jobs.load.Partners;
import xinglin.routes.arrival.Allowances;
import xinglin.routes.openpgp.KeyRing;
import xinglin.routes.openpgp.TrustedKeys;
import xinglin.routes.partner.ImapChannel;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.schedule.Schedule;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.exchange.profile.Profiles;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.judge.SetCheckProof;
import xinglin.warehouse.lead.LeadJudge;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.penalty.PenaltyJudge;
import xinglin.warehouse.raw.RawStore;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.seal.RestrictedKey;

/** A home with its settings, partners, definitions and state, read once for a command. */
public record Workplace(
    Home home,
    Settings settings,
    PartnerDirectory directory,
    Definitions definitions,
    StateDatabase database,
    Clock clock) {

  /**
   * Opens the home in a folder, making it if it is not there.
   *
   * @throws DefinitionException with all mistakes of settings, partners and definitions together
   */
  public static Workplace openOrCreate(Path folder, Clock clock) {
    return of(Home.openOrCreate(folder), clock);
  }

  /** Opens an existing home. */
  public static Workplace open(Path folder, Clock clock) {
    return of(Home.open(folder), clock);
  }

  private static Workplace of(Home home, Clock clock) {
    Problems problems = new Problems();
    Settings settings = Settings.read(home.root(), problems);
    PartnerDirectory directory = PartnerFiles.read(home.root(), settings.perPartner(), problems);
    Definitions definitions = definitions(home, problems);
    directory.checkSends(settings.exchange().own(), problems);
    directory.checkDivisions(code -> definitions.divisions().find(code).isPresent(), problems);
    settings.reminders().checkCampaigns(definitions.campaigns(), problems);
    SetCheckProof.check(definitions, HistoryWording.rules(definitions), home.temporary(), problems);
    problems.check();
    return new Workplace(home, settings, directory, definitions, StateDatabase.open(home), clock);
  }

  private static Definitions definitions(Home home, Problems problems) {
    try {
      return Definitions.load(Optional.of(home.config()));
    } catch (DefinitionException wrong) {
      problems.addAll(wrong.problems());
      problems.check();
      throw wrong;
    }
  }

  /** The same home by other definitions. */
  public Workplace with(Definitions other) {
    return new Workplace(home, settings, directory, other, database, clock);
  }

  public Partners partners() {
    return directory.partners();
  }

  /** Channels that say themselves when they want to be asked, by channel id. */
  public Map<String, Schedule> schedules() {
    Map<String, Schedule> schedules = new HashMap<>(directory.schedules());
    settings
        .mail()
        .imapSchedule()
        .ifPresent(schedule -> schedules.put(ImapChannel.OFFICE + "/imap", schedule));
    return schedules;
  }

  /** Whether no mail can leave: neither the office nor a partner has a server for it. */
  public boolean hasNoMailServer() {
    return Dispatch.smtp(this).isEmpty();
  }

  /** Host keys that were accepted. */
  public KnownHosts knownHosts() {
    return new KnownHosts(home.partners().resolve(PartnerFiles.KNOWN_HOSTS));
  }

  /** What partners may still deliver today. */
  Allowances allowances() {
    return new Allowances(
        directory.limits(),
        settings.perPartner(),
        partner -> partners().findById(partner).map(Partner::addresses).orElse(List.of()),
        ledger(),
        clock);
  }

  /** Keys of this region and those of partners that were accepted. */
  public KeyRing keys() {
    return new KeyRing(
        settings.exchange().keys(),
        directory.exchanges().stream().flatMap(one -> one.keys().stream()).toList(),
        trustedKeys(),
        System.getenv());
  }

  /** Signing keys that were accepted. */
  public TrustedKeys trustedKeys() {
    return new TrustedKeys(home.partners().resolve(PartnerFiles.KNOWN_KEYS));
  }

  /** What is agreed with partner regions. */
  public Agreements agreements() {
    return new Agreements(
        settings.exchange().own(),
        directory.exchanges().stream().map(PartnerExchange::agreement).toList());
  }

  public Ledger ledger() {
    return new Ledger(database);
  }

  /** The form engine as it reads this home's deliveries. */
  public DocumentReader reader() {
    return reader(Optional.empty());
  }

  /**
   * As {@link #reader()}, as if one check were not there.
   *
   * @param off code of the check
   */
  public DocumentReader reader(Optional<String> off) {
    return new EngineReader(new FormEngine(definitions, off), partners(), Pseudonyms.of(home));
  }

  /** What judging by history asks of the definitions. */
  public JudgingRules judging() {
    return HistoryWording.rules(definitions);
  }

  LoadSettings loadSettings(DocumentReader reader) {
    return new LoadSettings(
        clock,
        definitions.digest(),
        formId -> definitions.accumulation(formId),
        submission ->
            submission
                .formId()
                .map(form -> definitions.title(form, submission.edition().orElse("")))
                .orElse(""),
        submission ->
            submission
                .formId()
                .flatMap(
                    form ->
                        definitions.dueOn(
                            form,
                            submission.reporterCode(),
                            submission.period(),
                            Optional.empty())),
        judging(),
        reader,
        settings.limits(),
        settings.threads(),
        partners(),
        settings.registeredOnly(),
        penaltyJudge(),
        leadReading());
  }

  private LeadReading leadReading() {
    return new LeadReading(
        new RawStore(home),
        new LeadJudge(
            home.temporary(),
            definitions,
            Profiles.load().get("yrd-lead-1"),
            definitions.checks()::finding),
        partner -> partners().senderDivision(partner, Optional.empty()),
        new LeadBook(home, new PackageLedger(database)));
  }

  /** Reads sheets of penalty records. */
  public PenaltyJudge penaltyJudge() {
    return new PenaltyJudge(
        home.temporary(),
        definitions,
        definitions.checks()::finding,
        () -> PartyKey.of(RestrictedKey.of(home, System.getenv())));
  }
}
