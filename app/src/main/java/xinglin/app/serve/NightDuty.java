package xinglin.app.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.app.assembly.LastNights;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;
import xinglin.routes.schedule.Schedule;

/** Runs the nights when they are due, one at a time. */
final class NightDuty {
  private static final Logger LOG = LoggerFactory.getLogger(NightDuty.class);
  private final CurrentPlace current;
  private final HomeGate gate;
  private final ChannelRounds rounds;
  private final Measurements measurements;
  private final Patience patience;
  private final ExecutorService side =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "serve.night"));
  private Optional<Schedule> nightly = Optional.empty();
  private Instant due = Instant.MAX;
  private Instant next = Instant.MAX;
  private Optional<Instant> underWay = Optional.empty();
  private int failures;

  /**
   * How long a night waits.
   *
   * @param collect for channels that have not ended
   * @param busy until it tries again after another process held the home
   */
  record Patience(Duration collect, Duration busy) {
    static Patience standard() {
      return new Patience(Duration.ofMinutes(5), Duration.ofSeconds(15));
    }
  }

  NightDuty(
      CurrentPlace current,
      HomeGate gate,
      ChannelRounds rounds,
      Measurements measurements,
      Patience patience) {
    this.current = current;
    this.gate = gate;
    this.rounds = rounds;
    this.measurements = measurements;
    this.patience = patience;
  }

  /** Takes the schedule over from the settings; the first time, a missed night is made up. */
  synchronized void adopt(Instant now) {
    Optional<Schedule> wanted = current.get().settings().serve().nightly();
    boolean first = nightly.isEmpty();
    if (wanted.map(Schedule::text).equals(nightly.map(Schedule::text))) {
      return;
    }
    nightly = wanted;
    due =
        wanted
            .map(
                schedule ->
                    first
                        ? Nights.first(schedule, LastNights.of(current.get().ledger()), now)
                        : schedule.next(now))
            .orElse(Instant.MAX);
    next = due;
  }

  synchronized Optional<Instant> next() {
    return nightly.isPresent() ? Optional.of(next) : Optional.empty();
  }

  synchronized Optional<Instant> underWay() {
    return underWay;
  }

  synchronized void tick(Instant now) {
    if (underWay.isEmpty() && !next.isAfter(now) && !side.isShutdown()) {
      underWay = Optional.of(now);
      side.execute(this::night);
    }
  }

  private void night() {
    Workplace place = current.get();
    Clock clock = place.clock();
    if (!gate.enter()) {
      LOG.info("event=night.waits reason=home_busy");
      end(clock.instant().plus(patience.busy()), false);
      return;
    }
    try {
      if (Nights.isDone(LastNights.of(place.ledger()), due())) {
        LOG.info("event=night.skipped reason=done_by_another");
        end(clock.instant(), true);
      } else {
        run(place);
      }
    } catch (RuntimeException e) {
      LOG.error("event=night.failed cause={}", e.getClass().getSimpleName());
      LOG.debug("night failed", e);
      end(clock.instant().plus(failed()), false);
    } finally {
      gate.leave();
    }
  }

  private void run(Workplace place) {
    LOG.info("event=night.started");
    long from = System.nanoTime();
    Optional<NightResult> result = Optional.empty();
    gate.sending().lock();
    try {
      result =
          Optional.of(
              new Night(place, () -> rounds.askAll(patience.collect()), Progress.SILENT)
                  .run(Night.Steps.ALL));
      told(result.get(), from);
    } finally {
      gate.sending().unlock();
      measurements.night(result, Duration.ofNanos(System.nanoTime() - from));
    }
    end(place.clock().instant(), true);
  }

  private static void told(NightResult result, long from) {
    LOG.info(
        "event=night.done run={} deliveries={} submissions={} rows={} seconds={}",
        result.run(),
        result.count("deliveries"),
        result.count("submissions"),
        result.count("rows"),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from));
  }

  private synchronized Instant due() {
    return due;
  }

  private synchronized Duration failed() {
    failures++;
    return Nights.pause(failures);
  }

  /**
   * @param time now if the night is done, else when to try again, unless the schedule says earlier
   */
  private synchronized void end(Instant time, boolean done) {
    underWay = Optional.empty();
    Optional<Instant> scheduled = nightly.map(schedule -> schedule.next(time));
    if (done) {
      failures = 0;
      due = scheduled.orElse(Instant.MAX);
      next = due;
    } else {
      next = time;
    }
    notifyAll();
  }

  /** Begins nothing new; true if the night under way came to its end in time. */
  synchronized boolean stop(Duration most) throws InterruptedException {
    side.shutdown();
    long end = System.nanoTime() + most.toNanos();
    while (underWay.isPresent()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
