package xinglin.app.serve;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import xinglin.app.assembly.NightResult;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Run;

/**
 * What can be watched, in Prometheus' words; no name of a person, sender or file is among them.
 * Documented in docs/how-to/serve.md, which a test compares.
 */
final class Measurements implements AutoCloseable {
  private static final List<String> OUTCOMES =
      List.of(
          "received",
          "claimed",
          "loaded",
          "duplicate",
          "unrecognised",
          "unsafe",
          "no_attachment",
          "quarantined");
  private static final List<String> ANSWERS = List.of("waiting", "sent", "stuck", "kept");
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicLong lastSuccess = new AtomicLong();
  private final AtomicLong nextNight = new AtomicLong();
  private final AtomicLong mistakes = new AtomicLong();
  private final AtomicLong freeBytes = new AtomicLong();
  private final MultiGauge deliveries;
  private final MultiGauge answers;
  private final MultiGauge up;
  private final MultiGauge worked;
  private final MultiGauge steps;

  Measurements() {
    timestamp(
        "xinglin.night.last.success.timestamp",
        "When the last night that published ended",
        lastSuccess);
    timestamp("xinglin.night.next.timestamp", "When the next night begins", nextNight);
    registry.gauge("xinglin.config.mistakes", mistakes);
    registry.gauge("xinglin.disk.free.bytes", freeBytes);
    deliveries = multi("xinglin.deliveries", "Deliveries by outcome");
    answers = multi("xinglin.answers", "Answers by state");
    up = multi("xinglin.channel.up", "Whether a channel worked when it was last used");
    worked =
        MultiGauge.builder("xinglin.channel.last.success.timestamp")
            .description("When a channel last worked")
            .baseUnit("seconds")
            .register(registry);
    steps =
        MultiGauge.builder("xinglin.night.step")
            .description("How long the steps of the last night took")
            .baseUnit("seconds")
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
    Stream.of("done", "failed").forEach(result -> timer("xinglin.night", "result", result));
  }

  private void timestamp(String name, String description, AtomicLong milliseconds) {
    TimeGauge.builder(name, milliseconds, TimeUnit.MILLISECONDS, AtomicLong::get)
        .description(description)
        .register(registry);
  }

  private MultiGauge multi(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private Timer timer(String name, String... tags) {
    return Timer.builder(name).tags(tags).register(registry);
  }

  /** A channel, or the inbox, was asked. */
  void collected(String channel, boolean well, Duration took) {
    timer("xinglin.collect", "channel", channel, "result", well ? "done" : "failed").record(took);
  }

  /** Answers were sent, outside a night. */
  void dispatched(boolean well, Duration took) {
    timer("xinglin.dispatch", "result", well ? "done" : "failed").record(took);
  }

  /** A night ended; empty if it failed. */
  void night(Optional<NightResult> result, Duration took) {
    timer("xinglin.night", "result", result.isPresent() ? "done" : "failed").record(took);
    result.ifPresent(
        done -> {
          steps.register(
              done.seconds().entrySet().stream()
                  .map(step -> MultiGauge.Row.of(Tags.of("step", step.getKey()), step.getValue()))
                  .toList(),
              true);
        });
  }

  /** Prometheus' text, with what the ledger says now. */
  synchronized String scrape(Books books, Optional<Instant> next, int wrong, long free) {
    lastSuccess.set(
        books.nights().lastPublished().flatMap(Run::endedAt).map(Instant::toEpochMilli).orElse(0L));
    nextNight.set(next.map(Instant::toEpochMilli).orElse(0L));
    mistakes.set(wrong);
    freeBytes.set(free);
    deliveries.register(rows("outcome", OUTCOMES, books.outcomes()), true);
    answers.register(rows("state", ANSWERS, books.answers()), true);
    up.register(
        books.channels().stream()
            .map(
                use ->
                    MultiGauge.Row.of(
                        Tags.of("channel", use.channelId()), use.problem().isPresent() ? 0 : 1))
            .toList(),
        true);
    worked.register(
        books.channels().stream()
            .filter(use -> use.workedAt().isPresent())
            .map(Measurements::worked)
            .toList(),
        true);
    return registry.scrape();
  }

  private static MultiGauge.Row<Number> worked(ChannelUse use) {
    return MultiGauge.Row.of(
        Tags.of("channel", use.channelId()),
        use.workedAt().map(Instant::toEpochMilli).orElse(0L) / 1000.0);
  }

  private static List<MultiGauge.Row<?>> rows(
      String tag, List<String> names, Map<String, Long> counts) {
    return Stream.concat(names.stream(), counts.keySet().stream())
        .distinct()
        .<MultiGauge.Row<?>>map(
            name -> MultiGauge.Row.of(Tags.of(tag, name), counts.getOrDefault(name, 0L)))
        .toList();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
