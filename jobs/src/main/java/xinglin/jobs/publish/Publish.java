package xinglin.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import xinglin.jobs.batch.BatchRepository;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.batch.RecordedStep;
import xinglin.jobs.exchange.lead.LeadBook;
import xinglin.jobs.match.Matching;
import xinglin.jobs.release.Releases;
import xinglin.jobs.waive.Waivers;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.table.TableDefinition;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Decision;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.ledger.publication.PublicationEntry;
import xinglin.warehouse.ledger.publication.PublicationLedger;
import xinglin.warehouse.publish.Dimension;
import xinglin.warehouse.publish.Earlier;
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.publish.PublishRequest;
import xinglin.warehouse.publish.Publisher;

/**
 * {@code publishJob}: from committed tables to the file that readers see.
 *
 * <ul>
 *   <li>Input: Parquet files of the current snapshots, definitions, the journal of decisions, the
 *       day. Output: {@code published/<run>/} and the link {@code current}.
 *   <li>First it is found who is who among the parties of penalties ({@link Matching}).
 *   <li>Checked: SQL models and indicators against each other and the table definitions, before
 *       anything is written.
 *   <li>Stops: when a model fails or the disk does. Readers keep what they have.
 *   <li>Recovered and restarted: everything is made in a folder of the run's own and shown by one
 *       rename, so the run simply begins again. With input, definitions, decisions and day
 *       unchanged there is nothing to do.
 * </ul>
 */
public final class Publish {
  private static final String JOB = "publishJob";
  private final Home home;
  private final StateDatabase database;
  private final Lake lake;
  private final Definitions definitions;
  private final Publisher publisher;
  private final Clock clock;
  private final int keep;
  private final int threads;

  /**
   * @param keep published runs that stay
   * @param threads rows do not depend on it
   * @throws xinglin.schemas.definition.DefinitionException if models or indicators are wrong
   */
  public Publish(
      Home home,
      StateDatabase database,
      Lake lake,
      Definitions definitions,
      Clock clock,
      int keep,
      int threads) {
    this.home = home;
    this.database = database;
    this.lake = lake;
    this.definitions = definitions;
    this.clock = clock;
    this.keep = keep;
    this.threads = threads;
    Problems problems = new Problems();
    this.publisher =
        Publisher.of(
            definitions.files(),
            definitions.tables(),
            definitions.measures(),
            new Publisher.Resources("512MB", threads),
            problems);
    publisher
        .indicators()
        .requireForms(definitions.forms().list().stream().map(FormDefinition::formId).toList());
    publisher.indicators().requireDivisions(code -> definitions.divisions().find(code).isPresent());
    publisher.indicators().requireColumns(definitions::isRead);
    problems.check();
  }

  /**
   * Publishes, or returns what is published if nothing has changed.
   *
   * @throws xinglin.jobs.batch.StepFailedException if it failed; readers keep what they have
   */
  public Publication run(String runId, Progress progress) {
    PublishRequest identity = request(runId, decisions(), Map.of(), List.of(), Optional.empty());
    return publisher
        .findUnchanged(home.published(), identity)
        .orElseGet(() -> publish(runId, progress));
  }

  private Publication publish(String runId, Progress progress) {
    BatchRepository repository = BatchRepository.open(database.dataSource());
    repository.run(publishJob(repository, runId, progress), runId);
    return publisher
        .current(home.published())
        .orElseThrow(() -> new IllegalStateException("Cannot find what was published: " + runId));
  }

  /**
   * Who is who is found anew whenever the job begins again: it is not stored between the steps.
   * What somebody decides meanwhile is not counted as known, so that the next publish follows it.
   */
  private Job publishJob(BatchRepository repository, String runId, Progress progress) {
    List<Dimension> matched = new ArrayList<>();
    AtomicInteger decided = new AtomicInteger();
    Step match =
        step(
            repository,
            runId,
            "match",
            progress,
            () -> {
              decided.set(decisions());
              Matching.Result found =
                  new Matching(home, lake, new Ledger(database), definitions.matching(), threads)
                      .find();
              matched.addAll(found.tables());
              return found.counts();
            });
    Step publish =
        step(
            repository,
            runId,
            "publish",
            progress,
            () -> {
              List<Dimension> tables = dimensions();
              tables.addAll(matched);
              Publication publication =
                  show(
                      request(runId, decided.get(), files(), tables, Optional.of(earlier())),
                      decided.get());
              return Map.of(
                  "rows", publication.rows().values().stream().mapToLong(Long::longValue).sum());
            });
    return new JobBuilder(JOB, repository.jobs()).start(match).next(publish).build();
  }

