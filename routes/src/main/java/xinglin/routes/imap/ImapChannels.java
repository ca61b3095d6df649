package xinglin.routes.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.jobs.batch.Progress;
import xinglin.routes.imap.ImapCollector.Fetched;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * All mailboxes. They are fetched from side by side; one that fails or hangs holds up nobody.
 *
 * @param mostBytes of a message
 * @param notes folder for what a mailbox has to remember
 */
public record ImapChannels(
    List<ImapChannel> channels,
    RawStore raw,
    Ledger ledger,
    long mostBytes,
    Path notes,
    Moments moments) {
  private static final int AT_ONCE = 8;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  public ImapChannels {
    channels = List.copyOf(channels);
  }

  /**
   * What one round did.
   *
   * @param deliveries taken
   * @param leftBehind a sentence for each message that was not
   * @param failures by channel id
   * @param warnings by channel id: it works, and there is something to be looked at
   */
  public record Round(
      long deliveries,
      List<String> leftBehind,
      Map<String, DeliveryException> failures,
      Map<String, ChannelException> warnings) {}

  /** Fetches once from every mailbox. */
  public Round collectOnce(Progress progress, Map<String, String> environment) {
    return collectOnce(progress, environment, LONGEST);
  }

  Round collectOnce(Progress progress, Map<String, String> environment, Duration longest) {
    List<String> leftBehind = new ArrayList<>();
    Map<String, DeliveryException> failures = new LinkedHashMap<>();
    Map<String, ChannelException> warnings = new LinkedHashMap<>();
    AtomicLong deliveries = new AtomicLong();
    if (channels.isEmpty()) {
      return new Round(0, leftBehind, failures, warnings);
    }
    ExecutorService side =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "collect.imap");
              thread.setDaemon(true);
              return thread;
            });
    try (DefaultCamelContext camel = context();
        ProducerTemplate template = camel.createProducerTemplate()) {
      Map<ImapChannel, Future<Fetched>> running = new LinkedHashMap<>();
      for (int number = 0; number < channels.size(); number++) {
        String endpoint = "direct:collect.imap." + number;
        ImapChannel channel = channels.get(number);
        running.put(channel, side.submit(() -> fetch(template, endpoint, channel, environment)));
      }
      long deadline = System.nanoTime() + longest.toNanos();
      running.forEach(
          (channel, round) -> {
            try {
              Fetched fetched =
                  round.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
              leftBehind.addAll(fetched.leftBehind());
              fetched.warning().ifPresent(warning -> warnings.put(channel.id(), warning));
              progress.at("collect", deliveries.addAndGet(fetched.deliveries()), 0);
            } catch (TimeoutException e) {
              round.cancel(true);
              failures.put(channel.id(), hung(channel));
            } catch (ExecutionException e) {
              failures.put(channel.id(), failure(channel, e));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              failures.put(channel.id(), hung(channel));
            }
          });
    } catch (Exception e) {
      throw new DeliveryException(
          "Cannot start the IMAP routes: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    } finally {
      side.shutdownNow();
    }
    return new Round(deliveries.get(), leftBehind, failures, warnings);
  }

  private DefaultCamelContext context() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(10);
    camel.addRoutes(new ImapRoutes());
    for (int number = 0; number < channels.size(); number++) {
      camel.addRouteFromTemplate(
          "collect.imap." + channels.get(number).partner() + "." + number,
          ImapRoutes.TEMPLATE,
          Map.of("channel", String.valueOf(number)));
    }
    camel.start();
    return camel;
  }

  private Fetched fetch(
      ProducerTemplate template,
      String endpoint,
      ImapChannel channel,
      Map<String, String> environment)
      throws Exception {
    Path noted = notes.resolve("." + channel.partner() + ".unmoved.json");
    try (ImapCollector collector =
        new ImapCollector(channel, raw, ledger, mostBytes, noted, moments, environment)) {
      Exchange exchange =
          template.send(endpoint, sent -> sent.setProperty(ImapRoutes.COLLECTOR, collector));
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return exchange.getMessage().getBody(Fetched.class);
    }
  }

  private static DeliveryException hung(ImapChannel channel) {
    return new ChannelException(
        Problem.BROKEN_OFF, channel.server().address(), "no end after a long time");
  }

  private static DeliveryException failure(ImapChannel channel, ExecutionException failed) {
    Optional<DeliveryException> known = Optional.empty();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeliveryException one) {
        known = Optional.of(one);
        break;
      }
    }
    return known.orElseGet(() -> channel.server().failure(failed));
  }
}
