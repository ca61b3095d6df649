package xinglin.app.serve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.app.assembly.Collecting;
import xinglin.app.assembly.PartnerChannels;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;
import xinglin.routes.collect.Collected;
import xinglin.routes.schedule.Schedule;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;

/**
 * Asks the inbox and every channel when they are due, each by itself: one that fails or hangs holds
 * up no other, nor the night.
 */
final class ChannelRounds {
  static final String INBOX = "inbox";
  private static final Logger LOG = LoggerFactory.getLogger(ChannelRounds.class);
  private static final int AT_ONCE = 32;
  private final CurrentPlace current;
  private final HomeGate gate;
  private final Measurements measurements;
  private final Timetable timetable = new Timetable();
  private final ExecutorService side;
  private final Duration busyPause;
  private volatile boolean stopping;

  /**
   * @param busyPause until a channel is asked again after another process held the home
   */
  ChannelRounds(
      CurrentPlace current, HomeGate gate, Measurements measurements, Duration busyPause) {
    this.current = current;
    this.gate = gate;
    this.measurements = measurements;
    this.busyPause = busyPause;
    this.side =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "serve.collect");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The inbox and all configured channels. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(INBOX));
    names.addAll(new PartnerChannels(current.get()).ids());
    return names;
  }

  /** Takes channels and schedules over from the settings; a new one is due at once. */
  void adopt(Instant now) {
    Workplace place = current.get();
    Map<String, Schedule> own = place.schedules();
    Map<String, Schedule> schedules = new LinkedHashMap<>();
    for (String name : names()) {
      schedules.put(name, own.getOrDefault(name, place.settings().serve().collect()));
    }
    timetable.set(schedules, now, now);
  }

  void tick(Instant now) {
    for (String name : timetable.takeDue(now)) {
      var unused = side.submit(() -> ask(name));
    }
  }

  /**
   * Asks everything now; waits for all that is under way, but not longer than {@code most}: what
   * hangs goes on by itself, and what it brings waits for the next night.
   */
  Collected askAll(Duration most) {
    Map<String, Future<Collected>> rounds = new LinkedHashMap<>();
    timetable.takeFree().forEach(name -> rounds.put(name, side.submit(() -> ask(name))));
    try {
      if (!timetable.awaitIdle(most.toMillis())) {
        LOG.warn("event=night.collect.left waited_seconds={}", most.toSeconds());
      }
      long deliveries = 0;
      for (Map.Entry<String, Future<Collected>> round : rounds.entrySet()) {
        if (round.getValue().isDone()) {
          deliveries += round.getValue().get().deliveries();
        }
      }
      return new Collected(deliveries, List.of());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("Cannot collect", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(
          "Cannot wait for the channels: interrupted", DeliveryException.Retry.SAFE, e);
    }
  }

  /** A channel that does not work is booked and waits for its next time; a broken inbox is told. */
  private Collected ask(String name) {
    Workplace place = current.get();
    Clock clock = place.clock();
    if (stopping || !gate.enter()) {
      timetable.again(name, clock.instant(), clock.instant().plus(busyPause));
      return new Collected(0, List.of());
    }
    long from = System.nanoTime();
    boolean well = false;
    try {
      Collecting collecting = new Collecting(place, Progress.SILENT);
      Collected collected = name.equals(INBOX) ? collecting.inbox() : collecting.channel(name);
      Optional<String> problem = problem(place, name);
      well = problem.isEmpty();
      if (collected.deliveries() > 0 || !collected.leftBehind().isEmpty() || !well) {
        LOG.info(
            "event=collect.done channel={} deliveries={} left={} problem={}",
            name,
            collected.deliveries(),
            collected.leftBehind().size(),
            problem.orElse("none"));
      }
      return collected;
    } catch (RuntimeException e) {
      LOG.error("event=collect.failed channel={} cause={}", name, e.getClass().getSimpleName());
      LOG.debug("collect failed", e);
      throw e;
    } finally {
      gate.leave();
      measurements.collected(name, well, Duration.ofNanos(System.nanoTime() - from));
      timetable.done(name, clock.instant());
    }
  }

  private static Optional<String> problem(Workplace place, String channel) {
    return new ChannelLedger(place.database())
        .list().stream()
            .filter(use -> use.channelId().equals(channel))
            .findFirst()
            .flatMap(ChannelUse::problem);
  }

  /** Begins nothing new; true if everything under way came to its end in time. */
  boolean stop(Duration most) throws InterruptedException {
    stopping = true;
    boolean idle = timetable.awaitIdle(Math.max(1, most.toMillis()));
    side.shutdownNow();
    return idle;
  }
}
