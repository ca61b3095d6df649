package xinglin.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.app.assembly.Workplace;

/**
 * Asks channels and runs nights when they are due, and says how it is. Holds the lock of the home
 * only while something is being done; what is not done when it stops, or is killed, the next start
 * does. Nothing of a sender, subject or file is logged.
 */
public final class Serve {
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration REFRESH = Duration.ofSeconds(10);
  private static final int WELL = 200;
  private static final int UNWELL = 503;
  private final Clock clock;
  private final CurrentPlace current;
  private final Measurements measurements = new Measurements();
  private final ChannelRounds rounds;
  private final NightDuty night;
  private final DispatchDuty dispatch;
  private final ScheduledExecutorService ticker;
  private final LocalPages pages;
  private final Instant beginning;
  private volatile Instant heartbeat;
  private volatile Instant refreshed;

  private Serve(Workplace place, NightDuty.Patience patience) {
    this.clock = place.clock();
    this.current = new CurrentPlace(place);
    HomeGate gate = new HomeGate(place.home());
    this.rounds = new ChannelRounds(current, gate, measurements, patience.busy());
    this.night = new NightDuty(current, gate, rounds, measurements, patience);
    this.dispatch = new DispatchDuty(current, gate, measurements);
    this.beginning = clock.instant();
    this.heartbeat = beginning;
    this.refreshed = beginning;
    this.pages =
        new LocalPages(
            place.settings().serve().port(),
            Map.of("/health", this::health, "/metrics", this::metrics));
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "serve.ticker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts; the caller holds the lock of the process that serves this home. */
  public static Serve start(Workplace place) {
    return start(place, NightDuty.Patience.standard());
  }

  static Serve start(Workplace place, NightDuty.Patience patience) {
    Serve serve = new Serve(place, patience);
    serve.night.adopt(serve.beginning);
    serve.rounds.adopt(serve.beginning);
    LOG.info(
        "event=serve.started port={} channels={} next_night={}",
        serve.pages.port(),
        serve.rounds.names().size(),
        serve.night.next().map(Instant::toString).orElse("none"));
    var unused =
        serve.ticker.scheduleWithFixedDelay(serve::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    return serve;
  }

  /** Where it can be asked, {@code http://127.0.0.1:9464}. */
  public String address() {
    return "http://127.0.0.1:" + pages.port();
  }

  private void tick() {
    try {
      Instant now = clock.instant();
      if (Duration.between(refreshed, now).compareTo(REFRESH) >= 0) {
        refreshed = now;
        refresh(now);
      }
      night.tick(now);
      rounds.tick(now);
      dispatch.tick(now, night.underWay().isPresent());
      heartbeat = now;
    } catch (RuntimeException e) {
      LOG.error("event=tick.failed cause={}", e.getClass().getSimpleName());
      LOG.debug("tick failed", e);
    }
  }

  private void refresh(Instant now) {
    if (!current.refresh()) {
      return;
    }
    if (current.mistakes() > 0) {
      LOG.warn("event=config.wrong mistakes={}", current.mistakes());
    } else {
      night.adopt(now);
      rounds.adopt(now);
      LOG.info("event=config.taken channels={}", rounds.names().size());
    }
  }

  private LocalPages.Page health() {
    Health health =
        new Health(
            clock.instant(),
            beginning,
            heartbeat,
            current.get().settings().serve().nightly(),
            night.next(),
            night.underWay(),
            current.mistakes(),
            freeBytes(),
            Books.read(current.get(), rounds.names()));
    try {
      return new LocalPages.Page(
          health.problems().isEmpty() ? WELL : UNWELL,
          "application/json",
          new ObjectMapper().writeValueAsString(health.json()) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write JSON", e);
    }
  }

  private LocalPages.Page metrics() {
    return new LocalPages.Page(
        WELL,
        "text/plain; version=0.0.4",
        measurements.scrape(
            Books.read(current.get(), rounds.names()),
            night.next(),
            current.mistakes(),
            freeBytes()));
  }

  private long freeBytes() {
    try {
      return Files.getFileStore(current.get().home().root()).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the disk of the home", e);
    }
  }

  /**
   * Begins nothing new and waits for what is under way, as long as the settings say; false if
   * something still was, which the next start picks up.
   */
  public boolean stop() {
    Duration most = current.get().settings().serve().stop();
    ticker.shutdownNow();
    long end = System.nanoTime() + most.toNanos();
    boolean ended = false;
    try {
      boolean collected = rounds.stop(most);
      boolean sent = dispatch.stop(Duration.ofNanos(end - System.nanoTime()));
      ended = night.stop(Duration.ofNanos(end - System.nanoTime())) && collected && sent;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pages.close();
    measurements.close();
    return ended;
  }
}
