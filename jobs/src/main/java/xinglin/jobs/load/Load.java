package xinglin.jobs.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.JobExecution;
import xinglin.jobs.answer.Answers;
import xinglin.jobs.batch.BatchRepository;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.exchange.desk.Exchange;
import xinglin.jobs.unpack.Unpacked;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Starts the load job on a home, or goes on with the run that did not come to its end. The caller
 * holds the lock of the home.
 */
public final class Load {
  private final Home home;
  private final StateDatabase database;
  private final Ledger ledger;
  private final Lake lake;
  private final LoadSettings settings;
  private final Optional<Exchange> exchange;

  /**
   * @param exchange with partner regions, if this home has any
   */
  public Load(
      Home home,
      StateDatabase database,
      Lake lake,
      LoadSettings settings,
      Optional<Exchange> exchange) {
    this.exchange = exchange;
    this.home = home;
    this.database = database;
    this.ledger = new Ledger(database);
    this.lake = lake;
    this.settings = settings;
  }

  /** The run that a former process left unfinished; it has to be finished under its own id. */
  public static Optional<String> findUnfinished(StateDatabase database) {
    return BatchRepository.open(database.dataSource()).findUnfinished(LoadJobConfiguration.JOB);
  }

  /**
   * Judges everything that waits.
   *
   * @throws xinglin.jobs.batch.StepFailedException if a step failed; the next start picks it up
   */
  public LoadSummary run(String runId, Progress progress) {
    BatchRepository repository = BatchRepository.open(database.dataSource());
    RawStore raw = new RawStore(home);
    Decider decider = new Decider(home, lake, settings.judging());
    Admission admission =
        new Admission(
            settings.partners(), settings.registeredOnly(), new Acceptances(ledger).all());
    LoadJobConfiguration job =
        new LoadJobConfiguration(
            repository,
            ledger,
            lake,
            decider,
            new PartitionReader(
                ledger,
                raw,
                lake,
                settings,
                admission,
                exchange
                    .<Function<Envelope, Optional<List<Unpacked>>>>map(known -> known::decided)
                    .orElse(envelope -> Optional.empty())),
            exchange.map(known -> new PackageArrivals(ledger, raw, settings, admission, known)),
            exchange.map(known -> known::answer),
            new Answers(
                home,
                raw,
                ledger,
                decider,
                settings.answerSettings(),
                all -> exchange.filter(known -> known.only().test(all)).isPresent()),
            settings,
            progress);
    JobExecution execution = repository.run(job.loadJob(runId), runId);
    return LoadSummary.of(ledger.steps(runId), execution);
  }
}
