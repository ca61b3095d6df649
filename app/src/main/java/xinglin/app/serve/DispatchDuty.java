package xinglin.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.app.assembly.Dispatch;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moments;
import xinglin.warehouse.ledger.ParcelLedger;

/**
 * Tries answers again when they are due: a night prepares and sends them first. The ledger knows
 * when, so that a restart changes nothing.
 */
final class DispatchDuty {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchDuty.class);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private final CurrentPlace current;
  private final HomeGate gate;
  private final Measurements measurements;
  private final ExecutorService side =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "serve.dispatch"));
  private Instant next = Instant.MIN;
  private boolean busy;

  DispatchDuty(CurrentPlace current, HomeGate gate, Measurements measurements) {
    this.current = current;
    this.gate = gate;
    this.measurements = measurements;
  }

  /**
   * @param night whether a night is under way, which sends by itself
   */
  synchronized void tick(Instant now, boolean night) {
    if (busy || night || next.isAfter(now) || side.isShutdown()) {
      return;
    }
    next = now.plus(LOOK);
    if (!new ParcelLedger(current.get().database()).due(now).isEmpty()) {
      busy = true;
      side.execute(this::send);
    }
  }

  private void send() {
    Workplace place = current.get();
    if (!gate.sending().tryLock()) {
      end();
      return;
    }
    try {
      if (gate.enter()) {
        sendOnce(place);
      }
    } finally {
      gate.sending().unlock();
      end();
    }
  }

  private void sendOnce(Workplace place) {
    long from = System.nanoTime();
    boolean well = false;
    try {
      Dispatch.Outcome outcome = new Dispatch(place, Moments.unwatched()).once(Progress.SILENT);
      well = outcome.dispatched().channels().isEmpty();
      LOG.info(
          "event=dispatch.done sent={} failed={} channels_down={}",
          outcome.dispatched().sent(),
          outcome.dispatched().failed(),
          outcome.dispatched().channels().size());
    } catch (RuntimeException e) {
      LOG.error("event=dispatch.failed cause={}", e.getClass().getSimpleName());
      LOG.debug("dispatch failed", e);
    } finally {
      gate.leave();
      measurements.dispatched(well, Duration.ofNanos(System.nanoTime() - from));
    }
  }

  private synchronized void end() {
    busy = false;
    notifyAll();
  }

  /** Begins nothing new; true if what was under way came to its end in time. */
  synchronized boolean stop(Duration most) throws InterruptedException {
    side.shutdown();
    long end = System.nanoTime() + most.toNanos();
    while (busy) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
