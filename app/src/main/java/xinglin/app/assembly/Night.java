package xinglin.app.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.load.DocumentReader;
import xinglin.jobs.load.Load;
import xinglin.jobs.load.LoadSummary;
import xinglin.jobs.publish.Publish;
import xinglin.jobs.rebuild.Rebuild;
import xinglin.routes.collect.Collected;
import xinglin.routes.moment.Moments;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.Run;
import xinglin.warehouse.publish.Publication;
import xinglin.warehouse.raw.RawStore;

/**
 * The steps of a night: collect, load, publish, dispatch. Each also runs alone; what one leaves
 * unfinished the next night picks up. The caller holds the lock of the home.
 */
public final class Night {
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final Logger LOG = LoggerFactory.getLogger(Night.class);
  private static final int LOOK_BACK = 1000;
  private final Workplace place;
  private final Ledger ledger;
  private final DocumentReader reader;
  private final Supplier<Collected> collecting;
  private final Progress progress;

  public Night(Workplace place, Progress progress) {
    this(place, place.reader(), progress);
  }

  /** With another reader than the form engine. */
  public Night(Workplace place, DocumentReader reader, Progress progress) {
    this(place, reader, new Collecting(place, progress)::all, progress);
  }

  /** With another way to collect: {@code serve} waits for no channel that hangs. */
  public Night(Workplace place, Supplier<Collected> collecting, Progress progress) {
    this(place, place.reader(), collecting, progress);
  }

  private Night(
      Workplace place, DocumentReader reader, Supplier<Collected> collecting, Progress progress) {
    this.place = place;
    this.ledger = place.ledger();
    this.reader = reader;
    this.collecting = collecting;
    this.progress = progress;
  }

  /** Which steps to do. */
  public enum Steps {
    COLLECT,
    LOAD,
    PUBLISH,
    LOAD_AND_PUBLISH,
    /** Answers leave. */
    DISPATCH,
    ALL;

    private boolean has(Steps step) {
      return this == step
          || this == ALL
          || (this == LOAD_AND_PUBLISH && (step == LOAD || step == PUBLISH));
    }
  }

  /** Everything again from {@code raw/} and the journal of decisions; gives the same rows. */
  public NightResult rebuild() {
    try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database())) {
      new PackageLedger(place.database()).forgetReceived();
      new Rebuild(new RawStore(place.home()), ledger, lake).begin();
    }
    return run(Steps.LOAD_AND_PUBLISH);
  }

  /** Runs the steps in order; a failure ends the run and is booked with it. */
  public NightResult run(Steps steps) {
    List<Run> former = ledger.latestRuns(LOOK_BACK);
    String runId = runId(former);
    boolean clean = former.isEmpty() || former.get(0).state().equals("done");
    Instant startedAt = place.clock().instant();
    ledger.startRun(runId, startedAt);
    boolean done = false;
    Tally tally = new Tally(runId);
    try {
      if (steps.has(Steps.COLLECT)) {
        tally.collected(collecting);
      }
      try (Lake lake = Lake.open(place.home(), place.definitions().tables(), place.database())) {
        if (steps.has(Steps.LOAD)) {
          load(lake, runId, clean, tally);
          RegionExchange.of(place, lake)
              .ifPresent(exchange -> exchange.correspondence().write(startedAt));
        }
        if (steps.has(Steps.PUBLISH)) {
          tally.published(() -> publish(lake, runId));
          RegionExchange.of(place, lake)
              .ifPresent(exchange -> exchange.answers().published(runId, startedAt));
        }
        if (steps == Steps.ALL) {
          tally.sent(folder -> RegionExchange.send(place, lake, folder, startedAt));
        }
      }
      if (steps.has(Steps.DISPATCH)) {
        tally.dispatched(() -> dispatch());
      }
      done = true;
      return tally.result();
    } finally {
      NightResult result = tally.result();
      ledger.endRun(runId, end(), done, result.published().map(Path::toString), json(result));
    }
  }

  /**
   * A run that did not come to its end is finished under its own id before anything new is claimed.
   */
  private void load(Lake lake, String runId, boolean clean, Tally tally) {
    Load load =
        new Load(
            place.home(),
            place.database(),
            lake,
            place.loadSettings(reader),
            RegionExchange.of(place, lake));
    Optional<String> unfinished = clean ? Optional.empty() : Load.findUnfinished(place.database());
    Set<String> former = new TreeSet<>(lake.begun());
    unfinished.ifPresent(former::add);
    former.forEach(run -> tally.loaded(load.run(run, progress)));
    if (ledger.waiting() > 0) {
      tally.loaded(load.run(runId, progress));
    }
  }

  private Publication publish(Lake lake, String runId) {
    return new Publish(
            place.home(),
            place.database(),
            lake,
            place.definitions(),
            place.clock(),
            place.settings().keepRuns(),
            place.settings().threads())
        .run(runId, progress);
  }

  /** What cannot be sent waits, and what fails is told by {@code status}: never by the night. */
  private long dispatch() {
    try {
      return new Dispatch(place, Moments.unwatched()).once(progress).dispatched().sent();
    } catch (DeliveryException e) {
      LOG.error("Answers wait for the next dispatch", e);
      return 0;
    }
  }

  /**
   * The time of its start; a second run in the same second (or under a fixed clock) gets a number.
   */
  private String runId(List<Run> former) {
    String time = RUN.format(place.clock().instant().atZone(Clocks.ZONE));
    Set<String> taken = former.stream().map(Run::runId).collect(Collectors.toSet());
    String runId = time;
    for (int number = 2; taken.contains(runId); number++) {
      runId = time + "-" + number;
    }
    return runId;
  }

  private Instant end() {
    return place.clock().instant();
  }

  private static String json(NightResult result) {
    try {
      return new ObjectMapper().writeValueAsString(result.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the result of run " + result.run(), e);
    }
  }

  /** Adds up what the steps did. */
  private static final class Tally {
    private final String runId;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private Optional<Path> published = Optional.empty();

    Tally(String runId) {
      this.runId = runId;
    }

    void collected(Supplier<Collected> step) {
      long start = System.nanoTime();
      counts.put("collected", step.get().deliveries());
      seconds.put("collect", since(start));
    }

    void loaded(LoadSummary summary) {
      summary.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
      summary.seconds().forEach((name, count) -> seconds.merge(name, count, Double::sum));
    }

    void published(Supplier<Publication> step) {
      long start = System.nanoTime();
      published = Optional.of(step.get().folder());
      seconds.put("publish", since(start));
    }

    /** Packages for partner regions are made of what was published. */
    void sent(java.util.function.ToLongFunction<Path> step) {
      long start = System.nanoTime();
      counts.put(
          "packages_made",
          published.map(folder -> step.applyAsLong(folder.resolve(Publication.FILE))).orElse(0L));
      seconds.put("send", since(start));
    }

    void dispatched(java.util.function.LongSupplier step) {
      long start = System.nanoTime();
      counts.put("answers_sent", step.getAsLong());
      seconds.put("dispatch", since(start));
    }

    NightResult result() {
      return new NightResult(runId, counts, new LinkedHashMap<>(seconds), published);
    }

    private static double since(long start) {
      return Math.round((System.nanoTime() - start) / 1e6) / 1000.0;
    }
  }
}
