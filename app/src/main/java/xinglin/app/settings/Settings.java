package xinglin.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import xinglin.jobs.open.Limits;
import xinglin.jobs.reminder.ReminderSettings;
import xinglin.routes.arrival.DayLimits;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * The settings of a home, {@code config/xinglin.yml}; every key may be left out.
 *
 * @param limits how much one file may ask for
 * @param threads files read at the same time
 * @param keepRuns published nights that stay
 * @param inboxPartner who a file in the inbox folder is from when nothing says so
 * @param registeredOnly whether deliveries of partners that are not in {@code config/partners} are
 *     quarantined
 * @param serve what the one long-lived process does, and when
 * @param mail the office's own mail
 * @param perPartner what a partner without limits of its own may deliver on a day
 * @param exchange this region among partner regions
 * @param reminders whether those who have not delivered are reminded
 */
public record Settings(
    Limits limits,
    int threads,
    int keepRuns,
    String inboxPartner,
    boolean registeredOnly,
    ServeSettings serve,
    MailSettings mail,
    DayLimits perPartner,
    ExchangeSettings exchange,
    ReminderSettings reminders) {
  private static final String FILE = "config/xinglin.yml";

  /** What a home without a settings file has. */
  public static Settings standard() {
    return new Settings(
        Limits.standard(),
        Runtime.getRuntime().availableProcessors(),
        7,
        "local",
        false,
        ServeSettings.standard(),
        MailSettings.none(),
        DayLimits.standard(),
        ExchangeSettings.none(),
        ReminderSettings.off());
  }

  /** Reads the settings of a home; mistakes are reported to {@code problems}. */
  public static Settings read(Path home, Problems problems) {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return standard();
    }
    try {
      Optional<Entry> root = DefinitionFiles.parse(FILE, file, problems);
      return root.map(known -> of(known, home.resolve("config"))).orElseGet(Settings::standard);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read settings: " + file, e);
    }
  }

  private static Settings of(Entry root, Path config) {
    Settings standard = standard();
    Optional<Entry> limited = root.find("limits");
    DayLimits perPartner =
        limited
            .flatMap(entry -> entry.find("per_partner"))
            .map(entry -> DayLimitsEntry.read(entry, standard.perPartner))
            .orElse(standard.perPartner);
    Limits limits = limited.map(entry -> limits(entry, standard.limits)).orElse(standard.limits);
    int threads = atLeastOne(root, "threads", standard.threads);
    int keepRuns = atLeastOne(root, "keep_runs", standard.keepRuns);
    Optional<Entry> inbox = root.find("inbox");
    String partner =
        inbox
            .map(entry -> entry.text("partner", standard.inboxPartner))
            .orElse(standard.inboxPartner);
    boolean registeredOnly = inbox.map(entry -> entry.flag("registered_only", false)).orElse(false);
    inbox.ifPresent(Entry::done);
    ServeSettings serve = root.find("serve").map(ServeSettings::read).orElse(standard.serve);
    MailSettings mail =
        root.find("mail").map(entry -> MailSettings.read(entry, config)).orElse(standard.mail);
    ExchangeSettings exchange =
        root.find("exchange")
            .map(entry -> ExchangeSettings.read(entry, config))
            .orElse(standard.exchange);
    ReminderSettings reminders =
        root.find("reminders").map(ReminderSettings::read).orElse(standard.reminders);
    root.done();
    return new Settings(
        limits,
        threads,
        keepRuns,
        partner,
        registeredOnly,
        serve,
        mail,
        perPartner,
        exchange,
        reminders);
  }

  private static Limits limits(Entry entry, Limits standard) {
    Limits limits =
        new Limits(
            SizeEntry.read(entry, "bytes", standard.bytes()),
            SizeEntry.read(entry, "inflated_bytes", standard.inflatedBytes()),
            SizeEntry.read(entry, "entry_bytes", standard.entryBytes()),
            atLeastOne(entry, "entries", standard.entries()),
            atLeastOne(entry, "ratio", standard.ratio()),
            SizeEntry.read(entry, "ratio_from_bytes", standard.ratioFromBytes()),
            atLeastOne(entry, "sheets", standard.sheets()),
            SizeEntry.read(entry, "rows", standard.rows()),
            SizeEntry.read(entry, "cells", standard.cells()),
            SizeEntry.read(entry, "characters", standard.characters()),
            atLeastOne(entry, "formulas", standard.formulas()),
            atLeastOne(entry, "seconds", standard.seconds()));
    entry.done();
    return limits;
  }

  private static int atLeastOne(Entry entry, String key, int otherwise) {
    int value = entry.number(key, otherwise);
    if (value < 1) {
      entry.problem(key, Mistake.of("\"{0}\" must be at least 1", key));
      return otherwise;
    }
    return value;
  }
}
