package xinglin.routes.dispatch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.ParcelLedger;

/**
 * Sends what is due, all channels side by side: one that fails or hangs holds up nobody.
 *
 * @param carriers the channels that are configured
 * @param home folder that paths of parcels start from
 */
public record Dispatcher(
    List<Carrier> carriers, ParcelLedger ledger, Path home, Clock clock, Moments moments) {
  private static final int AT_ONCE = 8;
  private static final Duration LONGEST = Duration.ofMinutes(60);

  public Dispatcher {
    carriers = List.copyOf(carriers);
  }

  /** Tries every parcel that is due once. */
  public Dispatched dispatchOnce(Progress progress) {
    Instant now = clock.instant();
    Map<String, Carrier> known =
        carriers.stream().collect(Collectors.toMap(Carrier::channelId, Function.identity()));
    Map<String, Round> rounds = new LinkedHashMap<>();
    Map<String, ChannelException> failures = new LinkedHashMap<>();
    Map<String, Long> due = ledger.due(now);
    due.keySet()
        .forEach(
            channel -> {
              if (known.containsKey(channel)) {
                rounds.put(channel, new Round(known.get(channel), ledger, home, clock, moments));
              } else {
                failures.put(channel, new ChannelException(Problem.CHANNEL_GONE, channel));
                Round.channelFailed(channel, failures.get(channel), ledger, now);
              }
            });
    if (!rounds.isEmpty()) {
      run(rounds, failures, progress, due.values().stream().mapToLong(Long::longValue).sum());
    }
    moments.reached(Moment.ANSWERS_DONE);
    Set<String> used = new TreeSet<>(due.keySet());
    return new Dispatched(
        rounds.values().stream().mapToLong(Round::sent).sum(),
        rounds.values().stream().mapToLong(Round::failed).sum(),
        used,
        failures);
  }

  private void run(
      Map<String, Round> rounds,
      Map<String, ChannelException> failures,
      Progress progress,
      long total) {
    ExecutorService side =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "dispatch");
              thread.setDaemon(true);
              return thread;
            });
    try (DefaultCamelContext camel = context(rounds);
        ProducerTemplate template = camel.createProducerTemplate()) {
      Map<String, Future<?>> running = new LinkedHashMap<>();
      rounds.forEach(
          (channel, round) ->
              running.put(channel, side.submit(() -> send(template, channel, round))));
      long deadline = System.nanoTime() + LONGEST.toNanos();
      running.forEach(
          (channel, round) -> {
            try {
              round.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | InterruptedException e) {
              round.cancel(true);
              failed(
                  channel,
                  new ChannelException(Problem.BROKEN_OFF, channel, "no end after a long time"),
                  rounds,
                  failures);
              if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
              }
            } catch (ExecutionException e) {
              failed(channel, cause(channel, e), rounds, failures);
            }
            progress.at("dispatch", rounds.values().stream().mapToLong(Round::sent).sum(), total);
          });
    } catch (Exception e) {
      throw e instanceof DeliveryException known
          ? known
          : new DeliveryException(
              "Cannot start the dispatch routes: " + e.getMessage(),
              DeliveryException.Retry.SAFE,
              e);
    } finally {
      side.shutdownNow();
    }
  }

  private static void failed(
      String channel,
      ChannelException reason,
      Map<String, Round> rounds,
      Map<String, ChannelException> failures) {
    failures.put(channel, reason);
    Round round = rounds.get(channel);
    if (round != null) {
      round.channelFailed(reason);
    }
  }

  private DefaultCamelContext context(Map<String, Round> rounds) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(10);
    Map<String, String> kinds = new LinkedHashMap<>();
    carriers.stream()
        .filter(carrier -> rounds.containsKey(carrier.channelId()))
        .forEach(carrier -> kinds.put(carrier.channelId(), carrier.kind()));
    for (String kind : new TreeSet<>(kinds.values())) {
      camel.addRoutes(new DispatchRoutes(kind));
    }
    for (Map.Entry<String, String> one : kinds.entrySet()) {
      camel.addRouteFromTemplate(
          "dispatch." + one.getKey(),
          DispatchRoutes.template(one.getValue()),
          Map.of("channel", name(one.getKey())));
    }
    camel.start();
    return camel;
  }

  /** Of an endpoint: a partner's id may hold anything. */
  private static String name(String channel) {
    return HexFormat.of().formatHex(channel.getBytes(StandardCharsets.UTF_8));
  }

  private static Round send(ProducerTemplate template, String channel, Round round)
      throws Exception {
    try (round) {
      Exchange exchange =
          template.send(
              "direct:dispatch." + name(channel),
              sent -> sent.setProperty(DispatchRoutes.ROUND, round));
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return round;
    }
  }

  private static ChannelException cause(String channel, ExecutionException failed) {
    Throwable last = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ChannelException known) {
        return known;
      }
      last = cause;
    }
    if (last instanceof DeliveryException ours) {
      throw ours;
    }
    return new ChannelException(Problem.BROKEN_OFF, channel, String.valueOf(last.getMessage()));
  }
}
