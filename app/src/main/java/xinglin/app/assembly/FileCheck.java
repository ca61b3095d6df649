package xinglin.app.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import xinglin.app.settings.Settings;
import xinglin.jobs.mark.MarkedCopy;
import xinglin.jobs.mark.page.Summary;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.LargeFile;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Language;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.warehouse.decide.Rehearsal;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.statement.DuckDb;

/**
 * Checks files outside of any run: everything that the file itself tells and, with a home, its
 * history.
 */
public final class FileCheck {
  private final Definitions definitions;
  private final FormEngine engine;
  private final Settings settings;
  private final Clock clock;
  private final Optional<Home> home;

  private FileCheck(Optional<Home> home, Definitions definitions, Settings settings, Clock clock) {
    this.home = home;
    this.definitions = definitions;
    this.engine = new FormEngine(definitions);
    this.settings = settings;
    this.clock = clock;
  }

  /** With the settings and definitions of a home, if there is one. */
  public static FileCheck of(Path home, Clock clock) {
    Optional<Home> found = Home.find(home);
    found.ifPresent(FileCheck::wakeDatabases);
    Problems problems = new Problems();
    Settings settings = Settings.read(home, problems);
    problems.check();
    Optional<Path> overlay = Optional.of(home.resolve("config")).filter(Files::isDirectory);
    return new FileCheck(found, Definitions.load(overlay), settings, clock);
  }

  /** While definitions are read; what goes wrong here is told when they are needed. */
  private static void wakeDatabases(Home home) {
    Callable<StateDatabase> work =
        () -> {
          DuckDb.wake();
          return StateDatabase.open(home);
        };
    Thread thread = new Thread(new FutureTask<>(work), "databases");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads and checks a file as if it were sent today. */
  public CheckedFile check(Path file) throws IOException {
    List<PenaltySheet> many = LargeFile.find(file, definitions.exchange().layouts());
    if (!many.isEmpty()) {
      FileReading reading = new PenaltyCheck(definitions, clock).check(many);
      return new CheckedFile(file, sha256(file), Optional.empty(), reading, List.of());
    }
    Opened opened = FileOpener.open(file, settings.limits());
    if (opened instanceof Refused refused) {
      List<Finding> findings =
          refused.issues().stream().map(definitions.checks()::finding).toList();
      FileReading reading = new FileReading(refused.verdict(), List.of(), findings);
      return new CheckedFile(file, sha256(file), Optional.empty(), reading, List.of());
    }
    OpenedDocument read = (OpenedDocument) opened;
    List<PenaltySheet> sheets = definitions.exchange().layouts().find(read.document());
    FileReading reading = engine.read(read.document(), ReadingContext.unsent());
    if (!sheets.isEmpty() && reading.forms().isEmpty()) {
      FileReading records = new PenaltyCheck(definitions, clock).check(sheets);
      return new CheckedFile(file, sha256(file), Optional.of(read.document()), records, List.of());
    }
    Optional<FileReading> compared =
        reading.forms().isEmpty() ? Optional.empty() : compare(file, reading);
    return new CheckedFile(
        file,
        sha256(file),
        Optional.of(read.document()),
        compared.orElse(reading),
        compared.isPresent() ? List.of() : List.of(notRun()));
  }

  /** The reading with what history says about it; empty if there is no history. */
  private Optional<FileReading> compare(Path file, FileReading reading) throws IOException {
    if (home.isEmpty()) {
      return Optional.empty();
    }
    Arrival arrival =
        Arrival.ofFile(
            settings.inboxPartner(), "check", file.getFileName().toString(), clock.instant());
    Envelope envelope = Envelope.of(arrival, sha256(file), Files.size(file));
    try (Lake lake = Lake.open(home.get(), definitions.tables(), StateDatabase.open(home.get()))) {
      Rehearsal rehearsal =
          new Rehearsal(
              home.get(),
              lake,
              HistoryWording.rules(definitions),
              formId -> definitions.forms().get(formId).accumulation().code());
      return rehearsal.hasHistory()
          ? Optional.of(with(rehearsal.findings(envelope, reading), reading))
          : Optional.empty();
    }
  }

  private FileReading with(Map<Integer, List<Finding>> history, FileReading reading) {
    List<FormReading> forms =
        reading.forms().stream()
            .map(form -> with(history.getOrDefault(form.ordinal(), List.of()), form))
            .toList();
    return new FileReading(reading.verdict(), forms, reading.findings());
  }

  private FormReading with(List<Finding> history, FormReading form) {
    List<Finding> all = new ArrayList<>(form.findings());
    all.addAll(history);
    return form.judged(definitions.checks().verdict(all), all);
  }

  /**
   * Writes the marked copy of a checked file into a folder; returns it, or empty if the file could
   * not be read at all.
   */
  public Optional<Path> annotate(CheckedFile checked, Path folder, Language language)
      throws IOException {
    if (checked.document().isEmpty()) {
      return Optional.empty();
    }
    String name = checked.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path target =
        folder.resolve(name + "-marked" + MarkedCopy.extension(checked.document().get().format()));
    MarkedCopy.write(
        checked.file(),
        checked.document().get(),
        summary(checked, language),
        checked.allFindings(),
        target);
    return Optional.of(target);
  }

  private Summary summary(CheckedFile checked, Language language) {
    Optional<FormReading> first = checked.reading().forms().stream().findFirst();
    return new Summary(
        checked.file().getFileName().toString(),
        checked.reading().verdict(),
        first.map(form -> definitions.title(form.formId(), form.edition())).orElse(""),
        first.flatMap(FormReading::reporter).map(Reporter::name).orElse(""),
        first.flatMap(FormReading::period),
        first.flatMap(
            form ->
                definitions.dueOn(
                    form.formId(),
                    form.reporter().map(Reporter::code),
                    form.period(),
                    Optional.of(LocalDate.now(clock)))),
        LocalDate.now(clock),
        language);
  }

  /** What could not be checked because nothing was sent before. */
  private Finding notRun() {
    List<CheckDeclaration> history =
        definitions.checks().list().stream()
            .filter(check -> check.needs() == CheckDeclaration.Needs.HISTORY)
            .toList();
    return definitions
        .checks()
        .finding(
            Issue.of("CHECKS_NOT_RUN")
                .with(
                    "checks",
                    history.stream()
                        .map(check -> check.title().zh())
                        .collect(Collectors.joining("、")))
                .with(
                    "checks_en",
                    history.stream()
                        .map(check -> check.title().en())
                        .collect(Collectors.joining("; "))));
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
