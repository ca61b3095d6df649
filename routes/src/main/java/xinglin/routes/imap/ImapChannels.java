package xinglin.routes.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import xinglin.jobs.batch.Progress;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.collect.SideBySide;
import xinglin.routes.imap.ImapCollector.Fetched;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ImapChannel;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.raw.RawStore;

/**
 * All mailboxes. They are fetched from side by side; one that fails or hangs holds up nobody.
 *
 * @param mostBytes of a message
 * @param allowances what a sender may still deliver today
 * @param notes folder for what a mailbox has to remember
 */
public record ImapChannels(
    List<ImapChannel> channels,
    RawStore raw,
    Ledger ledger,
    long mostBytes,
    Path notes,
    Function<Optional<String>, Allowance> allowances,
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
    try (DefaultCamelContext camel = context();
        ProducerTemplate template = camel.createProducerTemplate()) {
      new SideBySide("collect.imap", AT_ONCE, longest)
          .run(
              channels,
              channel -> channel.server().address(),
              channel -> fetch(template, channel, environment),
              (channel, fetched) -> {
                leftBehind.addAll(fetched.leftBehind());
                fetched.warning().ifPresent(warning -> warnings.put(channel.id(), warning));
                progress.at("collect", deliveries.addAndGet(fetched.deliveries()), 0);
              })
          .forEach((channel, failure) -> failures.put(channel.id(), failure));
    } catch (Exception e) {
      throw new DeliveryException(
          "Cannot start the IMAP routes: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
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
      ProducerTemplate template, ImapChannel channel, Map<String, String> environment)
      throws Exception {
    Path noted = notes.resolve("." + channel.partner() + ".unmoved.json");
    try (ImapCollector collector =
        new ImapCollector(
            channel, raw, ledger, mostBytes, noted, allowances, moments, environment)) {
      String endpoint = "direct:collect.imap." + channels.indexOf(channel);
      Exchange exchange =
          template.send(endpoint, sent -> sent.setProperty(ImapRoutes.COLLECTOR, collector));
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return exchange.getMessage().getBody(Fetched.class);
    }
  }
}