  private Step step(
      BatchRepository repository,
      String runId,
      String name,
      Progress progress,
      RecordedStep.Work work) {
    RecordedStep recorded =
        new RecordedStep(
            new Ledger(database),
            runId,
            name,
            () -> {
              progress.at(name, 0, 0);
              return work.run();
            });
    return new StepBuilder(name, repository.jobs())
        .tasklet(recorded, repository.transactions())
        .allowStartIfComplete(true)
        .build();
  }

  /** Tables first, the forms to fill in beside them, then readers are switched. */
  private Publication show(PublishRequest request, int decided) {
    return publisher
        .findUnchanged(home.published(), request)
        .orElseGet(
            () -> {
              Optional<Path> former = publisher.current(home.published()).map(Publication::folder);
              Publication made = publisher.build(home.published(), request);
              try {
                new PublishedForms(definitions).write(made.folder(), former);
                new Exports(definitions.tables()).write(made, sources(decided));
                book(made, request);
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the files beside " + made.run(), e);
              }
              return publisher.activate(home.published(), made, request.keep());
            });
  }

  /**
   * Before readers are switched: killed in between, the publication is made again and says nothing
   * for the first time.
   */
  private void book(Publication made, PublishRequest request) {
    Earlier earlier = request.earlier().orElseThrow();
    PublicationEntry entry =
        new PublicationEntry(
            earlier.number(),
            earlier.now(),
            request.date(),
            made.run(),
            publisher.rules(request.definitions()));
    new PublicationLedger(database).append(entry, publisher.changes(made, earlier.number()));
  }

  private Earlier earlier() {
    PublicationLedger ledger = new PublicationLedger(database);
    Optional<PublicationEntry> last = ledger.latest();
    return new Earlier(
        last.map(PublicationEntry::number).orElse(0L) + 1,
        clock.instant(),
        ledger.changes(),
        last.map(entry -> new Earlier.Last(entry.date(), entry.rules())),
        publisher.current(home.published()).map(Publication::file));
  }

  private Exports.Sources sources(int decided) {
    return new Exports.Sources(
        definitions.digest(),
        decided,
        Decision.digest(new Ledger(database).decisions().subList(0, decided)));
  }

  private int decisions() {
    return new Ledger(database).decisions().size();
  }

  private List<Dimension> dimensions() {
    List<Dimension> dimensions = new ArrayList<>(Dimensions.of(definitions));
    dimensions.addAll(new PublishedPackages(new PackageLedger(database)).tables());
    dimensions.add(new Waivers(new Ledger(database)).table());
    dimensions.add(new Releases(home, new Ledger(database)).table());
    dimensions.add(new PublishedLeads(new LeadBook(home, new PackageLedger(database))).table());
    return dimensions;
  }

  private Map<String, List<Path>> files() {
    Map<String, List<Path>> files = new HashMap<>();
    for (TableDefinition table : lake.tables().stored()) {
      files.put(table.name(), lake.files(table.name()));
    }
    return files;
  }

  /**
   * What makes two publications the same is known before files are listed and rows are made, which
   * takes ten times as long.
   */
  private PublishRequest request(
      String runId,
      int decided,
      Map<String, List<Path>> files,
      List<Dimension> dimensions,
      Optional<Earlier> earlier) {
    String inputs =
        lake.snapshotIds()
            + " "
            + decided
            + new PublishedPackages(new PackageLedger(database)).inputs();
    return new PublishRequest(
        runId,
        LocalDate.now(clock),
        files,
        inputs,
        definitions.digest(),
        dimensions,
        keep,
        earlier);
  }
}
